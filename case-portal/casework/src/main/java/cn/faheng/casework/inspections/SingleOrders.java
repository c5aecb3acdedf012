package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.PowerItem;
import cn.faheng.casework.directory.PowerItems;
import cn.faheng.casework.directory.PowerList;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.Citation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks after complaints and follow-ups: who may be sent, and for what. */
@Component
final class SingleOrders {

    private static final int FEWEST_OFFICERS = 2;

    private final TaskRows tasks;
    private final ObjectLibrary library;
    private final Officers officers;
    private final PowerItems powerItems;
    private final PowerList powers;
    private final Recusals recusals;
    private final InspectionPolicy policy;

    SingleOrders(
            TaskRows tasks,
            ObjectLibrary library,
            Officers officers,
            PowerItems powerItems,
            PowerList powers,
            Recusals recusals,
            InspectionPolicy policy) {
        this.tasks = tasks;
        this.library = library;
        this.officers = officers;
        this.powerItems = powerItems;
        this.powers = powers;
        this.recusals = recusals;
        this.policy = policy;
    }

    /** What is to be done; throws where something entered is wrong. */
    Task.Order order(SingleCheck single, String body) {
        if (single.ground().isBlank()) {
            throw Refused.field("ground", "请写明投诉举报、转办交办的编号，或者所复查的检查：据此才不计入检查频次（《优化营商环境条例》第五十四条第二款）。");
        }
        if (single.ends().isBefore(single.starts())) {
            throw Refused.field("ends", "结束日期早于开始日期，请改正。");
        }
        if (single.kind() == Task.Kind.FOLLOW_UP) {
            requireFollowed(single);
        }
        InspectionObject object = library.get(single.object());
        if (object.division().isEmpty()) {
            throw Refused.field("object", "检查对象“" + object.name() + "”没有填写所在地区，请先在检查对象名录库补填。");
        }
        List<PlanItem> items = single.items().stream()
                .map(code -> item(code, body, single.starts()))
                .toList();
        if (items.isEmpty()) {
            throw Refused.field("items", "请至少选择一个检查事项。");
        }
        return new Task.Order(
                null,
                "",
                null,
                object,
                body,
                sent(single, body, object),
                items,
                Questions.of(items, single.starts()),
                single.starts(),
                single.ends(),
                single.ground().strip(),
                single.follows());
    }

    private void requireFollowed(SingleCheck single) {
        UUID id = single.follows();
        if (id == null) {
            throw Refused.field("follows", "复查应当写明所复查的检查任务。");
        }
        Task followed = tasks.get(id);
        policy.requireSees(followed.order().body(), TaskRows.WHAT);
        OnSiteRecord onSite = followed.onSite();
        if (!followed.order().object().id().equals(single.object())
                || onSite == null
                || onSite.result() == InspectionResult.NOTHING_FOUND) {
            throw Refused.field("follows", "任务 " + followed.number() + " 没有对这个检查对象发现问题，不需要复查。");
        }
    }

    private PlanItem item(String code, String body, LocalDate on) {
        PowerItem item = powerItems
                .find(code, on)
                .filter(found -> found.kind() == PowerItem.Kind.INSPECTION)
                .orElseThrow(() -> Refused.field("items", "没有行政检查事项“" + code + "”。"));
        if (item.basis().isEmpty()) {
            throw Refused.field("items", "检查事项“" + item.name() + "”没有写明依据，不得检查（国办发〔2015〕58号 二（一））。");
        }
        if (!item.effective().contains(on) || !powers.holds(body, code, on)) {
            throw Refused.field("items", "检查事项“" + item.name() + "”在 " + on + " 不在本机关的权责清单内，或者已经不施行。");
        }
        return new PlanItem(
                code,
                item.name(),
                item.field(),
                item.basis().stream().map(Citation::chinese).collect(Collectors.joining("；")));
    }

    private List<Task.Sent> sent(SingleCheck single, String body, InspectionObject object) {
        if (new HashSet<>(single.officers()).size() < FEWEST_OFFICERS) {
            throw Refused.field("officers", "检查人员不得少于两人（《行政处罚法》第四十二条第一款；《食品生产经营监督检查管理办法》第二十三条第一款）。");
        }
        Set<String> away =
                recusals.of(object.id()).stream().map(Recusal::inspector).collect(Collectors.toSet());
        Map<String, Task.Sent> sent = new HashMap<>();
        for (String certificate : single.officers()) {
            Officer officer = officers.find(certificate, single.starts())
                    .filter(found -> found.body().equals(body))
                    .orElseThrow(() -> Refused.field("officers", "本机关没有执法证号为 " + certificate + " 的执法人员。"));
            if (!officer.certifiedOn(single.starts())
                    || !officer.certifiedOn(single.ends())
                    || !officer.certifiedIn(new Division(object.division()))) {
                throw Refused.field("officers", officer.name() + "的执法证件在检查期间或者检查地区无效，请改派。");
            }
            if (away.contains(certificate)) {
                throw Refused.field("officers", officer.name() + "对“" + object.name() + "”应当回避（《行政处罚法》第四十三条第一款），请改派。");
            }
            sent.put(certificate, new Task.Sent(certificate, officer.name(), officer.body()));
        }
        return sent.values().stream()
                .sorted(java.util.Comparator.comparing(Task.Sent::certificate))
                .toList();
    }
}
