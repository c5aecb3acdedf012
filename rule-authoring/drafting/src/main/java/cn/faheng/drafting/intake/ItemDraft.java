package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.rules.catalogue.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the draft of one item. */
final class ItemDraft {

    private static final Map<String, String> FIELDS =
            Map.of("worksafety", "work-safety", "productquality", "product-quality");
    private static final Map<String, String> ORGANS = Map.of(
            "environment", "生态环境主管部门",
            "market", "市场监督管理部门",
            "food", "食品安全监督管理部门",
            "traffic", "公安机关交通管理部门",
            "work-safety", "应急管理部门",
            "urban", "城市管理部门",
            "transport", "交通运输主管部门",
            "construction", "住房和城乡建设主管部门");
    private static final LocalDate UNKNOWN_DAY = LocalDate.of(2000, 1, 1);
    private static final Pattern ORGAN = Pattern.compile(
            "由(?:(?:县|设区的市|地方|所在地|国务院)[^，；。]{0,14}?)?([\\u4e00-\\u9fa5]{2,20}?(?:主管部门|管理部门|监督部门|行政部门|机关|局))");

    private final SourceItem item;
    private final IntakeContext context;
    private final Questions questions = new Questions();

    ItemDraft(SourceItem item, IntakeContext context) {
        this.item = item;
        this.context = context;
    }

    Questions questions() {
        return questions;
    }

    /** The draft, given what each tier imposes; the list is empty for a weight table. */
    DraftContent content(List<TierOutcome> outcomes) {
        LocalDate from = from();
        LegalBases bases = new LegalBases(item, context, from, questions);
        StatuteHints hints = new StatuteHints(item.statuteWords());
        SheetCitation cite = item.isStatute() && !bases.bases().isEmpty()
                ? SheetCitation.at(bases.bases().get(0).at())
                : SheetCitation.ofSource();
        Body body = item.isWeights()
                ? new WeightTable(item, hints, cite, questions).body()
                : new TierTable(item, outcomes, cite, questions).body();
        Optional<Item> known = context.base().catalogue().item(item.id());
        SheetItem sheetItem = known.map(ItemDraft::known).orElseGet(this::newItem);
        LocalDate to = to();
        String jurisdiction = jurisdiction();
        Sheet sheet = new Sheet(
                sheetItem,
                item.isStatute() ? "statute" : "benchmark",
                null,
                List.of(),
                from,
                to != null && to.isBefore(from) ? null : to,
                jurisdiction,
                issuer(),
                bases.bases(),
                item.isStatute() ? null : source(),
                item.isStatute() ? "mixed" : body.form(),
                body.facts(),
                body.penalties(),
                body.decisions(),
                body.leftToPerson(),
                List.of(),
                "");
        StatuteProposal statute = known.isPresent() || item.isStatute()
                ? StatuteProposal.none()
                : StatuteProposal.of(item, sheet, bases.bases(), context, questions);
        Sheet bounded = known.isEmpty()
                ? ItemBounds.within(sheet, statute.sheet())
                : item.isStatute()
                        ? sheet
                        : ItemBounds.within(
                                sheet,
                                item.title(),
                                context.base().catalogue().statutes(known.get().code()),
                                questions);
        return new DraftContent(
                bounded.withNotes(notes()),
                statute.sheet(),
                bases.quoted(),
                body.cases(),
                statute.cases(),
                questions.all());
    }

    private static SheetItem known(Item item) {
        return new SheetItem(item.code(), item.name(), item.nameEn(), item.field(), item.organ(), item.aliases());
    }

    private SheetItem newItem() {
        String code = item.id().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        if (code.equals(item.id()) && code.matches("[0-9.-]+")) {
            code = ofDocument(code);
        } else if (code.isEmpty() || !code.equals(item.id())) {
            code = code.isEmpty()
                    ? "IMPORT-" + Integer.toUnsignedString(item.title().hashCode(), 36)
                    : code;
            questions.ask("item", item.id(), "事项编码只能用字母、数字、点和横线，暂记为" + code + "。请填写事项编码。");
        }
        return new SheetItem(code, item.title(), item.title(), field(), organ(), List.of());
    }

    /** A row's number is unique in its document only: 370800-2026-18-2 is row 2 of 济应急发〔2026〕18号. */
    private String ofDocument(String row) {
        String number = item.document().number().replaceAll("\\D+", "-").replaceAll("^-|-$", "");
        String place = Divisions.code(item.jurisdiction()).orElse("000000");
        return place + "-"
                + (number.isEmpty() ? Integer.toUnsignedString(item.title().hashCode(), 36) : number) + "-" + row;
    }

    private String field() {
        String field = FIELDS.getOrDefault(item.field(), item.field());
        if (Fields.known(field)) {
            return field;
        }
        return Fields.read(item.field()).orElseGet(() -> {
            questions.ask("item", item.field(), "执法领域“" + item.field() + "”不认识，暂记为市场监管。请选择执法领域。");
            return "market";
        });
    }

