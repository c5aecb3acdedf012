package cn.faheng.engine.selection;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawComparison.Chosen;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 从旧兼从轻: weighs the law at the act against the law at the decision by the order that the general part states. */
public final class LighterLaw {

    private static final String HOOK = "lighter-law";

    private final GeneralPart general;
    private final @Nullable HookAnswer stated;
    private final Map<PenaltyKind, BigDecimal> severities = new ConcurrentHashMap<>();

    /** The general part of the day of the decision states the order. */
    public LighterLaw(GeneralPart general) {
        this.general = general;
        this.stated = general.ask(HOOK, "order", Map.of()).orElse(null);
    }

    /** Chooses; where neither law is lighter the law at the act applies. */
    public LawComparison compare(LawResult atAct, LawResult atDecision) {
        HookAnswer order = stated;
        Verdict verdict = weigh(atAct, atDecision, order);
        return new LawComparison(
                atAct,
                atDecision,
                verdict.chosen(),
                verdict.criterion(),
                verdict.reason(),
                order == null ? null : order.ruleSet().ref(),
                order == null ? List.of() : order.citations());
    }

    private static List<String> criteria(HookAnswer order) {
        List<String> criteria = new ArrayList<>();
        if (order.result() instanceof List<?> list) {
            list.forEach(criterion -> criteria.add(String.valueOf(criterion)));
        }
        return criteria;
    }

    private Verdict weigh(LawResult atAct, LawResult atDecision, @Nullable HookAnswer order) {
        if (atAct.statute().ref().equals(atDecision.statute().ref())
                && Objects.equals(atAct.benchmark(), atDecision.benchmark())
                && Objects.equals(atAct.bands(), atDecision.bands())) {
            return new Verdict(Chosen.LAW_AT_ACT, "same-law", "行为时与作出决定时适用同一版本的规定。");
        }
        if (order == null) {
            return new Verdict(Chosen.LAW_AT_ACT, "no-order-held", "规则库没有收录作出决定时比较新旧规定的依据，适用行为时的规定；请法制审核确认。");
        }
        int disposition = Integer.compare(burden(atAct), burden(atDecision));
        if (disposition != 0) {
            return chosen(disposition, "disposition", "处理结果");
        }
        for (String criterion : criteria(order)) {
            boolean ofWhatRemains = criterion.startsWith("remaining");
            if (ofWhatRemains && isGuided(atAct) != isGuided(atDecision)) {
                return isGuided(atDecision)
                        ? new Verdict(Chosen.LAW_AT_DECISION, "guidance", "法定处罚轻重相同；行为时没有裁量基准，按作出决定时的裁量基准行使裁量权。")
                        : new Verdict(Chosen.LAW_AT_ACT, "guidance", "法定处罚轻重相同；作出决定时没有可以适用的裁量基准，按行为时的裁量基准行使裁量权。");
            }
            int difference = difference(criterion, atAct, atDecision);
            if (difference != 0) {
                return chosen(difference, criterion, NAMES.getOrDefault(criterion, criterion));
            }
        }
        return new Verdict(Chosen.LAW_AT_ACT, "equal", "新旧规定的处罚轻重相同，适用行为时的规定。");
    }

    private static Verdict chosen(int difference, String criterion, String name) {
        return difference > 0
                ? new Verdict(Chosen.LAW_AT_DECISION, criterion, "按“" + name + "”比较，作出决定时的规定处罚较轻，适用新的规定（从轻）。")
                : new Verdict(Chosen.LAW_AT_ACT, criterion, "按“" + name + "”比较，作出决定时的规定不轻于行为时的规定，适用行为时的规定（从旧）。");
    }

    private static final Map<String, String> NAMES = Map.of(
            "heaviestKind", "法定最重的处罚种类",
            "fineMaximum", "法定罚款最高额",
            "fineMinimum", "法定罚款最低额",
            "mandatoryKinds", "应当并处的处罚种类",
            "remainingMaximum", "裁量后的罚款最高额",
            "remainingMinimum", "裁量后的罚款最低额");

    /** Whether a benchmark or bands guide discretion. That one law has none does not make it the lighter one. */
    private static boolean isGuided(LawResult law) {
        return law.benchmark() != null || law.bands() != null;
    }

    /** Less for what burdens the party less. */
    private static int burden(LawResult result) {
        Disposition disposition = result.exemption().isPresent() ? Disposition.NO_PENALTY : result.disposition();
        return switch (disposition) {
            case NOT_APPLICABLE -> 0;
            case NO_PENALTY -> 1;
            case PENALTY, PERSON_DECIDES -> 2;
            case TRANSFER_CRIMINAL -> 3;
        };
    }

    private int difference(String criterion, LawResult atAct, LawResult atDecision) {
        return switch (criterion) {
            case "heaviestKind" -> heaviestKind(atAct).compareTo(heaviestKind(atDecision));
            case "fineMaximum" ->
                Long.compare(
                        fine(atAct, PenaltyRange::statutory, true), fine(atDecision, PenaltyRange::statutory, true));
            case "fineMinimum" ->
                Long.compare(
                        fine(atAct, PenaltyRange::statutory, false), fine(atDecision, PenaltyRange::statutory, false));
            case "mandatoryKinds" -> Integer.compare(mandatoryKinds(atAct), mandatoryKinds(atDecision));
            case "remainingMaximum" ->
                Long.compare(
                        fine(atAct, PenaltyRange::remaining, true), fine(atDecision, PenaltyRange::remaining, true));
            case "remainingMinimum" ->
                Long.compare(
                        fine(atAct, PenaltyRange::remaining, false), fine(atDecision, PenaltyRange::remaining, false));
            default ->
                throw new IllegalStateException("The order of comparison names the unknown criterion " + criterion);
        };
    }

    private BigDecimal heaviestKind(LawResult result) {
        BigDecimal heaviest = BigDecimal.ZERO;
        for (PenaltyRange penalty : result.penalties()) {
            if (penalty.penalty().kind().isPenalty() && penalty.penalty().subject() == Penalty.Subject.PARTY) {
                heaviest = heaviest.max(severity(penalty.penalty().kind()));
            }
        }
        return heaviest;
    }

    private BigDecimal severity(PenaltyKind kind) {
        return severities.computeIfAbsent(kind, this::asked);
    }

    private BigDecimal asked(PenaltyKind kind) {
        return general.ask(HOOK, "severity", Map.of("kind", kind.code()))
                .map(HookAnswer::result)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .orElse(BigDecimal.ZERO);
    }

    private static long fine(LawResult result, Function<PenaltyRange, Range> which, boolean greatest) {
        long found = 0;
        for (PenaltyRange penalty : result.penalties()) {
            Range range = which.apply(penalty);
            if (penalty.penalty().kind() == PenaltyKind.FINE && range != null) {
                boolean spared = !greatest && penalty.mode() != PenaltyMode.MUST;
                long amount = greatest ? range.greatest() : spared ? 0 : range.min();
                found = Math.max(found, amount);
            }
        }
        return found;
    }

    private static int mandatoryKinds(LawResult result) {
        Set<PenaltyKind> kinds = new HashSet<>();
        result.penalties().stream()
                .filter(p -> p.mode() == PenaltyMode.MUST && p.penalty().kind().isPenalty())
                .forEach(p -> kinds.add(p.penalty().kind()));
        return kinds.size();
    }

    private record Verdict(Chosen chosen, String criterion, String reason) {}
}
