package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceBasis;
import cn.faheng.drafting.intake.SourceItem.SourceDocument;
import cn.faheng.drafting.intake.SourceItem.SourceFactor;
import cn.faheng.drafting.intake.SourceItem.SourceOption;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads items from JSON: a whole collection with its methods, a list, or a single item. */
final class JsonIntake {

    private static final int MOST_ITEMS = 20_000;
    private static final Pattern NUMBER = Pattern.compile("[\\u4e00-\\u9fa5]{1,10}[〔\\[（(]\\d{4}[〕\\]）)]\\d+号");
    private static final Pattern ISSUER =
            Pattern.compile("[（(《]?([\\u4e00-\\u9fa5]{2,16}(?:局|厅|委员会|总局))(?:关于)?[\\u4e00-\\u9fa5]*(?:裁量|标准|基准)");
    private static final Pattern TITLE =
            Pattern.compile("([\\u4e00-\\u9fa5]{4,40}(?:裁量[\\u4e00-\\u9fa5]{0,12}(?:标准|基准|表)))");

    private final JsonNode root;
    private final Map<String, String> methods = new LinkedHashMap<>();

    JsonIntake(JsonNode root) {
        this.root = root;
        for (JsonNode method : root.path("methods")) {
            methods.put(text(method, "id"), text(method, "title") + "：" + text(method, "rule"));
        }
    }

    /** An item with the place of its object. */
    record Found(String pointer, JsonNode node, SourceItem item) {}

    List<Found> items() {
        List<Found> found = new ArrayList<>();
        if (root.isArray()) {
            all("", root, found);
        } else if (root.path("items").isArray()) {
            all("/items", root.path("items"), found);
        } else if (root.isObject() && (root.has("tiers") || root.has("factors"))) {
            found.add(new Found("", root, item(root)));
        } else {
            throw new IntakeRefusedException("JSON中没有找到裁量事项：应是带items的对象、事项的列表或者单个事项（有tiers或者factors）。");
        }
        return found;
    }

    private void all(String pointer, JsonNode list, List<Found> found) {
        if (list.size() > MOST_ITEMS) {
            throw new IntakeRefusedException("一次导入不超过" + MOST_ITEMS + "个事项，文件中有" + list.size() + "个。请分批导入。");
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            if (!node.isObject()) {
                throw new IntakeRefusedException("第" + (i + 1) + "个事项不是对象。请检查文件。");
            }
            found.add(new Found(pointer + "/" + i, node, item(node)));
        }
    }

    private SourceItem item(JsonNode node) {
        String title = text(node, "title").isBlank() ? text(node, "violation") : text(node, "title");
        String id = text(node, "id");
        List<String> remarks = new ArrayList<>();
        for (String key : List.of("note", "conventions")) {
            remarks.add(text(node, key));
        }
        if (!text(node, "violation").equals(title)) {
            remarks.add("违法行为：" + text(node, "violation"));
        }
        String source = text(node, "source");
        return new SourceItem(
                id.isBlank() ? "未编号" : id,
                text(node, "domain"),
                text(node, "jurisdiction"),
                text(node, "kind"),
                title.isBlank() ? id : title,
                bases(node),
                text(node, "violatedProvision"),
                text(node, "statutoryRangeText"),
                "",
                tiers(node),
                texts(node.path("start")),
                factors(node),
                text(node, "notes"),
                "",
                capRule(node, source),
                new SourceDocument(first(TITLE, source), first(NUMBER, source, 0), first(ISSUER, source), source),
                text(node, "effective"),
                text(node, "expires"),
                text(node, "confidence"),
                remarks.stream().filter(r -> !r.isBlank()).toList());
    }

    /** The collection's method for the document of this item, where it caps the total at 100 %. */
    private String capRule(JsonNode node, String source) {
        if (!node.has("factors") || !source.contains("粤环发")) {
            return "";
        }
        return methods.values().stream()
                .filter(m -> m.contains("广东省") || m.startsWith("同上"))
                .filter(m -> m.contains("Σ权重") && m.contains("≤100%"))
                .findFirst()
                .map(m -> "广东省生态环境行政处罚自由裁量权规定 第六条")
                .orElse("");
    }

    private static String first(Pattern pattern, String text) {
        return first(pattern, text, 1);
    }

    private static String first(Pattern pattern, String text, int group) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(group) : "";
    }

    private static List<SourceBasis> bases(JsonNode node) {
        List<SourceBasis> bases = new ArrayList<>();
        for (JsonNode basis : node.path("legalBasis")) {
            bases.add(new SourceBasis(
                    text(basis, "law"),
                    basis.path("article").asInt(0),
                    text(basis, "paragraph"),
                    text(basis, "item"),
                    text(basis, "version")));
        }
        return bases;
    }

    private static List<SourceTier> tiers(JsonNode node) {
        List<SourceTier> tiers = new ArrayList<>();
        int number = 0;
        for (JsonNode tier : node.path("tiers")) {
            number++;
            Map<String, String> conditions = new LinkedHashMap<>();
            String standard = text(tier, "standard");
            for (Map.Entry<String, JsonNode> entry : tier.path("conditions").properties()) {
                String value = Words.name(scalar(entry.getValue()));
                if (entry.getKey().matches("处罚标准|裁量标准|裁量幅度|罚款标准|罚款金额|具体标准")) {
                    standard = standard.isBlank() ? value : standard;
                } else {
                    conditions.put(Words.name(entry.getKey()), value);
                }
            }
            tiers.add(new SourceTier(
                    "/tiers/" + (number - 1),
                    text(tier, "name").isBlank() ? String.valueOf(number) : Words.name(text(tier, "name")),
                    tier.path("branch").asInt(1),
                    Words.name(text(tier, "condition")),
                    conditions,
                    standard,
                    Map.of(),
                    text(tier, "remark"),
                    tier.get("fine")));
        }
        return tiers;
    }

    private static List<SourceFactor> factors(JsonNode node) {
        List<SourceFactor> factors = new ArrayList<>();
        for (JsonNode factor : node.path("factors")) {
            List<SourceOption> options = new ArrayList<>();
            for (JsonNode option : factor.path("options")) {
                options.add(new SourceOption(
                        Words.name(text(option, "condition")),
                        weight(option.path("weight"), text(option, "condition"))));
            }
            factors.add(new SourceFactor(Words.name(text(factor, "name")), options));
        }
        return factors;
    }

    /** A weight; a list repeats the condition before it. */
    private static String weight(JsonNode weight, String condition) {
        if (!weight.isArray()) {
            return scalar(weight);
        }
        List<String> rest = new ArrayList<>(texts(weight));
        rest.remove(condition);
        return rest.size() == 1 ? rest.get(0) : String.join("|", texts(weight));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(scalar(one)));
        return texts;
    }

    static String text(JsonNode node, String key) {
        return scalar(node.get(key));
    }

    static String scalar(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isContainer()) {
            return "";
        }
        if (value.isNumber() && value.isBigDecimal()) {
            // A huge exponent is shown as it was written; it is never expanded.
            return Math.abs((long) value.decimalValue().scale()) > 40
                    ? value.decimalValue().toString()
                    : Numbers.text(value.decimalValue());
        }
        return value.asString("").strip();
    }
}
