package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.law.LawTexts;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Imports a collection in JSON, runs every imported model against the figures of the file, and writes the report of it. */
public final class ImportReport {

    private static final int MOST_DIFFERENCES = 20;
    /** Questions about what stands around a table and not in it. */
    private static final List<String> AROUND = List.of("effective", "jurisdiction", "basis", "statute", "item");

    private final RuleBase base;
    private final LawLibrary library;
    private final Map<String, List<String>> reasons = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<Status, Integer> contained = new EnumMap<>(Status.class);
    private int full;
    private int tableFull;
    private int proposed;
    private int statutesProved;
    private int compared;
    private int failed;

    private ImportReport(RuleBase base, LawLibrary library) {
        this.base = base;
        this.library = library;
    }

    /**
     * {@code ImportReport <benchmarks.json> [report.md] [folder of laws]}; exit status 1 when an item is lost or a model says otherwise
     * than the file.
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < 1) {
            out.println("用法：report import <benchmarks.json> [报告.md] [法律文本的目录]");
            System.exit(2);
        }
        RuleBase base = RuleBase.bundled();
        LawLibrary library =
                arguments.length > 2 ? LawTexts.read(Path.of(arguments[2])).library() : base.law();
        ImportReport report = new ImportReport(base, library);
        String text = report.of(Path.of(arguments[0]));
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), text);
        } else {
            out.println(text);
        }
        System.exit(report.differences.isEmpty() && report.failed == 0 ? 0 : 1);
    }

    /** The report on a file, Markdown. */
    static String of(Path path, RuleBase base, LawLibrary library) throws IOException {
        return new ImportReport(base, library).of(path);
    }

    private String of(Path path) throws IOException {
        SourceFile file = new SourceFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        List<JsonIntake.Found> found = new JsonIntake(Json.read(file)).items();
        long start = System.nanoTime();
        IntakeResult result = Intake.read(file, new IntakeContext(base, library));
        long millis = (System.nanoTime() - start) / 1_000_000;
        int rows = 0;
        for (int i = 0; i < result.items().size(); i++) {
            ImportedItem item = result.items().get(i);
            rows += item.content().sheet().decisions().stream()
                    .mapToInt(d -> d.rows().size())
                    .sum();
            count(item);
            check(item, found.get(i).node());
        }
        ItemProof proofs = new ItemProof(base, library);
        result.items().parallelStream()
                .map(item -> proved(proofs, item))
                .toList()
                .forEach(this::count);
        return text(result, found.size(), rows, millis);
    }

    /**
     * What was proved of an item.
     *
     * @param contained whether its amounts lie within the statutory range, the least favourable result
     * @param proposed whether a statutory range was proposed with it
     * @param statute whether nothing is refuted of the form, the completeness and the clarity of that range
     */
    private record Proved(Status contained, boolean proposed, boolean statute) {}

    private static Proved proved(ItemProof proofs, ImportedItem item) {
        boolean proposed = item.content().statute() != null;
        try {
            Status contained = worst(proofs.prove(item.content()).findings());
            boolean statute = proofs.proveStatute(item.content())
                    .map(p -> p.findings().stream()
                            .noneMatch(f -> f.status() == Status.REFUTED && f.property() != Property.GROUNDED))
                    .orElse(false);
            return new Proved(contained, proposed, statute);
        } catch (FormatException | IllegalArgumentException e) {
            return new Proved(Status.NOT_PROVED, proposed, false);
        }
    }

    private static Status worst(List<Finding> findings) {
        List<Status> all = findings.stream()
                .filter(f -> f.property() == Property.CONTAINED)
                .map(Finding::status)
                .toList();
        return Stream.of(Status.REFUTED, Status.NOT_PROVED, Status.PROVED)
                .filter(all::contains)
                .findFirst()
                .orElse(Status.NOT_APPLICABLE);
    }

    private void count(Proved proved) {
        contained.merge(proved.contained(), 1, Integer::sum);
        proposed += proved.proposed() ? 1 : 0;
        statutesProved += proved.statute() ? 1 : 0;
    }

    private void count(ImportedItem item) {
        if (item.status() == ImportedItem.Status.FULL) {
            full++;
        }
        if (item.content().questions().stream().allMatch(q -> AROUND.contains(q.where()))) {
            tableFull++;
        }
        for (OpenQuestion question : item.content().questions()) {
            reasons.computeIfAbsent(reason(question), r -> new ArrayList<>()).add(item.sourceId());
        }
    }

    private static String reason(OpenQuestion question) {
        String asks = question.asks();
        return switch (question.where()) {
            case "effective" -> "施行日期或者有效期没有写明";
            case "jurisdiction" -> "适用地区没有写明或者不认识";
            case "basis" ->
                asks.contains("法规库没有") || asks.contains("不在法规库")
                        ? "法规库没有所引的法律或者版本，条文照表引用，待核对"
                        : asks.contains("不见于") ? "引文与法规库的条文不一致" : "处罚依据没有写全（条、款、项或者法律名称）";
            case "statute" -> "法定幅度没有把握读出，待填写";
            case "total" -> "权重合计超过100%而备注没有写明如何计算";
            case "item" -> "事项的编码、领域或者机关没有写明";
            default ->
                asks.contains("笔误")
                        ? "原文有笔误，按可读的数额编入"
                        : asks.contains("不一致") || asks.contains("对不上")
                                ? "文字与所给数字不一致，由人决定"
                                : asks.contains("只有文字") || asks.contains("没有读懂")
                                        ? "来源没有可读的数额，由人决定"
                                        : asks.contains("逐级加罚")
                                                ? "档内逐级加罚的算法没有转成公式"
                                                : asks.contains("组档次") ? "同一事项有几组档次，没有写明各组何时适用" : "其他";
        };
    }

