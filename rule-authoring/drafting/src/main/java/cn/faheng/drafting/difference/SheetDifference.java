package cn.faheng.drafting.difference;

import cn.faheng.drafting.sheet.ColumnWords;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.drafting.sheet.SheetTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The difference between two sheets as lawyers read it. */
public final class SheetDifference {

    private static final Map<String, String> ROLES =
            Map.of("penalty", "处罚依据", "violated", "违反的规定", "parent", "上位依据", "hook", "依据");
    private static final Map<String, String> TYPES =
            Map.of("money", "金额", "number", "数", "integer", "整数", "boolean", "是否", "choice", "选择", "date", "日期");

    private final Sheet before;
    private final Sheet after;
    private final Changes changes = new Changes();

    private SheetDifference(Sheet before, Sheet after) {
        this.before = before;
        this.after = after;
    }

    /** Every difference, in the order in which a sheet is read; none when both say the same. */
    public static List<Change> between(Sheet before, Sheet after) {
        return new SheetDifference(before, after).changes();
    }

    private List<Change> changes() {
        head();
        changes.compareLists("依据", "依据", basis(before), basis(after));
        questions();
        changes.compareMaps("处罚种类", penalties(before), penalties(after));
        decisions();
        changes.compareLists("由人决定的事项", "由人决定的事项", before.leftToPerson(), after.leftToPerson());
        changes.compareLists("接受的检查结果", "接受的检查结果", waivers(before), waivers(after));
        changes.compare("编制说明", "编制说明", blankToNull(before.notes()), blankToNull(after.notes()));
        return changes.all();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private void head() {
        changes.compareMaps("事项", item(before.item()), item(after.item()));
        changes.compare(
                "施行期间",
                "施行日期",
                before.effectiveFrom().toString(),
                after.effectiveFrom().toString());
        changes.compare("施行期间", "失效日期", end(before), end(after));
        changes.compare("基本信息", "适用地区", before.jurisdiction(), after.jurisdiction());
        changes.compare("基本信息", "制定机关", before.authority(), after.authority());
        changes.compare("基本信息", "形式", before.form(), after.form());
        changes.compare("基本信息", "种类", before.kind(), after.kind());
        changes.compare("基本信息", "挂接点", before.hook(), after.hook());
        changes.compareLists("基本信息", "执法领域", before.fields(), after.fields());
        changes.compareMaps("公布文件", source(before.source()), source(after.source()));
    }

    private static Map<String, String> item(@Nullable SheetItem item) {
        Map<String, String> words = Changes.named();
        if (item != null) {
            words.put("事项编号", item.code());
            words.put("事项名称", item.name());
            words.put("英文名称", item.nameEn());
            words.put("领域", item.field());
            words.put("处罚机关", item.organ());
            words.put("其他编号", String.join("、", item.aliases()));
        }
        return words;
    }

    private static String end(Sheet sheet) {
        return sheet.effectiveTo() == null ? "长期有效" : String.valueOf(sheet.effectiveTo());
    }

    private static Map<String, String> source(@Nullable SheetSource source) {
        Map<String, String> words = Changes.named();
        if (source != null) {
            words.put("文件名称", source.document());
            put(words, "文号", source.number());
            put(words, "印发机关", source.issuer());
            put(words, "序号", source.item());
            put(words, "位置", source.reference());
            put(words, "文本来源", source.confidence());
        }
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            words.put(name, text);
        }
    }

    private static List<String> basis(Sheet sheet) {
        return sheet.basis().stream().map(SheetDifference::basis).toList();
    }

    private static String basis(SheetBasis basis) {
        String role = ROLES.getOrDefault(basis.role(), basis.role());
        SheetSource document = basis.document();
        return document != null
                ? role + "：《" + document.document() + "》" + (document.item() == null ? "" : document.item())
                : role + "：" + SheetTexts.provision(basis.law(), basis.at()) + "（" + basis.version() + "起施行的版本）";
    }

    private static List<String> waivers(Sheet sheet) {
        return sheet.waivers().stream()
                .map(w -> w.table() + "：" + w.finding() + "，理由：" + w.reason())
                .toList();
    }

    private void questions() {
        Map<String, SheetFact> old = facts(before);
        Map<String, SheetFact> young = facts(after);
        old.forEach((name, fact) -> {
            SheetFact now = young.get(name);
            if (now == null) {
                changes.compare("问题", name, question(fact), null);
            } else {
                Map<String, String> was = details(fact);
                Map<String, String> is = details(now);
                Map<String, String> both = new LinkedHashMap<>(was);
                is.forEach(both::putIfAbsent);
                both.keySet().forEach(key -> changes.compare("问题", name + "·" + key, was.get(key), is.get(key)));
            }
        });
        young.forEach((name, fact) -> {
            if (!old.containsKey(name)) {
                changes.compare("问题", name, null, question(fact));
            }
        });
    }

