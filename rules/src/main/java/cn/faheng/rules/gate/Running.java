package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Entry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the time limits that the rules find running in a case. */
public final class Running {

    private final List<Limit> limits = new ArrayList<>();

    /**
     * A time limit of a case.
     *
     * @param set name of the set whose rule found it
     * @param id id of the time limit: DL-012
     * @param givesWayTo ids, separated by blanks; where one of them holds for the case this one does not; or empty
     * @param start entry that started it
     * @param subject whom or what it is about in this case, or empty
     * @param from the moment from which it is counted
     * @param bearing whom it concerns
     * @param extensions how often it was lengthened by a fixed length
     * @param fixed the last day as fixed by a decision, or null where the length of the law counts
     * @param beyond the law leaves it to a decision how long it is; else a fixed day counts only where it is the earlier one
     * @param stood days for which it stood still
     * @param done the moment at which the act was done or the limit ended otherwise, or null while it runs
     */
    public record Limit(
            String set,
            String id,
            String givesWayTo,
            String start,
            String subject,
            LocalDateTime from,
            Bearing bearing,
            int extensions,
            @Nullable LocalDate fixed,
            boolean beyond,
            List<Stood> stood,
            @Nullable LocalDateTime done) {
        public Limit {
            stood = List.copyOf(stood);
        }
    }

    /**
     * Days for which a limit stood still.
     *
     * @param from first day
     * @param to last day, or null while it still stands
     * @param why id of the entry that stopped it
     * @param ground why, in the words of the law: 听证, 公告, 中止
     */
    public record Stood(LocalDate from, @Nullable LocalDate to, String why, String ground) {

        /** Whether it stands still on a day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Begins to describe a limit that an entry starts; it counts once {@link LimitStart#runs} is called. */
    public LimitStart start(String set, String id, Entry entry) {
        return new LimitStart(this, set, id, entry);
    }

    void add(Limit limit) {
        limits.add(limit);
    }

    /** What was found. */
    public List<Limit> limits() {
        return List.copyOf(limits);
    }
}
