package cn.faheng.rules.catalogue;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One version of a rule set, written {@code food/MK-F124/statute@2021-04-29}.
 *
 * @param id the rule set
 * @param version its first day in force
 */
public record RuleSetRef(RuleSetId id, LocalDate version) implements Comparable<RuleSetRef> {

    private static final Comparator<RuleSetRef> ORDER =
            Comparator.comparing(RuleSetRef::id).thenComparing(RuleSetRef::version);

    /** Reads {@code path@day}; throws {@link IllegalArgumentException} for anything else. */
    public static RuleSetRef parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("Not a rule-set version: '" + text + "'. Write path@first-day.");
        }
        try {
            return new RuleSetRef(new RuleSetId(text.substring(0, at)), LocalDate.parse(text.substring(at + 1)));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("Not a first day in force: '" + text.substring(at + 1) + "'", e);
        }
    }

    /** The address of one of its rows: {@code food/MK-F124/statute@2021-04-29#S1}. */
    public String row(String rowId) {
        return this + "#" + rowId;
    }

    @Override
    public int compareTo(RuleSetRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
