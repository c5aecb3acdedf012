package cn.faheng.engine.sanction;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What circumstances leave of a range. Lightening never lifts either end, aggravating never lowers one; where both are
 * established the whole span stays open and a person weighs them.
 */
final class Discretion {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final List<AppliedCircumstance> circumstances;
    private final GeneralPart general;
    private final @Nullable RuleSet bands;

    /** The discretion left by circumstances; {@code bands} grades fines that no benchmark grades, where the field has some. */
    Discretion(List<AppliedCircumstance> circumstances, GeneralPart general, @Nullable RuleSet bands) {
        this.circumstances = circumstances;
        this.general = general;
        this.bands = bands;
    }

    private boolean any(Predicate<Effect> property) {
        return circumstances.stream().map(AppliedCircumstance::effect).anyMatch(property);
    }

    boolean lightens() {
        return any(Effect::lightens);
    }

    boolean mustMitigate() {
        return any(Effect::mustMitigate);
    }

    /** Whether a ground is established on which the penalty may go below the statutory minimum (减轻). */
    boolean mayMitigate() {
        return any(Effect::mitigates);
    }

    boolean aggravates() {
        return any(Effect::aggravates);
    }

    /**
     * What a benchmark leaves: lightening opens the range down to the statute's minimum, aggravating up to its maximum. A tier that lies
     * below the minimum keeps its own lower end.
     */
    Range within(Range statutory, Range benchmark) {
        long low = lightens() ? Math.min(statutory.min(), benchmark.min()) : benchmark.min();
        Long high = aggravates() ? statutory.max() : benchmark.max();
        return new Range(low, high, true);
    }

    /** The band of the statutory span that a rule set of bands gives, or empty where the statute names no maximum. */
    Optional<Range> band(RuleSet grading, Range statutory) {
        Long max = statutory.max();
        if (max == null) {
            return Optional.empty();
        }
        boolean lighter = lightens();
        boolean heavier = aggravates();
        boolean mustLighter = any(Effect::mustLighten);
        boolean mustHeavier = any(effect -> effect == Effect.MUST_HEAVIER);
        boolean ceilingOnly = statutory.min() == 0;
        Band low = band(grading, lighter ? "lighter" : mustHeavier ? "heavier" : "normal", ceilingOnly);
        Band high = band(grading, heavier ? "heavier" : mustLighter ? "lighter" : "normal", ceilingOnly);
        BigDecimal span = BigDecimal.valueOf(max - statutory.min());
        long from = statutory.min() + share(span, low.lowPct(), RoundingMode.CEILING);
        long to = statutory.min() + share(span, high.highPct(), RoundingMode.FLOOR);
        return Optional.of(Range.of(from, Math.max(from, to)));
    }

    private static long share(BigDecimal span, BigDecimal percent, RoundingMode rounding) {
        return span.multiply(percent).divide(HUNDRED, 0, rounding).longValueExact();
    }

    /** Some bands differ where the statute names a maximum and no minimum (重庆市规范行政处罚裁量权办法 第十六条). */
    private Band band(RuleSet grading, String grade, boolean ceilingOnly) {
        GeneralPart.HookAnswer answer =
                general.answer(grading, "band", Map.of("grade", grade, "ceilingOnly", ceilingOnly));
        return new Band(
                answer.number("lowPct").orElseThrow(() -> missing(grading, grade)),
                answer.number("highPct").orElseThrow(() -> missing(grading, grade)));
    }

    private static IllegalStateException missing(RuleSet grading, String grade) {
        return new IllegalStateException(grading.ref() + " gives no band for " + grade);
    }

    private record Band(BigDecimal lowPct, BigDecimal highPct) {}

    /**
     * What lies below the statutory minimum: from one fen, month or day up to it, the minimum itself left out. Where the minimum is nothing, the
     * bands may say below which share of the maximum a fine counts as mitigated (重庆市规范行政处罚裁量权办法 第十六条第一款第三项); else null.
     */
    @Nullable
    Range below(Range statutory, PenaltyKind kind) {
        if (statutory.min() > 1) {
            // An amount of nothing is no penalty at all.
            return new Range(1, statutory.min(), false);
        }
        Long max = statutory.max();
        if (bands == null || max == null || kind != PenaltyKind.FINE) {
            return null;
        }
        GeneralPart.HookAnswer answer = general.answer(bands, "mitigated", Map.of("ceilingOnly", true));
        return answer.number("belowPct")
                .filter(percent -> percent.signum() > 0)
                .map(percent -> new Range(1, share(BigDecimal.valueOf(max), percent, RoundingMode.CEILING), false))
                .orElse(null);
    }
}
