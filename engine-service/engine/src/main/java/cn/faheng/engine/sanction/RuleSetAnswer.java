package cn.faheng.engine.sanction;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSet.AnalysisWaiver;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the {@code penalty} decision of a statute or benchmark answered, read column by column. */
final class RuleSetAnswer {

    private static final String DECISION = "penalty";

    /** The greatest amount in yuan, months or days; far above any penalty, and exact in fen. */
    private static final BigDecimal MOST = new BigDecimal("10000000000000000");

    private final CompiledRuleSet compiled;
    private final Map<String, Object> facts;
    private final Evaluation evaluation;
    private final @Nullable AnalysisWaiver left;

    RuleSetAnswer(CompiledRuleSet compiled, Map<String, Object> facts, Evaluation evaluation) {
        this.left = evaluation.succeeded() && evaluation.results().get(DECISION) != null
                ? null
                : left(compiled.ruleSet(), evaluation);
        this.compiled = compiled;
        this.facts = facts;
        this.evaluation = evaluation;
    }

    /** What the document leaves to a person; a rule set that leaves nothing to anybody would not have passed its proof. */
    private static AnalysisWaiver left(RuleSet ruleSet, Evaluation evaluation) {
        String finding = evaluation.succeeded() ? "gap" : "overlap";
        return ruleSet.waivers().stream()
                .filter(waiver -> waiver.finding().equals(finding))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(ruleSet.ref() + " gave no answer for complete facts: "
                        + evaluation.failures() + ". The gate must not have let it pass."));
    }

    CompiledRuleSet compiled() {
        return compiled;
    }

    Map<String, Object> facts() {
        return facts;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Disposition disposition() {
        if (left != null) {
            return Disposition.PERSON_DECIDES;
        }
        Object result = evaluation.column(DECISION, "result");
        return result == null
                ? Disposition.PENALTY
                : Disposition.ofCode(result.toString())
                        .orElseThrow(() -> new IllegalStateException(
                                compiled.ruleSet().ref() + " gives the unknown result '" + result + "'"));
    }

    String tier() {
        if (left != null) {
            return left.finding().equals("gap") ? "没有规定的情形：" + left.reason() : "适用的档次不止一个：" + left.reason();
        }
        Object tier = evaluation.column(DECISION, "tier");
        return tier == null ? "" : tier.toString();
    }

    /** Code of a circumstance that the matched row itself establishes, or empty. */
    Optional<String> circumstance() {
        return Optional.ofNullable(evaluation.column(DECISION, "circumstance")).map(Object::toString);
    }

    PenaltyMode mode(Penalty penalty) {
        Object mode = evaluation.column(DECISION, penalty.id());
        return mode == null
                ? PenaltyMode.NONE
                : PenaltyMode.ofCode(mode.toString())
                        .orElseThrow(() -> new IllegalStateException(
                                compiled.ruleSet().ref() + " gives the unknown mode '" + mode + "'"));
    }

    /** Whether a penalty is among what is imposed, and not only an order to correct (行政处罚法 (2021) 第九条、第二十八条). */
    boolean imposesPenalty() {
        return compiled.ruleSet().penalties().stream()
                .anyMatch(penalty -> penalty.kind().isPenalty() && mode(penalty) != PenaltyMode.NONE);
    }

    /**
     * Both ends of a range as they were computed, in yuan, months or days.
     *
     * @param min least amount
     * @param max greatest amount, or null where none is named
     */
    record Bounds(BigDecimal min, @Nullable BigDecimal max) {

        /** Whether all of it lies below another one. */
        boolean isBelow(Bounds other) {
            return max != null && max.compareTo(other.min) < 0;
        }
    }

    /**
     * Both ends of a penalty as computed, before any rounding; null for kinds without an amount and for mode none.
     *
     * @throws InvalidRequestException when the facts given lead to an amount too large to be counted
     */
    @Nullable
    Bounds bounds(Penalty penalty) {
        if (penalty.kind().quantity() == PenaltyKind.Quantity.NONE || mode(penalty) == PenaltyMode.NONE) {
            return null;
        }
        BigDecimal min = number(penalty.id() + "Min").orElse(BigDecimal.ZERO);
        BigDecimal max = number(penalty.id() + "Max").orElse(null);
        if (min.compareTo(MOST) > 0 || (max != null && max.compareTo(MOST) > 0)) {
            throw new InvalidRequestException(List.of(new FieldProblem(
                    "/facts", "out-of-range", "按所填事实算出的" + penalty.label() + "超出可计算的范围，请核对各项数量、金额及其单位。")));
        }
        return new Bounds(min, max);
    }

    /** The range of a penalty in whole fen, months or days; null for kinds without an amount and for mode none. */
    @Nullable
    Range range(Penalty penalty) {
        Bounds bounds = bounds(penalty);
        if (bounds == null) {
            return null;
        }
        BigDecimal max = bounds.max();
        if (penalty.kind().quantity() == PenaltyKind.Quantity.MONEY) {
            long low = Fen.ceilingOfYuan(bounds.min()).amount();
            if (max == null) {
                return new Range(low, null, true);
            }
            long high = Fen.floorOfYuan(max).amount();
            // Where a formula leaves no whole fen between both ends, the fen below counts, in favour of the party.
            return new Range(Math.min(low, high), high, true);
        }
        return new Range(
                bounds.min().setScale(0, RoundingMode.CEILING).longValueExact(),
                max == null ? null : max.setScale(0, RoundingMode.FLOOR).longValueExact(),
                true);
    }

    private Optional<BigDecimal> number(String column) {
        return evaluation.column(DECISION, column) instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }
}
