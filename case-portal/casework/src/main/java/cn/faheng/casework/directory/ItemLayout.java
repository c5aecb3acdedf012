package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Body.Level;
import cn.faheng.casework.directory.PowerItem.Kind;
import cn.faheng.casework.directory.PowerItem.Procedure;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.server.registry.LawTexts;
import cn.faheng.server.registry.RuleBases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How an item is typed. */
@Component
final class ItemLayout implements Layout<PowerItem> {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{1,59}");
    private static final Pattern TEMPLATE = Pattern.compile("[0-9A-Za-z._-]{1,40}");

    private static final List<Column> COLUMNS = List.of(
            Column.choice("kind", "事项类型", true, Column.of(Kind.values(), Kind::chinese)),
            Column.text("code", "事项编码", true, 60, "MK-F124"),
            Column.text("nationalCode", "国家事项编码", false, 40, ""),
            Column.text("name", "事项名称", true, 400, "经营超过保质期的食品"),
            Column.choices("levels", "行使层级", true, Column.of(Level.values(), Level::chinese)),
            Column.choice("field", "执法领域", true, Fields.ALL),
            Column.lines("violated", "违反条款", false, "中华人民共和国食品安全法@2025-12-01#34"),
            Column.lines("basis", "实施依据", true, CitationText.EXAMPLE),
            Column.choices("procedure", "适用程序", true, Column.of(Procedure.values(), Procedure::chinese)),
            Column.text("ruleItem", "规则库事项编码", false, 60, "MK-F124"),
            Column.lines("templates", "文书样式", false, ""),
            Column.date("from", "起始日期", true, "2025-12-01"),
            Column.date("to", "终止日期", false, ""));

    private final RuleBases ruleBases;
    private final LawTexts texts;

    ItemLayout(RuleBases ruleBases, LawTexts texts) {
        this.ruleBases = ruleBases;
        this.texts = texts;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public Class<PowerItem> type() {
        return PowerItem.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<PowerItem> read(Typed typed) {
        String kind = typed.choice("kind");
        String code = typed.text("code", CODE, "2至60位字母、数字、点或者横线");
        String national = typed.textOrNull("nationalCode");
        String name = typed.text("name");
        List<Level> levels =
                typed.choices("levels").stream().map(Level::valueOf).toList();
        String field = typed.choice("field");
        List<OfProvision> violated = citations(typed, "violated");
        List<OfProvision> basis = citations(typed, "basis");
        List<Procedure> procedure =
                typed.choices("procedure").stream().map(Procedure::valueOf).toList();
        String ruleItem = typed.textOrNull("ruleItem");
        List<String> templates = typed.list("templates");
        Optional<EffectivePeriod> period = BodyLayout.period(typed);
        check(typed, kind, violated, procedure, ruleItem, templates);
        if (!typed.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PowerItem(
                Kind.valueOf(kind),
                code,
                national,
                name,
                levels,
                field,
                violated,
                basis,
                procedure,
                ruleItem,
                templates,
                period.orElseThrow()));
    }

    private void check(
            Typed typed,
            String kind,
            List<OfProvision> violated,
            List<Procedure> procedure,
            @org.jspecify.annotations.Nullable String ruleItem,
            List<String> templates) {
        if (kind.equals(Kind.PENALTY.name()) && violated.isEmpty()) {
            typed.fault("violated", "处罚事项没有写明违反的条款", "请填写，例如“" + CitationText.EXAMPLE + "”");
        }
        for (Procedure one : procedure) {
            if (!kind.isEmpty() && !Kind.valueOf(kind).mayTake(one)) {
                typed.fault("procedure", Kind.valueOf(kind).chinese() + "事项不适用" + one.chinese(), "请改正适用程序");
            }
        }
        if (ruleItem != null && ruleBases.current().catalogue().item(ruleItem).isEmpty()) {
            typed.fault("ruleItem", "规则库里没有事项“" + Typed.shortened(ruleItem) + "”", "请核对规则库的事项编码，不计算裁量的不填");
        }
        for (String template : templates) {
            if (!TEMPLATE.matcher(template).matches()) {
                typed.fault("templates", "文书样式编码“" + Typed.shortened(template) + "”的写法不对", "请用字母、数字、点或者横线");
            }
        }
    }

    /** Provisions; a version that the law library does not hold of an instrument that it holds is refused. */
    private List<OfProvision> citations(Typed typed, String key) {
        LawLibrary law = texts.library();
        List<OfProvision> citations = new ArrayList<>();
        for (String part : typed.lines(key)) {
            Optional<OfProvision> citation = CitationText.parse(part);
            if (citation.isEmpty()) {
                typed.fault(key, "“" + Typed.shortened(part) + "”读不出条款", "请写成“" + CitationText.EXAMPLE + "”的样子");
                continue;
            }
            OfProvision found = citation.orElseThrow();
            if (!law.versions(found.law()).isEmpty()
                    && law.version(found.law(), found.version()).isEmpty()) {
                typed.fault(
                        key,
                        "法律库里没有《" + found.law() + "》" + found.version() + "起施行的一版",
                        "请核对施行日期，收录的版本有："
                                + Cells.joined(law.versions(found.law()).stream()
                                        .map(version -> version.version())
                                        .toList()));
                continue;
            }
            citations.add(found);
        }
        return citations;
    }

    @Override
    public Map<String, String> write(PowerItem item) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", item.kind().chinese());
        row.put("code", item.code());
        row.put("nationalCode", Cells.of(item.nationalCode()));
        row.put("name", item.name());
        row.put(
                "levels",
                Cells.joined(item.levels().stream().map(Level::chinese).toList()));
        row.put("field", Cells.names(List.of(item.field()), Fields.ALL));
        row.put("violated", lines(item.violated()));
        row.put("basis", lines(item.basis()));
        row.put(
                "procedure",
                Cells.joined(item.procedure().stream().map(Procedure::chinese).toList()));
        row.put("ruleItem", Cells.of(item.ruleItem()));
        row.put("templates", Cells.joined(item.templates()));
        row.put("from", item.effective().from().toString());
        row.put("to", Cells.of(item.effective().to()));
        return row;
    }

    private static String lines(List<OfProvision> citations) {
        return String.join("\n", citations.stream().map(CitationText::write).toList());
    }

    @Override
    public String code(PowerItem item) {
        return item.code();
    }

    @Override
    public Index index(PowerItem item) {
        List<String> codes = new ArrayList<>(List.of(item.code()));
        if (item.nationalCode() != null) {
            codes.add(item.nationalCode());
        }
        return new Index(item.name(), codes, null, null, item.kind().name(), List.of(item.field()), item.ruleItem());
    }

    @Override
    public LocalDate begins(PowerItem item) {
        return item.effective().from();
    }

    @Override
    public List<Reference> references(PowerItem item) {
        return List.of();
    }
}
