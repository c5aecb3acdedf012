package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Procedure.Remedies;
import cn.faheng.engine.outcome.Procedure.Requirement;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the procedure, hearing and remedies hooks what a penalty demands. The law at the time of the decision governs procedure. */
public final class ProcedureDemands {

    private static final Map<String, String> NAMES = names();

    private final GeneralPart general;
    private final PenaltyAtStake stake;

    /**
     * Prepares the questions.
     *
     * @param general the general part on the day of the decision
     * @param stake the penalty that is measured
     */
    public ProcedureDemands(GeneralPart general, PenaltyAtStake stake) {
        this.general = general;
        this.stake = stake;
    }

    public Procedure procedure() {
        Map<String, Object> inputs = stake.inputs();
        List<Requirement> steps = new ArrayList<>();
        NAMES.forEach((decision, name) -> {
            if (decision.equals("hearing")) {
                hearing(inputs).ifPresent(steps::add);
            } else {
                general.ask("procedure", decision, inputs).ifPresent(answer -> steps.add(requirement(name, answer)));
            }
        });
        boolean onTheSpot = steps.stream()
                .anyMatch(s -> s.code().equals("on-the-spot") && s.required().equals("available"));
        return new Procedure(stake.measuredBy(), steps, remedies(onTheSpot));
    }

    /**
     * A department's own amount and a province's own amount can both be there. Where they agree that is the answer; where one of them
     * says that it stands back, the other answers; otherwise the party keeps the right: a hearing is offered where either demands it,
     * and both are named.
     */
    private Optional<Requirement> hearing(Map<String, Object> inputs) {
        List<HookAnswer> answers = new ArrayList<>();
        for (RuleSet ruleSet : general.ruleSets("hearing")) {
            answers.add(general.answer(ruleSet, "hearing", inputs));
        }
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        List<HookAnswer> specific = answers.size() == 1
                ? answers
                : answers.stream().filter(a -> !isFallback(a.ruleSet())).toList();
        List<HookAnswer> asked = specific.isEmpty() ? answers : specific;
        Set<String> said = asked.stream().map(HookAnswer::text).collect(Collectors.toCollection(LinkedHashSet::new));
        String required = said.contains("yes") ? "yes" : said.contains("person-decides") ? "person-decides" : "no";
        List<Citation> citations =
                asked.stream().flatMap(a -> a.citations().stream()).distinct().toList();
        String text = NAMES.get("hearing") + "：" + said(required)
                + (said.size() > 1 ? "；部门规定与地方规定的标准不一致，按有利于当事人的标准告知，请法制审核确认" : "") + "。";
        return Optional.of(new Requirement("hearing", required, text, null, null, citations));
    }

    private static boolean isFallback(RuleSet ruleSet) {
        return ruleSet.fields().isEmpty() && ruleSet.jurisdiction().equals(Division.NATION);
    }

    private static Requirement requirement(String name, HookAnswer answer) {
        String required = answer.text().isEmpty() ? "person-decides" : answer.text();
        BigDecimal limit = answer.number("limit").orElse(null);
        Object unit = answer.column("unit");
        boolean money = limit != null && unit == null;
        String unitText = unit == null ? (money ? "yuan" : null) : unit.toString();
        String length =
                limit == null ? "" : limit.stripTrailingZeros().toPlainString() + (money ? "元" : unitName(unitText));
        String text = name + "：" + said(required) + (length.isEmpty() ? "" : "（" + length + "）") + "。";
        return new Requirement(
                answer.slug(),
                required,
                text,
                limit == null ? null : limit.stripTrailingZeros().toPlainString(),
                unitText,
                answer.citations());
    }

    private static String unitName(@Nullable String unit) {
        if (unit == null) {
            return "";
        }
        return switch (unit) {
            case "day" -> "日";
            case "month" -> "个月";
            case "working-day" -> "个工作日";
            default -> unit;
        };
    }

    private static String said(String required) {
        return switch (required) {
            case "yes" -> "应当";
            case "no" -> "不需要（不适用）";
            case "available" -> "可以适用";
            default -> "由行政机关负责人或者法制审核人员判断";
        };
    }

    private @Nullable Remedies remedies(boolean onTheSpot) {
        HookAnswer answer = general.ask("remedies", "remedies", Map.of("onTheSpot", onTheSpot))
                .orElse(null);
        if (answer == null) {
            return null;
        }
        return new Remedies(
                answer.required("text").toString(),
                answer.required("textEn").toString(),
                new BigDecimal(answer.required("reconsiderationDays").toString()).intValueExact(),
                answer.number("litigationMonths").map(BigDecimal::intValueExact).orElse(null),
                Boolean.TRUE.equals(answer.column("reconsiderationFirst")),
                answer.citations());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("onTheSpot", "简易程序当场处罚");
        names.put("onTheSpotCollection", "当场收缴罚款");
        names.put("hearing", "告知听证权利");
        names.put("legalReview", "法制审核");
        names.put("caseReview", "案件审核");
        names.put("collectiveDiscussion", "负责人集体讨论");
        names.put("decisionLimit", "作出决定的期限");
        return names;
    }
}
