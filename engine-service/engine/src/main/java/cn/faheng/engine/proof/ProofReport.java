package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was proved of a rule set, what was refuted, and what could not be proved.
 *
 * @param ruleSet the rule set
 * @param contentHash hash of what was proved
 * @param findings one entry at least for each property; nothing is left out silently
 */
public record ProofReport(RuleSetRef ruleSet, String contentHash, List<Finding> findings) {

    public ProofReport {
        findings = List.copyOf(findings);
    }

    /** What is proved. */
    public enum Property {
        /** It is read, compiles, and file and model speak of the same things. */
        WELL_FORMED,
        /** No input without a tier, or a named "person decides". */
        COMPLETE,
        /** No two tiers for one input, or the document's own rule for it. */
        UNAMBIGUOUS,
        /** Every row inside the statute, and inside the superior benchmark, on every date it is in force. */
        CONTAINED,
        /** Every row cites; every citation in force; no parent statute ended. */
        GROUNDED,
        /** More aggravating never less. */
        MONOTONE,
        /** No rounding surprise at any boundary. */
        EXACT,
        /** No dead row. */
        REACHABLE,
        /** Its cases pass and reach every row and both sides of every boundary. */
        CASES
    }

    /** How a property came out. */
    public enum Status {
        PROVED,
        REFUTED,
        NOT_PROVED,
        NOT_APPLICABLE
    }

    /**
     * One result.
     *
     * @param property the property
     * @param status how it came out
     * @param key stable name of this result in this content, by which a person acknowledges it
     * @param where row, decision, fact, date or provision it concerns; empty for the whole rule set
     * @param message what was found and what to do, in Chinese
     * @param example facts and money that show a refutation, or null
     */
    public record Finding(
            Property property,
            Status status,
            String key,
            String where,
            String message,
            @Nullable CounterExample example) {}

    /**
     * A counter-example.
     *
     * @param facts fact name to BigDecimal, String, Boolean or LocalDate
     * @param rows rows that match there
     * @param amounts name to amount in words of money (元), e.g. 本表最低, 本表最高, 法定最低, 法定最高
     * @param on a day on which it shows, ISO, or null
     */
    public record CounterExample(
            Map<String, Object> facts, List<String> rows, Map<String, String> amounts, @Nullable String on) {
        public CounterExample {
            facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
            rows = List.copyOf(rows);
            amounts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(amounts));
        }
    }

    /** Whether nothing is refuted. */
    public boolean nothingRefuted() {
        return findings.stream().noneMatch(finding -> finding.status() == Status.REFUTED);
    }

    /** What could not be proved; each has to be acknowledged by a named person before publication. */
    public List<Finding> notProved() {
        return findings.stream()
                .filter(finding -> finding.status() == Status.NOT_PROVED)
                .toList();
    }
}
