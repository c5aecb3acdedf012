package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.intake.PreviewCell.Status;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every value of an item in JSON beside what was understood of it. */
final class JsonPreview {

    private static final Map<String, String> MEANINGS = meanings();

    private final String place;
    private final List<OpenQuestion> questions;
    private final List<TierOutcome> outcomes;
    private final List<PreviewCell> cells = new ArrayList<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    JsonPreview(SourceItem item, List<TierOutcome> outcomes, List<OpenQuestion> questions) {
        this.place = item.id();
        this.outcomes = outcomes;
        this.questions = questions;
    }

    List<PreviewCell> cells(String pointer, JsonNode node) {
        walk(pointer, "", node);
        return cells;
    }

    /** Values that stand around the items: the note, the methods, the count. */
    static List<PreviewCell> around(JsonNode root) {
        List<PreviewCell> cells = new ArrayList<>();
        if (root.isObject() && root.has("items")) {
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (!entry.getKey().equals("items")) {
                    around("/" + entry.getKey(), entry.getValue(), cells);
                }
            }
        }
        return cells;
    }

    private static void around(String pointer, JsonNode node, List<PreviewCell> cells) {
        if (node.isContainer()) {
            children(node).forEach((key, child) -> around(pointer + "/" + key, child, cells));
            return;
        }
        String words = JsonIntake.scalar(node);
        if (!words.isEmpty()) {
            boolean method = pointer.startsWith("/methods");
            cells.add(new PreviewCell(
                    "文件",
                    cells.size() + 1,
                    1,
                    pointer,
                    words,
                    method ? words : "",
                    method ? "计算方法" : "说明",
                    method ? Status.UNDERSTOOD : Status.IGNORED,
                    method ? null : "文件自身的说明，不属于任何事项"));
        }
    }

    private static Map<String, JsonNode> children(JsonNode node) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                children.put(String.valueOf(i), node.get(i));
            }
        } else {
            node.properties().forEach(e -> children.put(e.getKey(), e.getValue()));
        }
        return children;
    }

    private void walk(String pointer, String within, JsonNode node) {
        if (node.isContainer()) {
            children(node)
                    .forEach((key, child) ->
                            walk(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), within + "/" + key, child));
            return;
        }
        String words = JsonIntake.scalar(node);
        if (!words.isEmpty()) {
            add(pointer, within, words);
        }
    }

    private void add(String pointer, String within, String words) {
        String[] path = within.substring(1).split("/", -1);
        String rowKey = path.length > 2 ? path[0] + "/" + path[1] : path[0];
        int row = rows.computeIfAbsent(rowKey, key -> rows.size() + 1);
        int column = (int) cells.stream().filter(c -> c.row() == row).count() + 1;
        String meaning = meaning(path);
        OpenQuestion question = question(path, words);
        Status status = meaning.isEmpty() ? Status.IGNORED : question != null ? Status.OPEN : Status.UNDERSTOOD;
        String reason = meaning.isEmpty()
                ? "字段“" + path[path.length - 1] + "”不认识，没有使用"
                : question == null ? null : question.asks();
        cells.add(new PreviewCell(
                place,
                row,
                column,
                pointer,
                words,
                status == Status.UNDERSTOOD ? understood(path, words) : "",
                meaning.isEmpty() ? "未用" : meaning,
                status,
                reason));
    }

    private String understood(String[] path, String words) {
        if (path[0].equals("tiers") && path.length == 3 && path[2].equals("standard")) {
            return outcome(path).charges().stream()
                    .map(Charge::chinese)
                    .reduce((a, b) -> a + "；" + b)
                    .orElse(words);
        }
        if (path[0].equals("start") || path[path.length - 1].equals("weight") || isWeightInList(path)) {
            return Share.read(words)
                    .map(s -> s.isFinite() ? Numbers.text(s.in(BigInteger.valueOf(100))) + "%" : words)
                    .orElse(words);
        }
        return words;
    }

    private static boolean isWeightInList(String[] path) {
        return path.length > 2 && path[path.length - 2].equals("weight");
    }

    private TierOutcome outcome(String[] path) {
        int tier = Integer.parseInt(path[1]);
        return tier < outcomes.size() ? outcomes.get(tier) : TierOutcome.open("", null);
    }

    private static String meaning(String[] path) {
        String key = path[0];
        if (path.length == 1 || key.equals("start")) {
            return MEANINGS.getOrDefault(key, "");
        }
        String last = path[path.length - 1];
        return switch (key) {
            case "tiers" ->
                path.length > 3 && path[2].equals("conditions")
                        ? "条件"
                        : path.length > 3 && path[2].equals("fine") ? "数额" : MEANINGS.getOrDefault("tiers." + last, "");
            case "factors" -> isWeightInList(path) ? "权重" : MEANINGS.getOrDefault("factors." + last, "");
            case "legalBasis" -> MEANINGS.getOrDefault("legalBasis." + last, "");
            default -> "";
        };
    }

    private @Nullable OpenQuestion question(String[] path, String words) {
        if (path[0].equals("tiers") && path.length > 2) {
            boolean amount = path[2].equals("standard") || path[2].equals("fine");
            TierOutcome outcome = outcome(path);
            if (amount && outcome.doubt() != null) {
                return new OpenQuestion("", "", words, outcome.doubt(), null);
            }
            return null;
        }
        return questions.stream()
                .filter(q -> concerns(q, path, words))
                .findFirst()
                .orElse(null);
    }

    private boolean concerns(OpenQuestion question, String[] path, String words) {
        return switch (path[0]) {
            case "effective", "expires" ->
                question.where().equals("effective") && question.original().equals(words);
            case "jurisdiction" -> question.where().equals("jurisdiction");
            case "id", "domain" ->
                question.where().equals("item") && question.original().equals(words);
            case "notes" ->
                question.where().equals("penalty") || question.where().equals("total");
            case "legalBasis" ->
                question.where().equals("basis") && question.asks().contains(words) && words.length() > 1;
            case "statutoryRangeText" -> question.where().startsWith("statute");
            case "factors" ->
                question.where().matches("W\\d+\\.\\d+") && question.original().equals(words);
            default -> false;
        };
    }

    private static Map<String, String> meanings() {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("id", "事项编码");
        m.put("domain", "执法领域");
        m.put("jurisdiction", "适用地区");
        m.put("kind", "类别");
        m.put("violation", "违法行为");
        m.put("title", "事项名称");
        m.put("violatedProvision", "违反条款");
        m.put("statutoryRangeText", "法定幅度");
        m.put("statutoryRangeId", "法定幅度编号");
        m.put("mode", "表的形式");
        m.put("start", "裁量起点");
        m.put("sumMinPct", "合计核对数");
        m.put("sumMaxPct", "合计核对数");
        m.put("notes", "备注");
        m.put("note", "说明");
        m.put("conventions", "说明");
        m.put("source", "来源");
        m.put("effective", "施行日期");
        m.put("expires", "有效期");
        m.put("confidence", "来源可信度");
        m.put("tiers.name", "档次");
        m.put("tiers.branch", "分组");
        m.put("tiers.condition", "条件");
        m.put("tiers.standard", "处罚标准");
        m.put("tiers.remark", "备注");
        m.put("factors.name", "裁量因素");
        m.put("factors.condition", "情形");
        m.put("factors.weight", "权重");
        m.put("legalBasis.law", "处罚依据");
        m.put("legalBasis.article", "处罚依据");
        m.put("legalBasis.paragraph", "处罚依据");
        m.put("legalBasis.item", "处罚依据");
        m.put("legalBasis.version", "处罚依据");
        m.put("legalBasis.note", "处罚依据");
        return m;
    }
}
