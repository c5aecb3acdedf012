package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the rules of the gates raise. */
public final class Raised {

    private final List<Hit> hits = new ArrayList<>();

    /**
     * A rule matched.
     *
     * @param set name of the set the rule belongs to
     * @param code code of the finding
     * @param entry id of the entry it is about, or null for the file as a whole
     * @param on the day whose law counts, or null for the day of the gate
     * @param detail what it is about in this case, in Chinese: 李四（证号…）
     */
    public record Hit(String set, String code, @Nullable String entry, @Nullable LocalDate on, String detail) {}

    /** Raises a finding about the file as a whole, under the law of the day of the gate. */
    public void file(String set, String code, String detail) {
        hits.add(new Hit(set, code, null, null, detail));
    }

    /** Raises a finding about an entry, under the law of the day of the entry. */
    public void entry(String set, String code, Entry entry, String detail) {
        hits.add(new Hit(set, code, entry.id(), entry.on(), detail));
    }

    /** Raises a finding about an entry, under the law of the day of the gate: something that is still to be done. */
    public void open(String set, String code, Entry entry, String detail) {
        hits.add(new Hit(set, code, entry.id(), null, detail));
    }

    /** Raises a finding about a decision, made or about to be made, under the law of its day. */
    public void ruling(String set, String code, Ruling ruling, String detail) {
        hits.add(new Hit(
                set,
                code,
                ruling.decision() == null ? null : ruling.decision().id(),
                ruling.at().toLocalDate(),
                detail));
    }

    /** What was raised. */
    public List<Hit> hits() {
        return List.copyOf(hits);
    }
}