    private String organ() {
        Matcher m = ORGAN.matcher(item.statuteWords());
        if (m.find()) {
            return m.group(1).replaceFirst("^级?(?:以上)?(?:地方)?(?:各级)?人民政府", "");
        }
        String usual = ORGANS.get(FIELDS.getOrDefault(item.field(), item.field()));
        if (usual != null) {
            questions.note("所引条文没有写明处罚机关，记为该领域的主管部门：" + usual + "。");
            return usual;
        }
        questions.ask("item", item.statute(), "所引条文没有写明由哪个机关处罚。请填写处罚机关。");
        return "有权机关";
    }

    private LocalDate from() {
        Optional<LocalDate> day = Dates.read(item.effective());
        if (day.isPresent()) {
            return day.get();
        }
        Optional<LocalDate> parent = item.bases().stream()
                .flatMap(b -> Dates.read(b.version()).stream())
                .findFirst();
        // A table begins no earlier than the version of the law it names.
        LocalDate provisional = Dates.year(item.effective())
                .map(year -> LocalDate.of(year, 1, 1))
                .map(first -> parent.filter(first::isBefore).orElse(first))
                .or(() -> parent)
                .orElse(UNKNOWN_DAY);
        questions.ask(
                "effective",
                item.effective(),
                "来源没有写明自哪天起施行（“" + item.effective() + "”），暂记为" + provisional + "。请填写施行日期。");
        return provisional;
    }

    private @Nullable LocalDate to() {
        String words = item.expires();
        if (words.isBlank()) {
            return null;
        }
        Optional<LocalDate> day = Dates.read(words);
        if (day.isEmpty()) {
            questions.ask("effective", words, "有效期届满日“" + words + "”没有读懂。请填写有效期。");
        } else if (!Words.squeezed(words).matches("[0-9.年月日-]+")) {
            questions.note("来源对有效期的说明：" + words);
        }
        return day.orElse(null);
    }

    private String jurisdiction() {
        return Divisions.code(item.jurisdiction()).orElseGet(() -> {
            questions.ask(
                    "jurisdiction",
                    item.jurisdiction(),
                    "适用地区“" + item.jurisdiction() + "”不在行政区划代码表中，暂以000000占位，并不表示适用于全国。请选择地区。");
            return "000000";
        });
    }

    private String issuer() {
        String issuer = item.document().issuer();
        if (!issuer.isBlank()) {
            return issuer;
        }
        return Issuers.byNumber(item.document().number()).orElseGet(() -> {
            questions.note("来源没有写明发布机关的名称，按地区和领域记为主管部门。");
            String organ = ORGANS.getOrDefault(FIELDS.getOrDefault(item.field(), item.field()), "主管部门");
            boolean named = Divisions.code(item.jurisdiction()).isPresent()
                    && !item.jurisdiction().equals("全国");
            return (named ? item.jurisdiction() : "") + organ;
        });
    }

    private SheetSource source() {
        String number = item.document().number();
        String title = item.document().title();
        return new SheetSource(
                title.isBlank() ? "行政处罚裁量基准（来源未载标题）" : title,
                number.isBlank() ? "来源未载文号" : number,
                issuer(),
                item.id(),
                item.document().reference().isBlank() ? null : item.document().reference(),
                item.confidence().isBlank() ? "来源未说明" : item.confidence());
    }

    private String notes() {
        StringBuilder notes = new StringBuilder("# " + item.id() + " " + Words.shortened(item.title(), 60) + "\n\n");
        notes.append("由公开的裁量基准导入。\n");
        section(notes, "来源对法定幅度的引用", List.of(item.statute()));
        section(notes, "违反的规定", List.of(item.violated()));
        section(notes, "原表备注", List.of(item.notes()));
        section(notes, "文件关于“以上”“以下”的说明", List.of(item.bounds()));
        section(notes, "来源的其他说明", item.remarks());
        section(
                notes,
                "各档备注",
                item.tiers().stream()
                        .filter(t -> !t.remark().isBlank())
                        .map(t -> Words.tier(t.name()) + "：" + t.remark())
                        .toList());
        section(notes, "读法", questions.notes());
        section(
                notes,
                "待确认",
                questions.all().stream().map(q -> q.where() + "：" + q.asks()).toList());
        return notes.toString();
    }

    private static void section(StringBuilder notes, String title, List<String> lines) {
        List<String> filled =
                new ArrayList<>(lines.stream().filter(l -> !l.isBlank()).toList());
        if (!filled.isEmpty()) {
            notes.append("\n## ").append(title).append("\n\n");
            filled.forEach(line -> notes.append("- ").append(Words.name(line)).append('\n'));
        }
    }

    /** What every tier imposes, from its figures or else its words. */
    static List<TierOutcome> outcomes(SourceItem item, boolean figures) {
        StatuteHints hints = new StatuteHints(item.statuteWords());
        List<TierOutcome> outcomes = new ArrayList<>();
        for (SourceTier tier : item.tiers()) {
            outcomes.add(figures ? FineShapes.read(tier.fine(), tier.standard(), hints) : WordTiers.read(tier, hints));
        }
        return Outliers.doubted(outcomes);
    }
}
