package cn.faheng.authoring.impact;

import cn.faheng.drafting.impact.ImpactTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A computation of the impact of a draft over all cases.
 *
 * @param number its number
 * @param draft the draft
 * @param revision revision of the draft that is computed
 * @param ruleBase hash of the rule base it is compared with
 * @param today the day of the computation
 * @param status where it stands
 * @param total cases to compute
 * @param done cases computed so far
 * @param tally what was counted so far
 * @param failure why it stopped, or null
 * @param startedBy name of who started it
 * @param startedAt when
 * @param updatedAt when it last went on
 */
public record ImpactJob(
        long number,
        UUID draft,
        int revision,
        String ruleBase,
        LocalDate today,
        Status status,
        long total,
        long done,
        ImpactTally tally,
        @Nullable String failure,
        String startedBy,
        Instant startedAt,
        Instant updatedAt) {

    /** Where a job stands. */
    public enum Status {
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Percent done, 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) (done * 100 / total);
    }
}
