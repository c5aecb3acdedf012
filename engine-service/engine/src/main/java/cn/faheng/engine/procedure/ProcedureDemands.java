package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Procedure.Remedies;
import cn.faheng.engine.outcome.Procedure.Requirement;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.legal.Citation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        HearingDemand demand = new HearingDemand(general, inputs);
        List<Requirement> steps = new ArrayList<>();
        NAMES.forEach((decision, name) -> {
            if (decision.equals("hearing")) {
                hearing(demand).ifPresent(steps::add);
            } else if (decision.equals("detentionExecution")) {
                detentionExecution(inputs).ifPresent(steps::add);
            } else if (decision.equals("legalReview")) {
                legalReview(inputs, demand).ifPresent(steps::add);
            } else {
                general.ask("procedure", decision, inputs).ifPresent(answer -> steps.add(requirement(name, answer)));
            }
        });
        boolean available = steps.stream()
                .anyMatch(s -> s.code().equals("on-the-spot") && s.required().equals("available"));
        Boolean chosen = stake.onTheSpot();
        boolean onTheSpot = chosen == null ? available : chosen;
        boolean open = available && chosen == null;
        return new Procedure(stake.measuredBy(), steps, remedies(onTheSpot), open ? remedies(false) : null);
    }

    private Optional<Requirement> hearing(HearingDemand demand) {
        return demand.required().map(required -> {
            List<HookAnswer> decisive = demand.decisive();
            List<Citation> citations = decisive.stream()
                    .flatMap(a -> a.citations().stream())
                    .distinct()
                    .toList();
            String amounts = decisive.stream()
                    .flatMap(a -> a.rows().stream())
                    .map(Row::says)
                    .filter(says -> says.contains("罚款"))
                    .distinct()
                    .collect(Collectors.joining("；"));
            String text = NAMES.get("hearing") + "：" + said(required) + "。罚款按"
                    + stake.fineText() + "计" + (amounts.isEmpty() ? "" : "；" + amounts)
                    + (demand.isContested() ? "；部门规定与地方规定的标准不一致，按有利于当事人的标准告知，请法制审核确认" : "") + "。";
            return new Requirement("hearing", required, text, null, null, citations);
        });
    }

    /** Whether detention that is imposed is also served (治安管理处罚法 (2026) 第二十三条); the measure is what the rule says of it. */
    private Optional<Requirement> detentionExecution(Map<String, Object> inputs) {
        if (!stake.isDetentionOfIndividual()) {
            return Optional.empty();
        }
        return general.ask("procedure", "detentionExecution", inputs).map(answer -> {
            Requirement plain = requirement(NAMES.get("detentionExecution"), answer);
            Object measure = answer.column("measure");
            return measure == null || measure.toString().isBlank()
                    ? plain
                    : new Requirement(
                            plain.code(),
                            plain.required(),
                            NAMES.get("detentionExecution") + "：" + measure + "。",
                            null,
                            null,
                            plain.citations());
        });
    }

    /** What goes through a hearing is reviewed (行政处罚法 (2021) 第五十八条第一款第二项), so the review may depend on the party's asking for one. */
    private Optional<Requirement> legalReview(Map<String, Object> inputs, HearingDemand demand) {
        Optional<HookAnswer> asked = general.ask("procedure", "legalReview", inputs);
        boolean mayBeHeard = demand.required().filter(r -> !r.equals("no")).isPresent();
        if (asked.isEmpty() || !mayBeHeard || !asked.get().text().equals("no")) {
            return asked.map(answer -> requirement(NAMES.get("legalReview"), answer));
        }
        Map<String, Object> heard = new HashMap<>(inputs);
        heard.put("hearingHeld", true);
        HookAnswer afterHearing = general.ask("procedure", "legalReview", heard).orElseThrow();
        if (afterHearing.text().equals("no")) {
            return asked.map(answer -> requirement(NAMES.get("legalReview"), answer));
        }
        return Optional.of(new Requirement(
                afterHearing.slug(),
                "conditional",
                NAMES.get("legalReview") + "：" + said("conditional") + "。",
                null,
                null,
                afterHearing.citations()));
    }

    private static Requirement requirement(@Nullable String name, HookAnswer answer) {
        String required = answer.text().isEmpty() ? "person-decides" : answer.text();
        BigDecimal limit = answer.number("limit").orElse(null);
        Object unit = answer.column("unit");
        boolean money = limit != null && unit == null;
        String unitText = unit == null ? (money ? "yuan" : null) : unit.toString();
        String length = limit == null
                ? ""
                : "（" + start(answer) + plain(limit) + unitName(unitText) + extension(answer, unitText) + "）";
        return new Requirement(
                answer.slug(),
                required,
                name + "：" + said(required) + length + "。",
                limit == null ? null : plain(limit),
                unitText,
                answer.citations());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String start(HookAnswer answer) {
        Object start = answer.column("start");
        if (start == null) {
            return "";
        }
        return switch (start.toString()) {
            case "filing" -> "自立案之日起";
            case "acceptance" -> "自受理之日起";
            case "appearance" -> "自当事人到场接受处理之时起";
            default -> "";
        };
    }

    private static String extension(HookAnswer answer, @Nullable String unit) {
        return answer.number("extension")
                .filter(extension -> extension.signum() > 0)
                .map(extension -> "，经批准可以延长" + plain(extension) + unitName(unit))
                .orElse("");
    }

    private static String unitName(@Nullable String unit) {
        if (unit == null) {
            return "";
        }
        return switch (unit) {
            case "yuan" -> "元";
            case "hour" -> "小时";
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
            case "conditional" -> "经过听证程序的，应当";
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
        names.put("detentionExecution", "行政拘留的执行");
        return names;
    }
}
