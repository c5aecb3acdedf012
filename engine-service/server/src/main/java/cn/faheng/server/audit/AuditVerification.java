package cn.faheng.server.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param entries how many entries there are
 * @param sealed how many have a place in the chain that was checked
 * @param head the head at the last position that was checked
 * @param defect the first thing that is not as it was written, or null
 */
public record AuditVerification(long entries, long sealed, String head, @Nullable Defect defect) {

    public boolean isIntact() {
        return defect == null;
    }

    /**
     * Something that is not as it was written.
     *
     * @param kind what is wrong
     * @param position position in the chain; null for entries outside it
     * @param sequence number of the entry, or null
     */
    public record Defect(Kind kind, @Nullable Long position, @Nullable Long sequence) {}

    /** What can be wrong. */
    public enum Kind {
        /** A position of the chain is missing. */
        POSITION_MISSING,
        /** The entry of a position has been deleted. */
        ENTRY_MISSING,
        /** The entry is not as it was when it got its place. */
        ENTRY_CHANGED,
        /** The position does not follow from the one before it: it, or the one before, was put there afterwards. */
        CHAIN_BROKEN,
        /** An entry is neither in the chain nor waiting for its place. */
        ENTRY_OUTSIDE,
        /** A head that was kept elsewhere is not in the chain: its end was cut off, or all of it was written anew. */
        HEAD_UNKNOWN
    }
}
