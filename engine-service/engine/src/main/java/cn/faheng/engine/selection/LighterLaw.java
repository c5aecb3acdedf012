package cn.faheng.engine.selection;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawComparison.Chosen;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 从旧兼从轻: weighs the law at the act against the law at the decision by the order that the general part states. */
public final class LighterLaw {

    private static final String HOOK = "lighter-law";

    private final GeneralPart general;
    private final @Nullable HookAnswer stated;
    private volatile @Nullable Map<PenaltyKind, BigDecimal> ranking;

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

    private static List<Criterion> criteria(HookAnswer order) {
        List<Criterion> criteria = new ArrayList<>();
        if (order.result() instanceof List<?> list) {
            for (Object code : list) {
                criteria.add(Criterion.ofCode(String.valueOf(code))
                        .orElseThrow(() -> new IllegalStateException(
                                "The order of comparison names the unknown criterion " + code)));
            }
        }
        return criteria;
    }

    private Verdict weigh(LawResult atAct, LawResult atDecision, @Nullable HookAnswer order) {
        if (isSameLaw(atAct, atDecision)) {
            return new Verdict(Chosen.LAW_AT_ACT, "same-law", "行为时与作出决定时适用同一版本的规定。");
        }
        if (order == null) {
            return new Verdict(Chosen.LAW_AT_ACT, "no-order-held", "规则库没有收录作出决定时比较新旧规定的依据，适用行为时的规定；请法制审核确认。");
        }
        int disposition = Integer.compare(burden(atAct), burden(atDecision));
        if (disposition != 0) {
            return chosen(disposition, "disposition", "处理结果", List.of());
        }
        List<Criterion> criteria = criteria(order);
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (criterion.isOfWhatRemains() && isGuided(atAct) != isGuided(atDecision)) {
                return isGuided(atDecision)
                        ? new Verdict(Chosen.LAW_AT_DECISION, "guidance", "法定处罚轻重相同；行为时没有裁量基准，按作出决定时的裁量基准行使裁量权。")
                        : new Verdict(Chosen.LAW_AT_ACT, "guidance", "法定处罚轻重相同；作出决定时没有可以适用的裁量基准，按行为时的裁量基准行使裁量权。");
            }
            int difference = difference(criterion, atAct, atDecision);
            if (difference != 0) {
                List<String> against = criteria.subList(i + 1, criteria.size()).stream()
                        .filter(later -> !later.isOfWhatRemains())
                        .filter(later -> difference * difference(later, atAct, atDecision) < 0)
                        .map(Criterion::chinese)
                        .toList();
                return chosen(difference, criterion.code(), criterion.chinese(), against);
            }
        }
        return new Verdict(Chosen.LAW_AT_ACT, "equal", "新旧规定的处罚轻重相同，适用行为时的规定。");
    }

    /** The same statute, guidance and circumstances; a general part that changed in between makes it another law. */
    private static boolean isSameLaw(LawResult atAct, LawResult atDecision) {
        return atAct.statute().ref().equals(atDecision.statute().ref())
                && Objects.equals(atAct.benchmark(), atDecision.benchmark())
                && Objects.equals(atAct.bands(), atDecision.bands())
                && effects(atAct).equals(effects(atDecision));
    }

    private static Set<String> effects(LawResult law) {
        return law.circumstances().stream()
                .map((AppliedCircumstance c) -> c.code() + " " + c.effect().code())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int difference(Criterion criterion, LawResult atAct, LawResult atDecision) {
        Map<PenaltyKind, BigDecimal> severities = severities();
        return criterion.burden(atAct, severities).compareTo(criterion.burden(atDecision, severities));
    }

    private static Verdict chosen(int difference, String criterion, String name, List<String> against) {
        String conflict = against.isEmpty() ? "" : "按“" + String.join("”“", against) + "”比较则相反，是否较轻请法制审核确认。";
        return difference > 0
                ? new Verdict(
                        Chosen.LAW_AT_DECISION, criterion, "按“" + name + "”比较，作出决定时的规定处罚较轻，适用新的规定（从轻）。" + conflict)
                : new Verdict(
                        Chosen.LAW_AT_ACT, criterion, "按“" + name + "”比较，作出决定时的规定不轻于行为时的规定，适用行为时的规定（从旧）。" + conflict);
    }

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

    private Map<PenaltyKind, BigDecimal> severities() {
        Map<PenaltyKind, BigDecimal> known = ranking;
        if (known == null) {
            known = new EnumMap<>(PenaltyKind.class);
            for (PenaltyKind kind : PenaltyKind.values()) {
                known.put(kind, severity(kind));
            }
            ranking = known;
        }
        return known;
    }

    private BigDecimal severity(PenaltyKind kind) {
        return general.ask(HOOK, "severity", Map.of("kind", kind.code()))
                .map(HookAnswer::result)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .orElse(BigDecimal.ZERO);
    }

    private record Verdict(Chosen chosen, String criterion, String reason) {}
}
