package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Runs the model of an imported item on every tier or option of its JSON and compares it with what the JSON itself says. It shares no
 * computation with the import: figures are taken from the JSON as they stand, and a note's formula is multiplied out from its text.
 */
final class ImportCheck {

    private static final BigDecimal BASE = new BigDecimal("2400000");
    private static final BigDecimal COUNT = new BigDecimal("7");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private final JsonNode item;
    private final DraftContent draft;
    private final CompiledRuleSet model;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    ImportCheck(JsonNode item, DraftContent draft) {
        this.item = item;
        this.draft = draft;
        this.model = new CompiledRuleSet(SheetWriter.toRuleSet(draft.sheet(), draft.cases()));
    }

    /** How many amounts were compared. */
    int compared() {
        return compared;
    }

    List<String> run() {
        if (item.has("factors")) {
            weights();
        } else {
            int number = 0;
            for (JsonNode tier : item.path("tiers")) {
                number++;
                tier(tier, number);
            }
        }
        return differences;
    }

    private void tier(JsonNode tier, int number) {
        Map<String, Object> facts = amounts();
        Map<String, String> wanted = new LinkedHashMap<>();
        tier.path("conditions")
                .properties()
                .forEach(e -> wanted.put(e.getKey(), e.getValue().asString()));
        if (wanted.isEmpty()) {
            wanted.put("", tier.path("condition").asString("").strip());
        }
        for (String text : wanted.values()) {
            for (SheetFact fact : draft.sheet().facts()) {
                boolean named = wanted.containsKey(fact.name());
                String own = wanted.getOrDefault(fact.name(), text);
                fact.values().stream()
                        .map(SheetFact.SheetChoice::value)
                        .filter(v -> v.equals(own)
                                || v.equals(tier.path("name").asString() + "：" + own)
                                || (own.isEmpty() && v.equals(tier.path("name").asString())))
                        .findFirst()
                        .filter(v -> named || !facts.containsKey(fact.name()))
                        .ifPresent(v -> facts.put(fact.name(), v));
            }
        }
        for (Map<String, Object> full : completions(facts, 0)) {
            compare(tier, full, number);
        }
    }

    /** Everything the source does not ask may be answered in any way; the figures below say which answer they are for. */
    private List<Map<String, Object>> completions(Map<String, Object> facts, int from) {
        List<SheetFact> all = draft.sheet().facts();
        for (int i = from; i < all.size(); i++) {
            SheetFact fact = all.get(i);
            List<String> open = fact.fromParty()
                    ? List.of("individual", "organisation")
                    : fact.values().stream().map(SheetFact.SheetChoice::value).toList();
            if (!facts.containsKey(fact.name()) && !open.isEmpty()) {
                List<Map<String, Object>> result = new ArrayList<>();
                for (String value : open) {
                    Map<String, Object> more = new HashMap<>(facts);
                    more.put(fact.name(), value);
                    result.addAll(completions(more, i + 1));
                }
                return result;
            }
        }
        return List.of(facts);
    }

    private Map<String, Object> amounts() {
        Map<String, Object> facts = new HashMap<>();
        for (SheetFact fact : draft.sheet().facts()) {
            if (fact.type().equals("money")) {
                facts.put(fact.name(), BASE);
            } else if (fact.type().equals("number") || fact.type().equals("integer")) {
                facts.put(fact.name(), COUNT);
            }
        }
        return facts;
    }

    private void compare(JsonNode tier, Map<String, Object> facts, int number) {
        Evaluation evaluation = model.evaluate(facts);
        Object row = evaluation.rowIds().isEmpty() ? null : evaluation.rowIds().get(0);
        if (row == null || (!row.toString().matches("T" + number + "(\\..*)?") && facts.containsKey(Steps.GROUP))) {
            return;
        }
        JsonNode fine = tier.path("fine");
        if (fine.isEmpty() || "person-decides".equals(evaluation.column("penalty", "result"))) {
            return;
        }
        List<JsonNode> figures = new ArrayList<>();
        if (fine.isArray()) {
            figures.add(fine.get(0));
        } else if (fine.properties().stream().anyMatch(e -> e.getValue().isObject())) {
            fine.properties().forEach(e -> figures.add(e.getValue()));
        } else {
            figures.add(fine);
        }
        for (int i = 0; i < figures.size(); i++) {
            List<BigDecimal> bounds = bounds(figures.get(i), facts);
            if (bounds.isEmpty()) {
                continue;
            }
            boolean individual = "individual".equals(facts.get("partyKind"));
            boolean second = i > 0 && !facts.containsKey("partyKind");
            if (facts.containsKey("partyKind") && figures.size() > 1 && individual != (i > 0)) {
                continue;
            }
            boolean onPerson = second || evaluation.column("penalty", "fineMin") == null;
            same(evaluation, onPerson ? "responsibleFineMin" : "fineMin", bounds.get(0), facts);
            same(evaluation, onPerson ? "responsibleFineMax" : "fineMax", bounds.get(1), facts);
        }
    }

