package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Layout.Reference;
import cn.faheng.casework.directory.Version.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in force and what is proposed while entries are checked: read once for many entries, or piece by piece for one. */
final class Known implements Lookup {

    private final VersionStore store;
    private final Map<Class<?>, Layout<?>> layouts;
    private final Subject subject;
    private final boolean whole;
    private final Map<Subject, Map<String, Held>> held = new HashMap<>();
    private final Map<String, String> codeByKey = new HashMap<>();

    /** What there is of one code; {@code coming} is in the same file. */
    record Held(@Nullable StoredVersion inForce, @Nullable StoredVersion open, @Nullable Object coming) {

        static final Held NOTHING = new Held(null, null, null);

        boolean isThere() {
            return inForce != null || open != null || coming != null;
        }
    }

    /** @param whole whether everything is read at once */
    Known(VersionStore store, List<Layout<?>> all, Subject subject, boolean whole) {
        this.store = store;
        this.layouts = new HashMap<>();
        all.forEach(layout -> layouts.put(layout.type(), layout));
        this.subject = subject;
        this.whole = whole;
    }

    Held of(Subject of, String code) {
        Map<String, Held> all = held.computeIfAbsent(of, s -> whole ? read(s, null) : new HashMap<>());
        if (!whole && !all.containsKey(code)) {
            all.putAll(read(of, code));
            all.putIfAbsent(code, Held.NOTHING);
        }
        return all.getOrDefault(code, Held.NOTHING);
    }

    private Map<String, Held> read(Subject of, @Nullable String code) {
        Map<String, Held> all = new HashMap<>();
        for (StoredVersion version : store.newestAndOpen(of, code)) {
            Held before = all.getOrDefault(version.code(), Held.NOTHING);
            all.put(
                    version.code(),
                    version.state() == State.PROPOSED
                            ? new Held(before.inForce(), version, null)
                            : new Held(version, before.open(), null));
        }
        return all;
    }

    /** Notes that an entry of the same file is going to be proposed. */
    <T> void coming(Layout<T> layout, T content) {
        String code = layout.code(content);
        Held before = of(layout.subject(), code);
        held.getOrDefault(layout.subject(), new HashMap<>())
                .put(code, new Held(before.inForce(), before.open(), content));
        String key = layout.index(content).otherKey();
        if (key != null) {
            codeByKey.put(key, code);
        }
    }

    @Override
    public <T> Optional<T> find(Class<T> type, String code) {
        Layout<?> layout = layouts.get(type);
        if (layout == null) {
            throw new IllegalArgumentException("Not kept in versions: " + type);
        }
        Held there = of(layout.subject(), code);
        if (there.coming() != null) {
            return Optional.of(type.cast(there.coming()));
        }
        StoredVersion version = there.open() != null ? there.open() : there.inForce();
        return version == null ? Optional.empty() : Optional.of(ContentJson.read(version.content(), type));
    }

    @Override
    public Optional<String> otherWithKey(String key, String code) {
        return Optional.ofNullable(codeByKey.get(key))
                .or(() -> store.byKey(subject, key, store.today()).stream()
                        .map(StoredVersion::code)
                        .filter(other -> !other.equals(code))
                        .findFirst())
                .filter(other -> !other.equals(code));
    }

    /** The references that lead nowhere. */
    <T> List<Reference> missing(Layout<T> layout, T content) {
        List<Reference> missing = new ArrayList<>();
        for (Reference reference : layout.references(content)) {
            if (!of(reference.subject(), reference.code()).isThere()) {
                missing.add(reference);
            }
        }
        return missing;
    }
}
