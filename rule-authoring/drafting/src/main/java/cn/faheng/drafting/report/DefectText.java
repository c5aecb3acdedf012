package cn.faheng.drafting.report;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.report.Judgements.Verdict;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the report: the defects of the tables first, then what was not proved, each with the reason. */
final class DefectText {

    /** What only says how far the import or the library goes, and nothing about the table. */
    private static final Set<Property> OF_THE_IMPORT = Set.of(Property.CASES, Property.WELL_FORMED);

    private static final Map<Property, String> NAMES = new EnumMap<>(Map.of(
            Property.WELL_FORMED, "格式",
            Property.COMPLETE, "完备（没有空隙）",
            Property.UNAMBIGUOUS, "无歧义（没有重叠）",
            Property.CONTAINED, "在法定幅度和上级基准之内",
            Property.GROUNDED, "依据有效",
            Property.MONOTONE, "轻重一致",
            Property.EXACT, "数额精确",
            Property.REACHABLE, "没有死行",
            Property.CASES, "案例"));

    private static final Map<Verdict, String> VERDICTS = new EnumMap<>(Map.of(
            Verdict.TABLE, "公布的表本身的缺陷",
            Verdict.LAW_CHANGED, "表还在有效期内，上位法先变了",
            Verdict.COPY, "疑为采集时的转写，先核对原件",
            Verdict.READING, "不是表的缺陷：条件在表外，或者读法未定"));

    private final Judgements judgements = Judgements.read();
    private final List<Defect> found;
    private final List<String> refusedLaws;
    private final StringBuilder text = new StringBuilder();

    DefectText(List<Defect> found, List<String> refusedLaws) {
        this.found = found;
        this.refusedLaws = refusedLaws;
    }

    String markdown() {
        text.append("# 公开裁量基准中的缺陷\n\n")
                .append(
                        "本报告逐项导入公开的裁量基准，由证明程序核对，写下每一处缺陷及其反例。重做：`./faheng report defects <benchmarks.json> --law <法律文本的目录>`。\n")
                .append("反例中的事实是该表自己的因素和选项，金额由该表的模型算出。\n\n");
        summary();
        read();
        text.append("## 公布的表：驳回的各项与反例\n");
        defects(true);
        sums();
        text.append("\n## 由法律或者国家公式推算、并非公布的表：缺陷与反例\n\n这些表是收集者由法律条文或者国家的一般公式推算的，驳回说明推算的表不能照样使用，不说明某机关公布的表有错。\n");
        defects(false);
        notProved();
        notImported();
        return text.toString();
    }

    /** What a person made of the refutations, on reading each against its source. */
    private void read() {
        text.append("## 逐项对照来源读出的结论\n\n证明程序只知道表里写了什么。下面是逐项对照来源之后的结论；依据失效的各项由日期决定，不必逐项判断，列在后面。\n");
        for (Verdict verdict : Verdict.values()) {
            text.append("\n### ").append(VERDICTS.get(verdict)).append("\n\n");
            for (Defect defect : found) {
                for (Property property : Property.values()) {
                    judgements
                            .of(defect.item().sourceId(), property)
                            .filter(judgement -> judgement.verdict() == verdict)
                            .filter(judgement -> verdict == Verdict.TABLE || isRefuted(defect, property))
                            .ifPresent(judgement -> text.append("- **")
                                    .append(defect.item().sourceId())
                                    .append("** （")
                                    .append(NAMES.get(property))
                                    .append("）")
                                    .append(judgement.why())
                                    .append('\n'));
                }
            }
        }
        List<String> unread = new ArrayList<>();
        for (Defect defect : found) {
            findings(defect).stream()
                    .filter(f -> isDefect(f) && f.property() != Property.GROUNDED)
                    .map(Finding::property)
                    .distinct()
                    .filter(property ->
                            judgements.of(defect.item().sourceId(), property).isEmpty())
                    .forEach(property -> unread.add(defect.item().sourceId() + "（" + NAMES.get(property) + "）"));
        }
        text.append("\n### 还没有对照来源读过的\n\n")
                .append(unread.isEmpty() ? "没有。" : String.join("、", unread))
                .append("\n\n");
    }

    /** A judgement outlives what it was made of when the import or the proof learns more. */
    private static boolean isRefuted(Defect defect, Property property) {
        return findings(defect).stream().anyMatch(f -> f.property() == property && isDefect(f));
    }

    private static boolean isDefect(Finding finding) {
        boolean missingLaw = finding.property() == Property.GROUNDED && finding.example() == null;
        return finding.status() == Status.REFUTED && !OF_THE_IMPORT.contains(finding.property()) && !missingLaw;
    }

    private static List<Finding> findings(Defect defect) {
        ProofReport proof = defect.proof();
        return proof == null ? List.of() : proof.findings();
    }

    private void summary() {
        long defective = found.stream()
                .filter(Defect::published)
                .filter(d -> findings(d).stream().anyMatch(DefectText::isDefect)
                        || !d.sums().isEmpty())
                .count();
        text.append("## 概要\n\n| | |\n|---|---:|\n")
                .append(row("事项", found.size()))
                .append(row("其中公布的表", found.stream().filter(Defect::published).count()))
                .append(row("有驳回或者权重合计超过100%的公布的表", defective))
                .append(row(
                        "不能成为规则集的事项",
                        found.stream().filter(d -> d.proof() == null).count()))
                .append(row(
                        "有未决问题的事项",
                        found.stream().filter(DefectText::hasQuestions).count()));
        text.append("\n| 性质 | 证明 | 驳回 | 未证明 | 不适用 |\n|---|---:|---:|---:|---:|\n");
        for (Property property : Property.values()) {
            text.append("| ").append(NAMES.get(property));
            for (Status status : List.of(Status.PROVED, Status.REFUTED, Status.NOT_PROVED, Status.NOT_APPLICABLE)) {
                text.append(" | ")
                        .append(found.stream()
                                .filter(d -> status(d, property) == status)
                                .count());
            }
            text.append(" |\n");
        }
        text.append("\n每一事项每一性质计一次，按最不利的结果。\n\n");
    }

