package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.PowerItem;
import cn.faheng.casework.directory.PowerItems;
import cn.faheng.casework.directory.PowerList;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.Citation;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is wrong with a plan: above all that each item has a basis and is in the list of powers of the body. */
@Component
final class PlanCheck {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_PURPOSE = 2_000;
    private static final int MOST_INSPECTORS = 10;
    private static final int MOST_CHECKS = 366;

    private final PowerItems items;
    private final PowerList powers;
    private final Bodies bodies;

    PlanCheck(PowerItems items, PowerList powers, Bodies bodies) {
        this.items = items;
        this.powers = powers;
        this.bodies = bodies;
    }

    /** The items of a plan with their basis; throws with every field that is wrong. */
    List<PlanItem> check(PlanDraft draft) {
        Problem.Errors errors = new Problem.Errors();
        texts(draft, errors);
        dates(draft, errors);
        territory(draft, errors);
        sample(draft, errors);
        limits(draft.limits(), errors);
        List<PlanItem> checked = new ArrayList<>();
        if (draft.items().isEmpty()) {
            errors.add("/items", ProblemType.MISSING_FIELD, "请至少选择一个检查事项。法律法规规章没有规定的，一律不得擅自开展检查（国办发〔2015〕58号 二（一））。");
        }
        for (String code : draft.items()) {
            item(draft, code, errors, checked);
        }
        errors.throwIfAny();
        return checked;
    }

    private static void texts(PlanDraft draft, Problem.Errors errors) {
        length("title", "计划名称", draft.title(), LONGEST_TITLE, errors);
        length("purpose", "检查目的", draft.purpose(), LONGEST_PURPOSE, errors);
    }

    private static void length(String field, String what, String text, int most, Problem.Errors errors) {
        if (text.isBlank()) {
            errors.add("/" + field, ProblemType.MISSING_FIELD, "请填写" + what + "。");
        } else if (text.length() > most) {
            errors.add("/" + field, ProblemType.OUT_OF_RANGE, what + "最多 " + most + " 个字符，现有 " + text.length() + " 个。");
        }
    }

    private static void dates(PlanDraft draft, Problem.Errors errors) {
        if (draft.ends().isBefore(draft.starts())) {
            errors.add(
                    "/ends",
                    ProblemType.IMPOSSIBLE_DATES,
                    "结束日期 " + draft.ends() + " 早于开始日期 " + draft.starts() + "，请改正。");
        } else if (draft.starts().getYear() != draft.year() || draft.ends().getYear() != draft.year()) {
            errors.add("/starts", ProblemType.IMPOSSIBLE_DATES, "检查期间应当在计划年度 " + draft.year() + " 年之内；跨年的，请按年度分别制定计划。");
        }
    }

    private void territory(PlanDraft draft, Problem.Errors errors) {
        Body body = bodies.find(draft.body(), draft.starts()).orElse(null);
        if (body == null || !body.mayActOn(draft.starts()) || !body.mayActOn(draft.ends())) {
            errors.add("/body", ProblemType.OUT_OF_RANGE, "执法主体 " + draft.body() + " 在检查期间不是有效的执法主体，请核对执法主体名录。");
            return;
        }
        for (String region : draft.filter().regions()) {
            if (!region.matches("\\d{6}") || !body.covers(new Division(region), null)) {
                errors.add(
                        "/regions",
                        ProblemType.OUT_OF_RANGE,
                        "地区 " + region + " 不在" + body.name() + "的管辖范围（" + body.division() + "）内，请删去。");
            }
        }
        for (String other : draft.supporting()) {
            if (other.equals(draft.body()) || bodies.find(other, draft.starts()).isEmpty()) {
                errors.add("/supporting", ProblemType.OUT_OF_RANGE, "参加的其他执法主体 " + other + " 不存在，或者就是本机关，请改正。");
            }
        }
    }

    private static void sample(PlanDraft draft, Problem.Errors errors) {
        boolean any = false;
        for (BigDecimal value : draft.sample().perClass().values()) {
            any |= value.signum() > 0;
            boolean number = draft.sample().mode() == Sample.Mode.NUMBER;
            if (value.signum() < 0
                    || (number && value.stripTrailingZeros().scale() > 0)
                    || (!number && value.compareTo(new BigDecimal(100)) > 0)) {
                errors.add("/sample", ProblemType.OUT_OF_RANGE, number ? "抽取数应当是不小于零的整数。" : "抽取比例应当在 0 到 100 之间（%）。");
                return;
            }
        }
        if (!any) {
            errors.add("/sample", ProblemType.MISSING_FIELD, "请至少为一个风险等级填写抽取比例或者数量。");
        }
    }

    private static void limits(PlanLimits limits, Problem.Errors errors) {
        range("perYear", "每户全年检查次数上限", limits.perYear(), 1, MOST_CHECKS, errors);
        range("perItem", "每户同一事项全年检查次数上限", limits.perItem(), 1, Math.max(1, limits.perYear()), errors);
        range("severalBodiesDays", "不同机关检查的间隔提示天数", limits.severalBodiesDays(), 0, MOST_CHECKS, errors);
        if (limits.inspectorsPerObject() < 2) {
            errors.add(
                    "/inspectorsPerObject",
                    ProblemType.OUT_OF_RANGE,
                    "每户的检查人员不得少于两人（《行政处罚法》第四十二条第一款；《食品生产经营监督检查管理办法》第二十三条第一款）。");
        } else {
            range("inspectorsPerObject", "每户的检查人员", limits.inspectorsPerObject(), 2, MOST_INSPECTORS, errors);
        }
    }

    private static void range(String field, String what, int value, int least, int most, Problem.Errors errors) {
        if (value < least || value > most) {
            errors.add(
                    "/" + field,
                    ProblemType.OUT_OF_RANGE,
                    what + "应当在 " + least + " 到 " + most + " 之间，现为 " + value + "。");
        }
    }

    private void item(PlanDraft draft, String code, Problem.Errors errors, List<PlanItem> checked) {
        PowerItem item = items.find(code, draft.starts()).orElse(null);
        if (item == null || item.kind() != PowerItem.Kind.INSPECTION) {
            errors.add("/items", ProblemType.UNKNOWN_ITEM, "没有行政检查事项“" + code + "”，请从检查事项目录中选择。");
        } else if (item.basis().isEmpty()) {
            errors.add(
                    "/items",
                    ProblemType.CITES_NOTHING,
                    "检查事项“" + item.name() + "”没有写明依据，不得列入计划：法律法规规章没有规定的，一律不得擅自开展检查（国办发〔2015〕58号 二（一））。");
        } else if (!item.effective().contains(draft.starts())
                || !item.effective().contains(draft.ends())) {
            errors.add("/items", ProblemType.OUT_OF_RANGE, "检查事项“" + item.name() + "”在检查期间不是始终有效，请核对它的施行期间。");
        } else if (!powers.holds(draft.body(), code, draft.starts())) {
            errors.add("/items", ProblemType.OUT_OF_RANGE, "检查事项“" + item.name() + "”不在本机关的权责清单内（职权法定），请删去或者先调整权责清单。");
        } else {
            checked.add(new PlanItem(
                    code,
                    item.name(),
                    item.field(),
                    item.basis().stream().map(Citation::chinese).collect(Collectors.joining("；"))));
        }
    }
}
