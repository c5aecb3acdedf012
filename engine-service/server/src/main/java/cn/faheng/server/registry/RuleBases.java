package cn.faheng.server.registry;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rule bases: the current one, and earlier ones from the store, so that a receipt is computed again on the very files on which
 * it was computed first. Thread-safe.
 */
public final class RuleBases {

    private static final int EARLIER_KEPT = 2;

    private final RuleBaseState current;
    private final RuleBaseStore store;
    private final Map<String, RuleBaseState> earlier = new LinkedHashMap<>();

    RuleBases(ResourceTree tree, RuleBaseStore store) {
        this.store = store;
        this.current = RuleBaseState.of(hash(tree), RuleBase.read(tree));
        store.keep(current.hash(), tree);
    }

    public RuleBaseState current() {
        return current;
    }

    /** The state with this hash, or empty when it was never stored here. */
    public Optional<RuleBaseState> state(String hash) {
        if (hash.equals(current.hash())) {
            return Optional.of(current);
        }
        synchronized (earlier) {
            RuleBaseState known = earlier.get(hash);
            if (known == null) {
                known = store.find(hash)
                        .map(tree -> RuleBaseState.of(verified(hash, tree), RuleBase.read(tree)))
                        .orElse(null);
                if (known == null) {
                    return Optional.empty();
                }
                if (earlier.size() >= EARLIER_KEPT) {
                    earlier.remove(earlier.keySet().iterator().next());
                }
                earlier.put(hash, known);
            }
            return Optional.of(known);
        }
    }

    /** What was read from the store has to be what a receipt names. */
    private static String verified(String hash, ResourceTree tree) {
        if (!hash(tree).equals(hash)) {
            throw new IllegalStateException("The stored rule base " + hash + " was changed");
        }
        return hash;
    }

    private static String hash(ResourceTree tree) {
        MessageDigest digest = Sha256.digest();
        for (String path : tree.paths()) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Sha256.of(tree.text(path).getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
