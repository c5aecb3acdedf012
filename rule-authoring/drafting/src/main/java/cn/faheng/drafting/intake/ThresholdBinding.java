package cn.faheng.drafting.intake;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table that asks 违法所得十万元以上 or 不足十万元 as a choice answers with it the threshold of its statute. */
final class ThresholdBinding {

    private static final Pattern CELL = Pattern.compile("(<|>=) ([0-9.]+)");

    private ThresholdBinding() {}

    /** The statute with its thresholds asked as the table asks them; unchanged where the table does not. */
    static Sheet bind(Sheet benchmark, Sheet statute) {
        Sheet result = statute;
        for (SheetFact fact : statute.facts()) {
            if (fact.type().equals("money")) {
                result = bound(benchmark, result, fact);
            }
        }
        return result;
    }

    private static Sheet bound(Sheet benchmark, Sheet statute, SheetFact amount) {
        String base = amount.label() == null ? amount.name() : amount.label();
        for (SheetFact choice : benchmark.facts()) {
            Map<String, String> sides = new LinkedHashMap<>();
            for (SheetChoice value : choice.values()) {
                side(value.value(), base, sides);
            }
            boolean all = !choice.values().isEmpty()
                    && sides.size() == choice.values().size();
            for (SheetDecision decision : statute.decisions()) {
                int column = decision.inputs().indexOf(amount.name());
                if (all && column >= 0 && fits(decision, column, sides)) {
                    return replaced(statute, decision, column, choice, sides);
                }
            }
        }
        return statute;
    }

    /** 违法所得10万元以上的 is {@code >= 100000}; 没有违法所得或者违法所得不足10万元的 is {@code < 100000}. */
    private static void side(String value, String base, Map<String, String> sides) {
        Matcher m = Pattern.compile(Pattern.quote(base) + "(?:在)?(不足|低于|少于)?(" + Numbers.NUMBER + ")元(以上|以下|的|$)?")
                .matcher(Words.squeezed(value));
        while (m.find()) {
            String below = m.group(1);
            BigDecimal limit = Numbers.read(m.group(2)).orElse(BigDecimal.ZERO);
            if (below != null) {
                sides.put(value, "< " + Numbers.text(limit));
            } else if ("以上".equals(m.group(3))) {
                sides.put(value, ">= " + Numbers.text(limit));
            }
        }
    }

    private static boolean fits(SheetDecision decision, int column, Map<String, String> sides) {
        return decision.rows().stream()
                .map(r -> r.cells().get(column))
                .allMatch(c -> c.equals("-") || (CELL.matcher(c).matches() && sides.containsValue(c)));
    }

    private static Sheet replaced(
            Sheet statute, SheetDecision decision, int column, SheetFact choice, Map<String, String> sides) {
        List<SheetRow> rows = new ArrayList<>();
        for (SheetRow row : decision.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            String cell = cells.get(column);
            if (!cell.equals("-")) {
                cells.set(
                        column,
                        String.join(
                                ", ",
                                sides.entrySet().stream()
                                        .filter(e -> e.getValue().equals(cell))
                                        .map(e -> Words.literal(e.getKey()))
                                        .toList()));
            }
            rows.add(new SheetRow(row.id(), cells, row.outputs(), row.says(), row.cites(), row.comment()));
        }
        List<String> inputs = new ArrayList<>(decision.inputs());
        inputs.set(column, choice.name());
        SheetDecision bound = new SheetDecision(
                decision.name(),
                decision.title(),
                decision.form(),
                decision.hitPolicy(),
                inputs,
                decision.outputs(),
                rows,
                decision.expression(),
                decision.entries());
        List<SheetFact> facts = new ArrayList<>(statute.facts());
        facts.add(choice);
        return statute.withFacts(facts)
                .withDecisions(statute.decisions().stream()
                        .map(d -> d.equals(decision) ? bound : d)
                        .toList());
    }
}
