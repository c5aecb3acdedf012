package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law as it stood on one day leaves for complete facts.
 *
 * @param asOf the day
 * @param statute the statute in force on it
 * @param benchmark the benchmark applied, or null
 * @param bands the rule set of national bands applied in place of a benchmark, or null
 * @param refused benchmarks that may not be applied, with the reason
 * @param disposition what the statute or the benchmark says is to happen
 * @param tier the branch of the statute, and the tier of the benchmark behind it where there is one
 * @param penalties the penalties of the clause, NONE left out
 * @param circumstances the circumstances that count
 * @param tables the tables as applied, statute first
 * @param mitigation how a penalty below the minimum would be possible, or null when it is not
 */
public record LawResult(
        LocalDate asOf,
        RuleSet statute,
        @Nullable RuleSet benchmark,
        @Nullable RuleSet bands,
        List<RefusedBenchmark> refused,
        Disposition disposition,
        String tier,
        List<PenaltyRange> penalties,
        List<AppliedCircumstance> circumstances,
        List<TierTrace> tables,
        @Nullable Mitigation mitigation) {

    public LawResult {
        refused = List.copyOf(refused);
        penalties = List.copyOf(penalties);
        circumstances = List.copyOf(circumstances);
        tables = List.copyOf(tables);
    }

    /** What is to happen. */
    public enum Disposition {
        PENALTY,
        NO_PENALTY,
        NOT_APPLICABLE,
        PERSON_DECIDES,
        TRANSFER_CRIMINAL;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Optional<Disposition> ofCode(String code) {
            for (Disposition disposition : values()) {
                if (disposition.code().equals(code)) {
                    return Optional.of(disposition);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * How a penalty below the statutory minimum (减轻) is possible.
     *
     * @param grounds the circumstances that allow it, named
     * @param bound whether one of them demands it
     * @param below per penalty id the range below the minimum
     */
    public record Mitigation(List<AppliedCircumstance> grounds, boolean bound, List<Below> below) {
        public Mitigation {
            grounds = List.copyOf(grounds);
            below = List.copyOf(below);
        }

        /**
         * The range below the minimum of one penalty.
         *
         * @param penaltyId id of the penalty
         * @param range from nothing to just below the minimum
         */
        public record Below(String penaltyId, Range range) {}
    }

    /** The same with the fines of {@code higher} in place of its own (行政处罚法 (2021) 第二十九条). */
    public LawResult withFinesOf(LawResult higher) {
        List<PenaltyRange> together = new ArrayList<>(penalties);
        together.removeIf(p -> p.penalty().kind() == PenaltyKind.FINE);
        together.addAll(higher.penalties().stream()
                .filter(p -> p.penalty().kind() == PenaltyKind.FINE)
                .toList());
        return new LawResult(
                asOf,
                statute,
                benchmark,
                bands,
                refused,
                disposition,
                tier,
                together,
                circumstances,
                tables,
                mitigation);
    }

    /** What the same law says on another day, where other benchmarks were refused. */
    public LawResult on(LocalDate day, List<RefusedBenchmark> refusedThen) {
        return new LawResult(
                day,
                statute,
                benchmark,
                bands,
                refusedThen,
                disposition,
                tier,
                penalties,
                circumstances,
                tables,
                mitigation);
    }

    /** The same with traces that say nothing of {@code facts}, which nobody gave. */
    public LawResult withoutConditionsOn(Set<String> facts) {
        return new LawResult(
                asOf,
                statute,
                benchmark,
                bands,
                refused,
                disposition,
                tier,
                penalties,
                circumstances,
                tables.stream().map(table -> table.withoutConditionsOn(facts)).toList(),
                mitigation);
    }

    /** The circumstance that demands that no penalty at all is imposed, or empty. */
    public Optional<AppliedCircumstance> exemption() {
        return circumstances.stream()
                .filter(c -> c.effect() == Effect.NO_PENALTY)
                .findFirst();
    }

    public Optional<PenaltyRange> penalty(String id) {
        return penalties.stream().filter(p -> p.penalty().id().equals(id)).findFirst();
    }
}
