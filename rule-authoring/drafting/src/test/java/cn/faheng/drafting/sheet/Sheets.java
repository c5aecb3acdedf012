package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import java.time.LocalDate;
import java.util.List;

/** Sheets that tests start from. */
public final class Sheets {

    public static final RuleBase BASE = RuleBase.bundled();
    private static final ResourceTree TREE = ResourceTree.bundled();

    private Sheets() {}

    /** A bundled rule set as a sheet. */
    public static Sheet bundled(String ref) {
        return bundled(ruleSet(ref));
    }

    public static RuleSet ruleSet(String ref) {
        return BASE.catalogue().ruleSet(RuleSetRef.parse(ref)).orElseThrow();
    }

    public static Sheet bundled(RuleSet ruleSet) {
        String code = ruleSet.itemCode();
        Item item = code == null ? null : BASE.catalogue().item(code).orElseThrow();
        return SheetReader.read(
                ruleSet,
                item,
                TREE.text("rulesets/" + ruleSet.ref().id() + "/" + ruleSet.ref().version() + "/ruleset.yaml"));
    }

    /** A benchmark of two tiers over one amount and one choice. */
    public static Sheet tiers() {
        SheetFact value = new SheetFact(
                "货值金额", null, null, "money", "元", java.math.BigDecimal.ZERO, null, List.of(), null, null, null, false);
        SheetFact gravity = SheetFacts.of("情节", "choice", null, List.of("一般", "严重"));
        return with(
                List.of(value, gravity),
                List.of(SheetDecision.table(
                        "penalty",
                        null,
                        List.of("货值金额", "情节"),
                        List.of("tier", "fine", "fineMin", "fineMax"),
                        List.of(
                                row("T1", List.of("< 10000", "\"一般\""), "轻微", "50000", "60000"),
                                row("T2", List.of(">= 10000", "\"一般\""), "一般", "货值金额 * 10", "货值金额 * 15"),
                                row("T3", List.of("-", "\"严重\""), "严重", "100000", "200000")))));
    }

    public static SheetRow row(String id, List<String> cells, String tier, String min, String max) {
        return new SheetRow(
                id,
                cells,
                List.of(FeelText.quote(tier), "\"must\"", min, max),
                tier + "的原文",
                List.of(SheetCitation.ofSource()),
                null);
    }

    public static Sheet with(List<SheetFact> facts, List<SheetDecision> decisions) {
        return new Sheet(
                new SheetItem("TEST-1", "测试事项", "A test item", "food", "市场监督管理部门", List.of()),
                "benchmark",
                null,
                List.of(),
                LocalDate.of(2026, 1, 1),
                null,
                "370800",
                "济宁市市场监督管理局",
                List.of(new SheetBasis("parent", "中华人民共和国食品安全法", LocalDate.of(2021, 4, 29), "124/1")),
                new SheetSource("测试裁量基准", "测〔2026〕1号", "济宁市市场监督管理局", "1", null, "exact from source"),
                "tiers",
                facts,
                List.of(new SheetPenalty("fine", "fine", "party", null)),
                decisions,
                List.of("情节是否严重"),
                List.of(),
                "# 说明\n");
    }
}
