package cn.faheng.rules.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of findings over all periods. Immutable. */
public final class FindingKinds {

    private final Map<String, FindingKind> byKey;

    FindingKinds(List<FindingKind> kinds) {
        Map<String, FindingKind> map = new LinkedHashMap<>();
        for (FindingKind kind : kinds) {
            if (map.put(key(kind.set().name(), kind.code()), kind) != null) {
                throw new IllegalArgumentException(kind.set().name() + " has two findings named " + kind.code());
            }
        }
        this.byKey = Collections.unmodifiableMap(map);
    }

    /** The kinds in the jar. */
    public static FindingKinds published() {
        return Published.KINDS;
    }

    /** SHA-256 over all rules about cases in the jar, hexadecimal: changes with any of them. */
    public static String rulesHash() {
        return GateReader.rulesHash();
    }

    public List<FindingKind> all() {
        return new ArrayList<>(byKey.values());
    }

    public Optional<FindingKind> find(String set, String code) {
        return Optional.ofNullable(byKey.get(key(set, code)));
    }

    private static String key(String set, String code) {
        return set + " " + code;
    }

    private static final class Published {
        private static final FindingKinds KINDS = new FindingKinds(GateReader.all());
    }
}