    private static String row(String name, long number) {
        return "| " + name + " | " + number + " |\n";
    }

    private static boolean hasQuestions(Defect defect) {
        return defect.item().content().questions().stream().anyMatch(DraftContent.OpenQuestion::isOpen);
    }

    private static @org.jspecify.annotations.Nullable Status status(Defect defect, Property property) {
        for (Status status : List.of(Status.REFUTED, Status.NOT_PROVED, Status.PROVED, Status.NOT_APPLICABLE)) {
            if (findings(defect).stream().anyMatch(f -> f.property() == property && f.status() == status)) {
                return status;
            }
        }
        return null;
    }

    private void defects(boolean published) {
        for (Property property : Property.values()) {
            Map<Defect, List<Finding>> those = new LinkedHashMap<>();
            for (Defect defect : found) {
                if (defect.published() != published) {
                    continue;
                }
                List<Finding> own = findings(defect).stream()
                        .filter(f -> f.property() == property && isDefect(f))
                        .toList();
                if (!own.isEmpty()) {
                    those.put(defect, own);
                }
            }
            if (!those.isEmpty()) {
                text.append("\n### ")
                        .append(NAMES.get(property))
                        .append("：")
                        .append(those.size())
                        .append("个事项\n\n");
                those.forEach(this::item);
            }
        }
    }

    private void item(Defect defect, List<Finding> findings) {
        text.append("- **")
                .append(defect.item().sourceId())
                .append("** ")
                .append(shortened(defect.item().title()))
                .append('\n');
        for (Finding finding : findings) {
            text.append("  - ").append(finding.message()).append('\n');
            CounterExample example = finding.example();
            if (example != null) {
                String line = line(example);
                if (!line.isEmpty()) {
                    text.append("    - 反例：").append(line).append('\n');
                }
            }
        }
    }

    private static String shortened(String title) {
        String line = title.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "……" : line;
    }

    private static String line(CounterExample example) {
        List<String> parts = new ArrayList<>();
        if (!example.facts().isEmpty()) {
            parts.add(example.facts().entrySet().stream()
                    .map(e -> e.getKey() + "＝" + value(e.getValue()))
                    .collect(Collectors.joining("，")));
        }
        if (!example.amounts().isEmpty()) {
            parts.add(example.amounts().entrySet().stream()
                    .map(e -> e.getKey() + e.getValue())
                    .collect(Collectors.joining("，")));
        }
        if (example.on() != null) {
            parts.add(example.on());
        }
        return String.join("；", parts);
    }

    private static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean truth ? (truth ? "是" : "否") : value.toString();
    }

    private void sums() {
        text.append("\n## 权重之和\n\n");
        boolean any = false;
        for (Defect defect : found) {
            for (String sum : defect.sums()) {
                text.append("- **")
                        .append(defect.item().sourceId())
                        .append("** ")
                        .append(sum)
                        .append("。\n");
                any = true;
            }
        }
        if (!any) {
            text.append("没有发现。\n");
        }
    }

    private void notProved() {
        text.append("\n## 没有证明的，以及为什么\n\n这些不是缺陷，而是缺少条件：缺少法定幅度、条文、案例，或者表中没有问决定性的事实。发布前每一条都要由有名有姓的人确认。\n");
        for (Property property : Property.values()) {
            Map<String, List<String>> byReason = new TreeMap<>();
            for (Defect defect : found) {
                findings(defect).stream()
                        .filter(f -> f.property() == property && !isDefect(f))
                        .filter(f -> f.status() == Status.NOT_PROVED || f.status() == Status.REFUTED)
                        .forEach(f -> byReason.computeIfAbsent(reason(f), r -> new ArrayList<>())
                                .add(defect.item().sourceId()));
            }
            if (!byReason.isEmpty()) {
                text.append("\n### ").append(NAMES.get(property)).append("\n\n");
                byReason.forEach((reason, ids) -> {
                    List<String> distinct = ids.stream().distinct().toList();
                    text.append("- ")
                            .append(reason)
                            .append("（")
                            .append(distinct.size())
                            .append("个事项）：")
                            .append(String.join("、", distinct))
                            .append('\n');
                });
            }
        }
    }

    /** What is said of many items in the same way counts as one reason; what differs in figures stays apart. */
    private static String reason(Finding finding) {
        if (finding.property() == Property.CASES) {
            return finding.status() == Status.REFUTED ? "案例与结果不符" : "案例没有用到每一行和每一界限";
        }
        return finding.message();
    }

    private void notImported() {
        text.append("\n## 不能成为规则集的事项\n\n");
        boolean any = false;
        for (Defect defect : found) {
            if (defect.proof() == null) {
                text.append("- **")
                        .append(defect.item().sourceId())
                        .append("** ")
                        .append(defect.problem().replace('\n', '；'))
                        .append('\n');
                any = true;
            }
        }
        if (!any) {
            text.append("没有。\n");
        }
        if (!refusedLaws.isEmpty()) {
            text.append("\n## 没有读入的法律文本\n\n");
            refusedLaws.forEach(law -> text.append("- ").append(law).append('\n'));
        }
    }
}