    private void check(ImportedItem item, JsonNode node) {
        try {
            ImportCheck check = new ImportCheck(node, item.content());
            check.run().forEach(d -> differences.add(item.sourceId() + " " + d));
            compared += check.compared();
        } catch (RuntimeException e) {
            failed++;
            differences.add(item.sourceId() + " 模型不能运行：" + e.getMessage());
        }
    }

    private String text(IntakeResult result, int inFile, int rows, long millis) {
        int items = result.items().size();
        StringBuilder text = new StringBuilder("# 裁量基准导入报告\n\n");
        text.append("把收集到的裁量基准（`benchmarks.json`）全部导入，再用每一档、每一个选项运行导入后的模型，与文件中的数字逐一比较。\n");
        text.append("重做：`./faheng report import <benchmarks.json> --law <法律文本的目录>`");
        text.append("（类 `cn.faheng.drafting.intake.ImportReport`）。\n\n");
        text.append("“完整导入”指表中每个值都读懂并且编入、所引条款和版本在法规库中找到并与表中引文核对一致、法定幅度读出、日期和地区写明，没有留下任何要人确认的问题；");
        text.append("“表的内容完整”只要求表本身没有留下问题，法律不在法规库等表外的问题另计。\n\n");
        text.append("| 项目 | 数 |\n|---|---|\n");
        line(text, "文件中的事项", inFile);
        line(text, "导入的事项", items);
        line(text, "丢失的事项", inFile - items);
        line(text, "完整导入", full);
        line(text, "导入而有待确认之处", items - full);
        line(text, "表的内容完整", tableFull);
        line(text, "表行（档次与选项）", rows);
        line(text, "预览的单元（文件中的每个值各一次）", result.cells().size());
        for (PreviewCell.Status status : PreviewCell.Status.values()) {
            long count =
                    result.cells().stream().filter(c -> c.status() == status).count();
            line(
                    text,
                    "其中"
                            + Map.of("UNDERSTOOD", "读懂", "OPEN", "待确认", "IGNORED", "未用")
                                    .get(status.name()),
                    count);
        }
        line(text, "与文件数字比较的金额", compared);
        line(text, "不相等的", differences.size());
        line(text, "随事项提出法定幅度（其余由随产品的规则库提供，或者不适用）", proposed);
        line(text, "其中没有查出格式、空隙、重叠等缺陷的", statutesProved);
        line(text, "各档都在法定幅度之内：已证明", contained.getOrDefault(Status.PROVED, 0));
        line(text, "有的档超出法定幅度（见缺陷报告）", contained.getOrDefault(Status.REFUTED, 0));
        line(text, "没有证明（没有法定幅度，或者取决于表中没有问的事实）", contained.getOrDefault(Status.NOT_PROVED, 0));
        line(text, "不适用（事项本身就是法定幅度）", contained.getOrDefault(Status.NOT_APPLICABLE, 0));
        text.append("\n导入用时").append(millis).append("毫秒（不含比较）。\n");
        text.append("\n## 待确认的原因\n\n一个事项可以有几个原因。\n\n| 原因 | 处 | 事项 | 例 |\n|---|---|---|---|\n");
        reasons.entrySet().stream()
                .sorted((a, b) ->
                        Integer.compare(b.getValue().size(), a.getValue().size()))
                .forEach(e -> text.append("| ")
                        .append(e.getKey())
                        .append(" | ")
                        .append(e.getValue().size())
                        .append(" | ")
                        .append(new TreeSet<>(e.getValue()).size())
                        .append(" | ")
                        .append(String.join(
                                "、",
                                new TreeSet<>(e.getValue()).stream().limit(6).toList()))
                        .append(" |\n"));
        questions(text, result);
        if (!differences.isEmpty()) {
            text.append("\n## 不相等的金额\n\n");
            differences.stream()
                    .limit(MOST_DIFFERENCES)
                    .forEach(d -> text.append("- ").append(d).append('\n'));
        }
        return text.toString();
    }

    private static void questions(StringBuilder text, IntakeResult result) {
        text.append("\n## 由表的内容而来的待确认之处\n\n日期、地区、处罚依据和法定幅度之外，逐项列出。\n\n");
        for (ImportedItem item : result.items()) {
            for (OpenQuestion question : item.content().questions()) {
                if (!AROUND.contains(question.where())) {
                    text.append("- ")
                            .append(item.sourceId())
                            .append(" ")
                            .append(question.where())
                            .append("：")
                            .append(Words.shortened(question.asks(), 160))
                            .append('\n');
                }
            }
        }
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append("| ").append(what).append(" | ").append(count).append(" |\n");
    }
}