    private static Map<String, SheetFact> facts(Sheet sheet) {
        return sheet.facts().stream()
                .collect(Collectors.toMap(SheetFact::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static String question(SheetFact fact) {
        return details(fact).entrySet().stream()
                .map(detail -> detail.getKey() + "：" + detail.getValue())
                .collect(Collectors.joining("；"));
    }

    private static Map<String, String> details(SheetFact fact) {
        Map<String, String> words = Changes.named();
        String label = fact.label();
        put(words, "问法", label == null ? fact.name() : label);
        put(words, "英文问法", fact.labelEn());
        put(words, "类型", TYPES.getOrDefault(fact.type(), fact.type()));
        put(words, "单位", fact.unit());
        put(words, "最小值", plain(fact.min()));
        put(words, "最大值", plain(fact.max()));
        put(words, "取值", fact.values().stream().map(SheetDifference::choice).collect(Collectors.joining("；")));
        put(words, "帮助", fact.help());
        put(words, "证据", fact.evidence());
        put(words, "由谁认定", fact.judgedBy());
        return words;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static String choice(SheetChoice choice) {
        String label = choice.label();
        return label == null ? choice.value() : choice.value() + "（" + label + "）";
    }

    private static Map<String, String> penalties(Sheet sheet) {
        Map<String, String> words = Changes.named();
        for (SheetPenalty penalty : sheet.penalties()) {
            words.put(penalty.id(), ColumnWords.penalty(penalty));
        }
        return words;
    }

    private void decisions() {
        Map<String, SheetDecision> old = byName(before);
        Map<String, SheetDecision> young = byName(after);
        old.forEach((name, decision) -> {
            if (!young.containsKey(name)) {
                changes.compare(part(decision), ColumnWords.decision(decision), whole(before, decision), null);
            }
        });
        young.forEach((name, decision) -> {
            SheetDecision was = old.get(name);
            if (was == null) {
                changes.compare(part(decision), ColumnWords.decision(decision), null, whole(after, decision));
            } else {
                decision(was, decision);
            }
        });
        List<String> order = old.keySet().stream().filter(young::containsKey).toList();
        List<String> now = young.keySet().stream().filter(old::containsKey).toList();
        changes.compare("计算顺序", "计算顺序", String.join("、", order), String.join("、", now));
    }

    private static Map<String, SheetDecision> byName(Sheet sheet) {
        return sheet.decisions().stream()
                .collect(Collectors.toMap(SheetDecision::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static String part(SheetDecision decision) {
        if (decision.form() != SheetDecision.Form.TABLE) {
            return "计算公式";
        }
        if (decision.name().equals("penalty")) {
            return "裁量档次";
        }
        return decision.name().startsWith("weight") ? "权重" : "判断步骤";
    }

    private static String whole(Sheet sheet, SheetDecision decision) {
        return switch (decision.form()) {
            case TABLE ->
                decision.rows().stream()
                        .map(new RowWords(sheet, decision)::line)
                        .collect(Collectors.joining("\n"));
            case EXPRESSION -> String.valueOf(decision.expression());
            case CONTEXT ->
                decision.entries().stream()
                        .map(entry -> entry.name() + " = " + entry.expression())
                        .collect(Collectors.joining("\n"));
        };
    }

    private void decision(SheetDecision was, SheetDecision is) {
        String title = ColumnWords.decision(is);
        changes.compare(part(is), title + "·名称", was.title(), is.title());
        if (was.form() != is.form()) {
            changes.compare(part(is), title, whole(before, was), whole(after, is));
            return;
        }
        changes.compare(part(is), title + "·命中规则", was.hitPolicy(), is.hitPolicy());
        changes.compare(part(is), title, was.expression(), is.expression());
        changes.compareMaps("计算公式", entries(was, title), entries(is, title));
        rows(was, is, title);
    }

    private static Map<String, String> entries(SheetDecision decision, String title) {
        Map<String, String> entries = Changes.named();
        for (SheetEntry entry : decision.entries()) {
            entries.put(title + "·" + entry.name(), entry.expression());
        }
        return entries;
    }

    private void rows(SheetDecision was, SheetDecision is, String title) {
        RowWords old = new RowWords(before, was);
        RowWords young = new RowWords(after, is);
        String part = part(is);
        List<String> kept = new ArrayList<>();
        for (RowMatching.Pair pair : RowMatching.match(was.rows(), is.rows())) {
            SheetRow gone = pair.before();
            SheetRow row = pair.after();
            if (row == null && gone != null) {
                changes.compare(part, title + "·" + gone.id(), old.line(gone), null);
            } else if (gone == null && row != null) {
                changes.compare(part, title + "·" + row.id(), null, young.line(row));
            } else if (gone != null && row != null) {
                String where = title + "·" + row.id();
                kept.add(gone.id());
                changes.compare(part, where + "·行号", gone.id(), row.id());
                Map<String, String> wasWords = old.columns(gone);
                Map<String, String> isWords = young.columns(row);
                Map<String, String> both = new LinkedHashMap<>(wasWords);
                isWords.forEach(both::putIfAbsent);
                both.keySet()
                        .forEach(key -> changes.compare(part, where + "·" + key, wasWords.get(key), isWords.get(key)));
            }
        }
        if (!is.hitPolicy().equals("UNIQUE")) {
            List<String> order =
                    was.rows().stream().map(SheetRow::id).filter(kept::contains).toList();
            changes.compare(part, title + "·行的顺序", String.join("、", order), String.join("、", kept));
        }
    }
}
