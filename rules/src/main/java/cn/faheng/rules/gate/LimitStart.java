package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.gate.Running.Limit;
import cn.faheng.rules.gate.Running.Stood;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rule describes a time limit of a case. */
public final class LimitStart {

    private final Running running;
    private final String set;
    private final String id;
    private final Entry entry;
    private final List<Stood> stood = new ArrayList<>();
    private LocalDateTime from;
    private Bearing bearing = Bearing.DUTY;
    private String subject = "";
    private String givesWayTo = "";
    private int extensions;
    private @Nullable LocalDate fixed;
    private boolean beyond;
    private @Nullable LocalDateTime done;

    LimitStart(Running running, String set, String id, Entry entry) {
        this.running = running;
        this.set = set;
        this.id = id;
        this.entry = entry;
        this.from = entry.at();
    }

    /** Counted from another moment than that of the entry. */
    public LimitStart from(LocalDateTime moment) {
        from = moment;
        return this;
    }

    /** Counted from another day than that of the entry. */
    public LimitStart from(LocalDate day) {
        return from(day.atStartOfDay());
    }

    /** Whom or what it is about. */
    public LimitStart about(String whom) {
        subject = whom;
        return this;
    }

    /** A party may act within it. */
    public LimitStart right() {
        bearing = Bearing.RIGHT;
        return this;
    }

    /** Another organ or a court has to act within it. */
    public LimitStart others() {
        bearing = Bearing.OTHERS;
        return this;
    }

    /** At its end something begins or ceases by itself. */
    public LimitStart effect() {
        bearing = Bearing.EFFECT;
        return this;
    }

    /** Does not run where one of these limits holds. */
    public LimitStart givesWayTo(String ids) {
        givesWayTo = ids;
        return this;
    }

    /** Lengthened so often by a length that the law fixes. */
    public LimitStart extended(int times) {
        extensions = times;
        return this;
    }

    /** A decision fixed the last day; it counts where it is earlier than the last day of the law. */
    public LimitStart notAfter(@Nullable LocalDate day) {
        fixed = day;
        return this;
    }

    /** A decision fixed the last day, and the law leaves that to it. */
    public LimitStart until(@Nullable LocalDate day) {
        fixed = day;
        beyond = day != null;
        return this;
    }

    /** Extended as leave was given for it. */
    public LimitStart extended(Extensions granted) {
        extensions = granted.times();
        return granted.beyond() ? until(granted.until()) : notAfter(granted.until());
    }

    /** Stood still. */
    public LimitStart stood(List<Stood> days) {
        stood.addAll(days);
        return this;
    }

    /** The act was done, or the limit ended otherwise; null while it runs. */
    public LimitStart done(@Nullable LocalDateTime moment) {
        done = moment;
        return this;
    }

    /** The limit runs. */
    public void runs() {
        running.add(new Limit(
                set, id, givesWayTo, entry.id(), subject, from, bearing, extensions, fixed, beyond, stood, done));
    }
}
