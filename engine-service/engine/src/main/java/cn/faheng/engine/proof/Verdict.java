package cn.faheng.engine.proof;

import cn.faheng.engine.proof.Containment.Place;
import cn.faheng.rules.catalogue.Penalty;
import org.jspecify.annotations.Nullable;

/** How one penalty of one row came out. */
final class Verdict {
    final String label;
    final Penalty penalty;

    @Nullable
    Place outside;

    @Nullable
    Place inside;

    @Nullable
    Place mixedOutside;

    @Nullable
    Place mitigated;

    /** Outside every single tier of a benchmark above, inside them taken together. */
    @Nullable
    Place across;

    @Nullable
    String unknown;

    boolean refuted;

    Verdict(String label, Penalty penalty) {
        this.label = label;
        this.penalty = penalty;
    }
}
