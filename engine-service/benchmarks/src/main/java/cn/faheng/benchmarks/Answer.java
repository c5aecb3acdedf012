package cn.faheng.benchmarks;

import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Range;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What statute and benchmark say of one case: what every way of computing has to agree on.
 *
 * @param result penalty, not-applicable, transfer-criminal, …
 * @param tier branch of the statute, and behind " / " the tier of the benchmark
 * @param statutory the fine that the statute allows, or null for none
 * @param benchmark the fine that the benchmark leaves, or null where none is applied
 */
public record Answer(String result, String tier, @Nullable Fine statutory, @Nullable Fine benchmark) {

    /** A range of yuan. */
    public record Fine(BigDecimal min, @Nullable BigDecimal max) {}

    static final String PENALTY = "penalty";

    /** Reads the {@code penalty} columns of a statute and, where it was asked, of a benchmark. */
    static Answer of(Map<?, ?> statute, @Nullable Map<?, ?> benchmark) {
        String tier = String.valueOf(statute.get("tier"));
        return new Answer(
                result(statute),
                benchmark == null ? tier : tier + " / " + benchmark.get("tier"),
                fine(statute),
                benchmark == null ? null : fine(benchmark));
    }

    static String result(Map<?, ?> columns) {
        Object result = columns.get("result");
        return result == null ? PENALTY : result.toString();
    }

    private static @Nullable Fine fine(Map<?, ?> columns) {
        return columns.get("fineMin") instanceof BigDecimal min
                ? new Fine(min, columns.get("fineMax") instanceof BigDecimal max ? max : null)
                : null;
    }

    /** Reads the answer of our engine. */
    static Answer of(LawResult law) {
        return new Answer(
                law.disposition().code(),
                law.tier(),
                law.penalty("fine").map(p -> fine(p.statutory())).orElse(null),
                law.benchmark() == null
                        ? null
                        : law.penalty("fine").map(p -> fine(p.benchmark())).orElse(null));
    }

    private static @Nullable Fine fine(@Nullable Range fen) {
        if (fen == null) {
            return null;
        }
        Long max = fen.max();
        return new Fine(BigDecimal.valueOf(fen.min(), 2), max == null ? null : BigDecimal.valueOf(max, 2));
    }
}
