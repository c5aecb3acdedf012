package cn.faheng.drafting.law;

import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.rules.legal.TextDifference.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one provision from one version to the next.
 *
 * @param kind what becomes of it
 * @param from where it stood
 * @param to where it stands, or null where it ends
 * @param segments its words with marks where they change
 */
public record ProvisionFate(Kind kind, ProvisionPath from, @Nullable ProvisionPath to, List<Segment> segments) {

    public ProvisionFate {
        segments = List.copyOf(segments);
    }

    /** What becomes of a provision. */
    public enum Kind {
        SAME,
        CHANGED,
        /** The same words at another place. */
        MOVED,
        /** Changed words at another place. */
        MOVED_AND_CHANGED,
        ENDED,
        /** The earlier version does not hold the words, so nothing can be said. */
        NOT_HELD
    }
}
