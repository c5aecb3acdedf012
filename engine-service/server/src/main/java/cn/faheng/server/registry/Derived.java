package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.Catalogue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is computed from a part of the rule base, and again as soon as that part is another one. Thread-safe.
 *
 * @param <S> the part
 * @param <T> what is computed
 */
public final class Derived<S, T> implements Supplier<T> {

    private final Supplier<S> source;
    private final Function<S, T> computation;
    private volatile @Nullable Held<S, T> held;

    public Derived(Supplier<S> source, Function<S, T> computation) {
        this.source = source;
        this.computation = computation;
    }

    /** What is computed from the current catalogue. */
    public static <T> Derived<Catalogue, T> ofCatalogue(RuleBases ruleBases, Function<Catalogue, T> computation) {
        return new Derived<>(() -> ruleBases.current().catalogue(), computation);
    }

    private record Held<S, T>(S source, T value) {}

    @Override
    public T get() {
        S now = source.get();
        Held<S, T> known = held;
        if (known == null || known.source() != now) {
            known = compute(now);
        }
        return known.value();
    }

    private synchronized Held<S, T> compute(S now) {
        Held<S, T> known = held;
        if (known == null || known.source() != now) {
            known = new Held<>(now, computation.apply(now));
            held = known;
        }
        return known;
    }
}
