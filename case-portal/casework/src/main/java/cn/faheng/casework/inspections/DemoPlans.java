package cn.faheng.casework.inspections;

import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.PowerEntry;
import cn.faheng.casework.directory.PowerItem;
import cn.faheng.casework.directory.PowerItems;
import cn.faheng.casework.directory.PowerList;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans and objects of the demo; all names are invented. */
@Component
final class DemoPlans {

    private static final String BODY = "370811-SCJG";
    private static final String DIVISION = "370811";
    private static final String[] NAMES = {"晨光", "和顺", "锦绣", "百味", "兴隆", "望月", "绿源", "四海"};
    private static final String[] KINDS = {"食品超市", "便利店", "烘焙坊"};
    private static final RiskClass[] RISKS = {RiskClass.A, RiskClass.B, RiskClass.C, RiskClass.D};

    private final Officers officers;
    private final PowerList powers;
    private final PowerItems items;
    private final ObjectLibrary library;
    private final Clock clock;

    DemoPlans(Officers officers, PowerList powers, PowerItems items, ObjectLibrary library, Clock clock) {
        this.officers = officers;
        this.powers = powers;
        this.items = items;
        this.library = library;
        this.clock = clock;
    }

    /** Whether the directory has an inspection item and two officers for it. */
    boolean ready() {
        LocalDate today = today();
        return item().filter(item -> officers.ofBody(BODY, today).stream()
                                .filter(officer -> officer.certifiedOn(today)
                                        && officer.certifiedOn(ends())
                                        && officer.certifiedFor(item.field()))
                                .count()
                        >= 2)
                .isPresent();
    }

    private Optional<PowerItem> item() {
        LocalDate today = today();
        List<PowerItem> held = powers.of(BODY, today).stream()
                .map(PowerEntry::item)
                .map(code -> items.find(code, today))
                .flatMap(Optional::stream)
                .filter(item -> item.kind() == PowerItem.Kind.INSPECTION
                        && !item.basis().isEmpty())
                .toList();
        return held.stream()
                .filter(item -> item.name().contains("食品"))
                .findFirst()
                .or(() -> held.stream()
                        .filter(item -> item.field().equals("food"))
                        .findFirst())
                .or(() -> held.stream().findFirst());
    }

    /** Twenty-four invented shops. */
    int objects() {
        String field = item().orElseThrow().field();
        int made = 0;
        for (String kind : KINDS) {
            for (String name : NAMES) {
                library.add(new ObjectEntry(
                        "",
                        "（示例）任城区" + name + kind,
                        DIVISION,
                        field,
                        RISKS[made % RISKS.length].name(),
                        made % 5 == 0 ? "小型" : "个体工商户",
                        "济宁市任城区示例路" + (made + 1) + "号"));
                made++;
            }
        }
        return made;
    }

    PlanDraft annual() {
        return draft(
                PlanDraft.Kind.ANNUAL,
                today().getYear() + "年度食品销售双随机检查计划（示例）",
                new Sample(
                        Sample.Mode.SHARE,
                        Map.of(
                                RiskClass.A, new BigDecimal(10),
                                RiskClass.B, new BigDecimal(20),
                                RiskClass.C, new BigDecimal(30),
                                RiskClass.D, new BigDecimal(50))));
    }

    PlanDraft special() {
        return draft(
                PlanDraft.Kind.SPECIAL,
                "节前食品安全专项检查计划（示例）",
                new Sample(Sample.Mode.NUMBER, Map.of(RiskClass.C, BigDecimal.ONE, RiskClass.D, BigDecimal.ONE)));
    }

    private PlanDraft draft(PlanDraft.Kind kind, String title, Sample sample) {
        LocalDate today = today();
        return new PlanDraft(
                kind,
                BODY,
                today.getYear(),
                title,
                "掌握食品销售单位落实主体责任的情况，督促整改，防范风险。",
                List.of(item().orElseThrow().code()),
                List.of(),
                new ObjectFilter(
                        List.of(DIVISION),
                        List.of(),
                        List.copyOf(sample.perClass().keySet()),
                        List.of()),
                sample,
                new PlanLimits(2, 1, 30, 2),
                today,
                ends());
    }

    /** A month on, within the year. */
    private LocalDate ends() {
        LocalDate month = today().plusMonths(1);
        LocalDate lastOfYear = LocalDate.of(today().getYear(), 12, 31);
        return month.isBefore(lastOfYear) ? month : lastOfYear;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
