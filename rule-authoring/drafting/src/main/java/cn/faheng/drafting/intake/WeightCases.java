package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceFactor;
import cn.faheng.drafting.intake.SourceItem.SourceOption;
import cn.faheng.drafting.intake.WeightColumns.Column;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a weight table: everything at its first option, each other option alone, and everything at its last. What is expected is
 * computed with exact fractions from the source's figures, not by the model.
 */
final class WeightCases {

    private static final BigDecimal AMOUNT = new BigDecimal("240000");
    private static final BigDecimal FEN = new BigDecimal("0.01");

    private final SourceItem item;
    private final List<SheetFact> facts;
    private final @Nullable WeightColumns columns;
    private final StatuteHints hints;
    private final List<SheetDecision> decisions;
    private final List<List<String>> lines = new ArrayList<>();

    WeightCases(
            SourceItem item,
            List<SheetFact> facts,
            Optional<WeightColumns> columns,
            StatuteHints hints,
            BigInteger whole,
            List<SheetDecision> decisions) {
        this.item = item;
        this.facts = facts;
        this.columns = columns.orElse(null);
        this.hints = hints;
        this.decisions = decisions;
    }

    String csv() {
        List<String> header = new ArrayList<>(List.of("id", "title"));
        facts.forEach(f -> header.add(f.name()));
        header.add("=rows");
        boolean person = columns != null && columns.person() != null;
        if (columns != null) {
            header.addAll(List.of("=fineMin", "=fineMax"));
            if (person) {
                header.addAll(List.of("=responsibleFineMin", "=responsibleFineMax"));
            }
        }
        lines.add(header);
        Map<String, String> lowest = new LinkedHashMap<>();
        Map<String, String> highest = new LinkedHashMap<>();
        for (SheetFact fact : facts) {
            boolean choice = fact.type().equals("choice");
            lowest.put(fact.name(), choice ? fact.values().get(0).value() : lowAmount(fact.name()));
            highest.put(
                    fact.name(),
                    choice ? fact.values().get(fact.values().size() - 1).value() : Numbers.text(AMOUNT));
        }
        line("各因素均取第一档", lowest);
        for (SheetFact fact : facts) {
            if (fact.type().equals("choice")) {
                for (int i = 1; i < fact.values().size(); i++) {
                    Map<String, String> one = new LinkedHashMap<>(lowest);
                    one.put(fact.name(), fact.values().get(i).value());
                    line(fact.name() + "：" + fact.values().get(i).value(), one);
                }
            } else if (columns != null && fact.name().equals(columns.question()) && columns.threshold() != null) {
                Map<String, String> at = new LinkedHashMap<>(lowest);
                at.put(fact.name(), Numbers.text(columns.threshold()));
                line(fact.name() + "恰为" + Numbers.text(columns.threshold()) + "元", at);
            }
        }
        line("各因素均取最后一档", highest);
        return Csv.write(lines);
    }

    private String lowAmount(String fact) {
        return columns != null && columns.threshold() != null && fact.equals(columns.question())
                ? Numbers.text(columns.threshold().subtract(FEN))
                : Numbers.text(AMOUNT);
    }

    private void line(String title, Map<String, String> given) {
        Optional<List<String>> expected = columns == null ? Optional.of(List.of()) : expected(given, columns);
        if (expected.isEmpty()) {
            return;
        }
        List<String> line = new ArrayList<>(List.of("C" + lines.size(), title));
        line.addAll(given.values());
        line.add(String.join(" ", rowIds(given)));
        line.addAll(expected.get());
        lines.add(line);
    }

    private List<String> rowIds(Map<String, String> given) {
        List<String> ids = new ArrayList<>();
        for (SheetDecision decision : decisions) {
            if (decision.rows().isEmpty()) {
                continue;
            }
            String answer = given.getOrDefault(decision.inputs().get(0), "");
            for (SheetRow row : decision.rows()) {
                String cell = row.cells().get(0);
                boolean hit = cell.equals(Words.literal(answer))
                        || (cell.startsWith("<")
                                && new BigDecimal(answer).compareTo(new BigDecimal(cell.substring(2))) < 0)
                        || (cell.startsWith(">=")
                                && new BigDecimal(answer).compareTo(new BigDecimal(cell.substring(3))) >= 0);
                if (hit) {
                    ids.add(row.id());
                    break;
                }
            }
        }
        return ids;
    }

    private Optional<List<String>> expected(Map<String, String> given, WeightColumns read) {
        Share sum = Share.ZERO;
        for (SourceFactor factor : item.factors()) {
            Optional<Share> share = factor.options().stream()
                    .filter(o -> o.condition().equals(given.get(factor.name())))
                    .map(SourceOption::weight)
                    .findFirst()
                    .flatMap(Share::read);
            if (share.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(share.get());
        }
        List<String> results = new ArrayList<>();
        Optional<String> party = fine(column(given, read), sum, given);
        Column person = read.person();
        Optional<String> responsible = person == null ? Optional.of("") : fine(person, sum, given);
        if (party.isEmpty() || responsible.isEmpty()) {
            return Optional.empty();
        }
        results.addAll(List.of(party.get(), party.get()));
        if (person != null) {
            results.addAll(List.of(responsible.get(), responsible.get()));
        }
        return Optional.of(results);
    }

    private static Column column(Map<String, String> given, WeightColumns read) {
        String question = read.question();
        if (question == null) {
            return read.party().get(0);
        }
        String answer = given.getOrDefault(question, "");
        BigDecimal threshold = read.threshold();
        if (threshold != null) {
            return read.party().get(new BigDecimal(answer).compareTo(threshold) < 0 ? 0 : 1);
        }
        return read.party().get(Math.max(0, read.answers().indexOf(answer)));
    }

    private Optional<String> fine(Column column, Share sum, Map<String, String> given) {
        Share total = sum.plus(column.start());
        Share floor = column.floor();
        if (floor != null && floor.isMoreThan(total)) {
            total = floor;
        }
        Share cap = column.cap();
        if (cap != null && total.isMoreThan(cap)) {
            total = cap;
        }
        BigDecimal amount = column.formula().factor();
        String base = column.formula().base();
        if (base != null) {
            BigDecimal of = new BigDecimal(given.getOrDefault(base, "0"));
            amount = amount.multiply(hints.leastBase(base).map(of::max).orElse(of));
        }
        try {
            return Optional.of(Numbers.text(
                    amount.multiply(new BigDecimal(total.numerator())).divide(new BigDecimal(total.denominator()))));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