    private static List<BigDecimal> bounds(JsonNode f, Map<String, Object> facts) {
        BigDecimal fen = new BigDecimal("0.01");
        if (f.has("unit") && f.has("individual")) {
            return pair(f.get("individual".equals(facts.get("partyKind")) ? "individual" : "unit"), BigDecimal.ONE);
        }
        if (f.has("first")) {
            return pair(f.get(Steps.OVERDUE.equals(facts.get(Steps.CORRECTION)) ? "overdue" : "first"), BigDecimal.ONE);
        }
        if (f.has("serious") && Steps.SERIOUS.equals(facts.get(Steps.GRAVITY))) {
            return pair(f.get("serious"), BigDecimal.ONE);
        }
        if (f.has("times")) {
            return pair(f.get("times"), BASE);
        }
        if (f.has("minTimes") || f.has("maxTimes") || f.has("maxTimesExclusive")) {
            BigDecimal low = f.path("minTimes").decimalValue(BigDecimal.ZERO).multiply(BASE);
            return f.has("maxTimesExclusive")
                    ? List.of(
                            low,
                            f.get("maxTimesExclusive")
                                    .decimalValue()
                                    .multiply(BASE)
                                    .subtract(fen))
                    : List.of(low, f.get("maxTimes").decimalValue().multiply(BASE));
        }
        if (f.has("minPct") || f.has("maxPct")) {
            BigDecimal hundredth = BASE.movePointLeft(2);
            return List.of(
                    f.path("minPct").decimalValue(BigDecimal.ZERO).multiply(hundredth),
                    f.get("maxPct").decimalValue().multiply(hundredth));
        }
        if (f.has("maxExclusive")) {
            return List.of(
                    f.path("min").decimalValue(BigDecimal.ZERO),
                    f.get("maxExclusive").decimalValue().subtract(fen));
        }
        if (!f.has("min") || !f.has("max")) {
            return List.of();
        }
        BigDecimal of = f.has("perUnit") ? COUNT : BigDecimal.ONE;
        return List.of(
                f.get("min").decimalValue().multiply(of),
                f.get("max").decimalValue().multiply(of));
    }

    private static List<BigDecimal> pair(JsonNode list, BigDecimal of) {
        return List.of(
                list.get(0).decimalValue().multiply(of),
                list.get(1).decimalValue().multiply(of));
    }

    private void same(Evaluation evaluation, String column, BigDecimal expected, Map<String, Object> facts) {
        compared++;
        Object value = evaluation.column("penalty", column);
        boolean equal = value instanceof BigDecimal number
                && number.subtract(expected).abs().compareTo(TOLERANCE) <= 0;
        if (!equal) {
            differences.add(column + "：来源" + expected.toPlainString() + "，模型" + value + "（" + facts + "）");
        }
    }

    private void weights() {
        Map<String, String> lowest = new LinkedHashMap<>();
        for (JsonNode factor : item.path("factors")) {
            lowest.put(
                    factor.path("name").asString(),
                    factor.path("options").get(0).path("condition").asString());
        }
        sum(lowest);
        Map<String, String> highest = new LinkedHashMap<>();
        for (JsonNode factor : item.path("factors")) {
            for (JsonNode option : factor.path("options")) {
                Map<String, String> one = new LinkedHashMap<>(lowest);
                one.put(factor.path("name").asString(), option.path("condition").asString());
                sum(one);
                highest.put(
                        factor.path("name").asString(), option.path("condition").asString());
            }
        }
        sum(highest);
    }

    private void sum(Map<String, String> answers) {
        Map<String, Object> facts = amounts();
        facts.putAll(answers);
        for (Map<String, Object> full : completions(facts, 0)) {
            Evaluation evaluation = model.evaluate(full);
            List<BigDecimal> expected = expected(answers);
            Object fine = evaluation.column("penalty", "fineMax");
            boolean known = fine instanceof BigDecimal number
                    && expected.stream().anyMatch(e -> e.subtract(number).abs().compareTo(new BigDecimal("0.01")) < 0);
            compared++;
            if (!known) {
                differences.add("fineMax：来源" + expected + "，模型" + fine + "（" + full + "）");
            }
        }
    }

    /** The amount of every result column: start + weights, times what the note multiplies it with. */
    private List<BigDecimal> expected(Map<String, String> answers) {
        String notes = item.path("notes").asString().replace('＝', '=').replace(" ", "");
        BigDecimal weights = BigDecimal.ZERO;
        for (JsonNode factor : item.path("factors")) {
            for (JsonNode option : factor.path("options")) {
                if (option.path("condition")
                        .asString()
                        .equals(answers.get(factor.path("name").asString()))) {
                    JsonNode weight = option.path("weight");
                    weights = weights.add(share(weight.isArray() ? weight.get(1).asString() : weight.asString()));
                }
            }
        }
        List<BigDecimal> results = new ArrayList<>();
        Matcher formula = Pattern.compile("罚款金额=[^；。]*?总和((?:×[^×；。]+)+)").matcher(notes);
        for (int column = 0; formula.find(); column++) {
            BigDecimal total = weights.add(share(item.path("start").get(column).asString()));
            if (notes.contains("不足20%的，按20%计算")) {
                total = total.max(new BigDecimal("0.2"));
            }
            total = total.min(BigDecimal.ONE);
            for (String part : formula.group(1).substring(1).split("×", -1)) {
                total = total.multiply(factor(part));
            }
            results.add(total);
        }
        return results;
    }

    private static BigDecimal share(String words) {
        if (words.contains("/")) {
            String[] parts = words.split("/", -1);
            return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 30, RoundingMode.HALF_EVEN);
        }
        return new BigDecimal(words.replace("%", "")).movePointLeft(2);
    }

    private static BigDecimal factor(String part) {
        if (part.endsWith("万")) {
            return new BigDecimal(part.replace("万", "")).movePointRight(4);
        }
        if (part.endsWith("%")) {
            return new BigDecimal(part.replace("%", "")).movePointLeft(2);
        }
        return part.endsWith("倍") ? new BigDecimal(part.replace("倍", "")) : BASE;
    }
}
