package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.ClauseScore.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report on the reading of clauses, in Chinese. */
final class ReportText {
    private static final Map<String, String> KINDS = Map.of(
            "yuan", "金额幅度（以上……以下）",
            "yuanmax", "只有金额上限",
            "fixed", "固定金额",
            "times", "倍数幅度",
            "timesmax", "只有倍数上限",
            "pct", "比例幅度",
            "pctmax", "只有比例上限",
            "pctimes", "比例以上、倍数以下",
            "eqtimes", "等值以上、倍数以下",
            "eqmax", "等值以下");

    private ReportText() {}

    static String of(int samples, ClauseScore clauses, ClauseScore provisions) {
        StringBuilder text = new StringBuilder();
        text.append("# 条文读取的测量\n\n");
        text.append(
                "重做本报告：`./faheng report clauses <statutory_ranges.json>`（主类 `cn.faheng.drafting.clause.ClauseReport`，参数为条文文件和报告文件）。\n\n");
        text.append(
                "有把握的读取才计入准确率；没有把握的另列，并写明理由，由人确认。准确率＝有把握且正确÷有把握；召回率＝有把握且正确÷全部；含没有把握的召回率把读对但没有把握的也算上。测量文件由程序提取，本身有错，见下文。\n\n");
        text.append("## 一、单独的条文片段（").append(samples).append("条）\n\n");
        table(text, clauses);
        fields(text, clauses);
        if (!provisions.tallies().isEmpty()) {
            text.append("## 二、同样的条文，放在整条之中读\n\n");
            table(text, provisions);
            fields(text, provisions);
            text.append("整条之中另有测量文件没有列出的罚款：有把握的")
                    .append(provisions.otherFines())
                    .append("种写法，没有把握的")
                    .append(provisions.otherUnsureFines())
                    .append("种写法（相同写法只计一次）。它们没有可比的答案，不计入上表。\n\n");
        }
        text.append("## 三、与测量文件不同之处\n\n").append(NOTES);
        differences(text, clauses, List.of("金额", "未读出", "没有把握", "基数", "应当或者可以", "对象"));
        steps(text, clauses);
        text.append("## 四、整条之中没有读出或者没有把握的\n\n");
        differences(text, provisions, List.of("金额", "未读出", "没有把握"));
        return text.toString();
    }

    private static final String NOTES =
            """
            对照原文后，测量文件的错误有这几类，读取不迁就它们：

            - 把程序权限当作处罚：当场处罚、当场收缴、简易程序、公安派出所的处罚权限（如 SR-1025、SR-1026、SR-1027、SR-1584、SR-1586、SR-1593、SR-1596、SR-1635、SR-1636、SR-1637、SR-1642、SR-1649），以及 SR-0545、SR-0657、SR-1506 的“其中……罚款”“对……以下罚款”。读取标为没有把握，或者在整条之中不作为处罚。
            - 基数取成了前面出现过的词：SR-0004 写“违法所得”，原文是“上一年度营业额”；SR-1389 只取了“价款”；另有20条没有写出基数而原文写明。
            - “可处”“可并处”没有标为“可以”（如 SR-1327、SR-1390、SR-1428、SR-1466）；反过来，SR-0663、SR-1479、SR-1569、SR-1587 的“可以”写在前面另一项处罚上。
            - “情节较重”“造成严重后果”“违法所得……以上”“广告费用无法计算”没有标记；按百分比计的超载、超速用了“不足”标记，而它们不是金额。放在整条之中读时，片段里看不到的“逾期不改正”“情节严重”由上文带下来，所以步骤与片段的标记差别更大。
            - 同一条中相同的片段出现两次时，片段的位置不唯一，按金额相同认定。

            """;

    private static void table(StringBuilder text, ClauseScore score) {
        text.append(
                "| 形式 | 条数 | 有把握且正确 | 有把握而错误 | 没有把握、读对 | 没有把握、读错 | 未读出 | 准确率 | 召回率 | 含没有把握的召回率 |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        Tally sum = new Tally();
        score.tallies().forEach((kind, tally) -> {
            row(text, KINDS.getOrDefault(kind, kind) + " `" + kind + "`", tally);
            sum.add(tally);
        });
        row(text, "**合计**", sum);
        text.append('\n');
    }

    private static void row(StringBuilder text, String name, Tally t) {
        text.append("| ").append(name);
        for (int count : new int[] {t.all(), t.sureRight, t.sureWrong, t.unsureRight, t.unsureWrong, t.missed}) {
            text.append(" | ").append(count);
        }
        text.append(" | ").append(share(t.sureRight, t.sureRight + t.sureWrong));
        text.append(" | ").append(share(t.sureRight, t.all()));
        text.append(" | ").append(share(t.sureRight + t.unsureRight, t.all())).append(" |\n");
    }

    private static void fields(StringBuilder text, ClauseScore score) {
        text.append("各栏与测量文件的标记相同的：");
        score.fields().forEach((name, count) -> text.append(name)
                .append(' ')
                .append(count[0])
                .append('/')
                .append(count[1])
                .append("（")
                .append(share(count[0], count[1]))
                .append("）；"));
        text.setLength(text.length() - 1);
        text.append("。标记是按词出现与否作的，不同之处见第三部分。\n\n");
    }

    private static void differences(StringBuilder text, ClauseScore score, List<String> fields) {
        for (String field : fields) {
            List<String[]> of =
                    score.differences().stream().filter(d -> d[1].equals(field)).toList();
            if (of.isEmpty()) {
                continue;
            }
            text.append("### ")
                    .append(field)
                    .append("（")
                    .append(of.size())
                    .append("条）\n\n| 编号 | 测量文件 | 读取 | 条文 |\n|---|---|---|---|\n");
            of.forEach(d -> text.append("| ")
                    .append(d[0])
                    .append(" | ")
                    .append(cell(d[2]))
                    .append(" | ")
                    .append(cell(d[3]))
                    .append(" | ")
                    .append(cell(shortened(d[4])))
                    .append(" |\n"));
            text.append('\n');
        }
    }

    private static void steps(StringBuilder text, ClauseScore score) {
        Map<String, Integer> pairs = new TreeMap<>();
        score.differences().stream()
                .filter(d -> d[1].equals("步骤"))
                .forEach(d -> pairs.merge(d[2] + " → " + d[3], 1, Integer::sum));
        text.append("### 步骤\n\n| 测量文件 → 读取 | 条数 |\n|---|--:|\n");
        pairs.forEach((pair, count) ->
                text.append("| ").append(pair).append(" | ").append(count).append(" |\n"));
        text.append('\n');
    }

    private static String shortened(String words) {
        return words.length() <= 90 ? words : words.substring(0, 30) + "……" + words.substring(words.length() - 58);
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("\n", " ");
    }

    private static String share(int part, int all) {
        return all == 0
                ? "—"
                : BigDecimal.valueOf(part)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP)
                        + "%";
    }
}
