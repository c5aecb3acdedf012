package cn.faheng.engine.selection;

import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two laws are compared by; the general part says which of these are asked and in which order. */
enum Criterion {
    HEAVIEST_KIND("heaviestKind", "法定最重的处罚种类"),
    DETENTION_MAXIMUM("detentionMaximum", "法定最长的拘留"),
    DETENTION_MINIMUM("detentionMinimum", "法定最短的拘留"),
    SUSPENSION_MAXIMUM("suspensionMaximum", "法定最长的暂扣"),
    SUSPENSION_MINIMUM("suspensionMinimum", "法定最短的暂扣"),
    FINE_MAXIMUM("fineMaximum", "法定罚款最高额"),
    FINE_MINIMUM("fineMinimum", "法定罚款最低额"),
    MANDATORY_KINDS("mandatoryKinds", "应当并处的处罚种类"),
    PERSONAL_HEAVIEST_KIND("personalHeaviestKind", "对有关责任人员最重的处罚种类"),
    PERSONAL_DETENTION_MAXIMUM("personalDetentionMaximum", "对有关责任人员法定最长的拘留"),
    PERSONAL_DETENTION_MINIMUM("personalDetentionMinimum", "对有关责任人员法定最短的拘留"),
    PERSONAL_FINE_MAXIMUM("personalFineMaximum", "对有关责任人员的法定罚款最高额"),
    PERSONAL_FINE_MINIMUM("personalFineMinimum", "对有关责任人员的法定罚款最低额"),
    CIRCUMSTANCES("circumstances", "从轻、减轻、不予处罚情节"),
    REMAINING_MAXIMUM("remainingMaximum", "裁量后的罚款最高额"),
    REMAINING_MINIMUM("remainingMinimum", "裁量后的罚款最低额");

    private static final Predicate<Penalty> PARTY = penalty -> penalty.subject() == Penalty.Subject.PARTY;
    private static final Predicate<Penalty> PERSONS = PARTY.negate();

    private final String code;
    private final String chinese;

    Criterion(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** How heavily a law weighs by this criterion; more is heavier. */
    BigDecimal burden(LawResult law, Map<PenaltyKind, BigDecimal> severities) {
        return switch (this) {
            case HEAVIEST_KIND -> heaviest(law, PARTY, severities);
            case DETENTION_MAXIMUM -> most(law, PenaltyKind.DETENTION, PARTY, PenaltyRange::statutory);
            case DETENTION_MINIMUM -> least(law, PenaltyKind.DETENTION, PARTY, PenaltyRange::statutory);
            case SUSPENSION_MAXIMUM -> most(law, PenaltyKind.LICENCE_SUSPENSION, PARTY, PenaltyRange::statutory);
            case SUSPENSION_MINIMUM -> least(law, PenaltyKind.LICENCE_SUSPENSION, PARTY, PenaltyRange::statutory);
            case FINE_MAXIMUM -> most(law, PenaltyKind.FINE, PARTY, PenaltyRange::statutory);
            case FINE_MINIMUM -> least(law, PenaltyKind.FINE, PARTY, PenaltyRange::statutory);
            case MANDATORY_KINDS ->
                BigDecimal.valueOf(kinds(law, PARTY, mode -> mode == PenaltyMode.MUST)
                        .distinct()
                        .count());
            case PERSONAL_HEAVIEST_KIND -> heaviest(law, PERSONS, severities);
            case PERSONAL_DETENTION_MAXIMUM -> most(law, PenaltyKind.DETENTION, PERSONS, PenaltyRange::statutory);
            case PERSONAL_DETENTION_MINIMUM -> least(law, PenaltyKind.DETENTION, PERSONS, PenaltyRange::statutory);
            case PERSONAL_FINE_MAXIMUM -> most(law, PenaltyKind.FINE, PERSONS, PenaltyRange::statutory);
            case PERSONAL_FINE_MINIMUM -> least(law, PenaltyKind.FINE, PERSONS, PenaltyRange::statutory);
            case CIRCUMSTANCES -> BigDecimal.valueOf(-leniency(law.circumstances()));
            case REMAINING_MAXIMUM -> most(law, PenaltyKind.FINE, PARTY, PenaltyRange::remaining);
            case REMAINING_MINIMUM -> least(law, PenaltyKind.FINE, PARTY, PenaltyRange::remaining);
        };
    }

    private static BigDecimal heaviest(
            LawResult law, Predicate<Penalty> whose, Map<PenaltyKind, BigDecimal> severities) {
        return kinds(law, whose, mode -> true).map(severities::get).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    static Optional<Criterion> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    String chinese() {
        return chinese;
    }

    /** Whether the criterion looks at what benchmark and circumstances leave, not at what the statute allows. */
    boolean isOfWhatRemains() {
        return this == REMAINING_MAXIMUM || this == REMAINING_MINIMUM;
    }

    private static Stream<PenaltyKind> kinds(LawResult law, Predicate<Penalty> whose, Predicate<PenaltyMode> mode) {
        return law.penalties().stream()
                .filter(p -> whose.test(p.penalty()) && p.penalty().kind().isPenalty() && mode.test(p.mode()))
                .map(p -> p.penalty().kind());
    }

    private static BigDecimal most(
            LawResult law, PenaltyKind kind, Predicate<Penalty> whose, Function<PenaltyRange, @Nullable Range> which) {
        long most = 0;
        for (PenaltyRange penalty : law.penalties()) {
            Range range = which.apply(penalty);
            if (range != null && penalty.penalty().kind() == kind && whose.test(penalty.penalty())) {
                most = Math.max(most, range.greatest());
            }
        }
        return BigDecimal.valueOf(most);
    }

    /** A penalty that need not be imposed may come to nothing. */
    private static BigDecimal least(
            LawResult law, PenaltyKind kind, Predicate<Penalty> whose, Function<PenaltyRange, @Nullable Range> which) {
        long least = 0;
        for (PenaltyRange penalty : law.penalties()) {
            Range range = which.apply(penalty);
            if (range != null
                    && penalty.mode() == PenaltyMode.MUST
                    && penalty.penalty().kind() == kind
                    && whose.test(penalty.penalty())) {
                least = Math.max(least, range.min());
            }
        }
        return BigDecimal.valueOf(least);
    }

    /** Binding lightening counts more than allowed lightening, going below the statute more than staying inside it. */
    private static long leniency(List<AppliedCircumstance> circumstances) {
        Set<Effect> effects =
                circumstances.stream().map(AppliedCircumstance::effect).collect(Collectors.toSet());
        long leniency = 0;
        leniency += any(effects, Effect::allowsNoPenalty) ? 32 : 0;
        leniency += any(effects, Effect::mustMitigate) ? 16 : 0;
        leniency += any(effects, Effect::mustLighten) ? 8 : 0;
        leniency += any(effects, Effect::mitigates) ? 4 : 0;
        leniency += any(effects, Effect::lightens) ? 2 : 0;
        leniency -= any(effects, Effect::aggravates) ? 1 : 0;
        return leniency;
    }

    private static boolean any(Set<Effect> effects, Predicate<Effect> property) {
        return effects.stream().anyMatch(property);
    }
}
