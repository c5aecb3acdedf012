package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.When;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case for each row of a tier table; what is expected is computed from the source's figures, not by the model. */
final class TierCases {

    private static final BigDecimal FEN = new BigDecimal("0.01");
    private static final BigDecimal AMOUNT = new BigDecimal("123456.78");
    private static final BigDecimal COUNT = new BigDecimal("3");

    private final List<SheetFact> facts;
    private final TierRows rows;

    TierCases(List<SheetFact> facts, TierRows rows) {
        this.facts = facts;
        this.rows = rows;
    }

    String csv() {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("id", "title"));
        facts.forEach(f -> header.add(f.name()));
        header.add("=rows");
        rows.outputs().forEach(o -> header.add("=" + o));
        lines.add(header);
        for (TierRows.Written written : rows.written()) {
            lines.add(line(written));
        }
        return Csv.write(lines);
    }

    private List<String> line(TierRows.Written written) {
        String id = written.row().id();
        List<String> line = new ArrayList<>(List.of("C" + id.substring(1), Words.tier(written.tier())));
        Map<String, String> given = new LinkedHashMap<>();
        for (SheetFact fact : facts) {
            given.put(fact.name(), value(fact, written));
        }
        line.addAll(given.values());
        line.add(id);
        line.add(written.tier());
        if (rows.hasResult()) {
            line.add(written.result());
        }
        for (SheetPenalty penalty : rows.penalties()) {
            int column = rows.outputs().indexOf(penalty.id());
            line.add(written.row().outputs().get(column).replace("\"", ""));
            if (penalty.kind().equals("fine")) {
                Charge charge = written.fines().get(penalty.id());
                line.add(charge == null || charge.none() ? "null" : amount(charge, charge.min(), false, given));
                line.add(charge == null || charge.none() ? "null" : amount(charge, charge.max(), true, given));
            }
        }
        return line;
    }

    private static String value(SheetFact fact, TierRows.Written written) {
        String answer = written.answers().get(fact.name());
        if (answer != null) {
            return answer;
        }
        if (fact.fromParty()) {
            int column = written.row().cells().indexOf("\"organisation\"");
            return column >= 0 ? "organisation" : "individual";
        }
        if (fact.type().equals("choice")) {
            return fact.values().get(0).value();
        }
        When threshold = written.threshold();
        if (threshold != null && threshold.fact().equals(fact.name()) && threshold.amount() != null) {
            return Numbers.text(
                    threshold.kind() == When.Kind.BELOW ? threshold.amount().subtract(FEN) : threshold.amount());
        }
        return Numbers.text(fact.type().equals("money") ? AMOUNT : COUNT);
    }

    private static String amount(Charge charge, BigDecimal bound, boolean upper, Map<String, String> given) {
        String of = charge.base() == null ? charge.unit() : charge.base();
        BigDecimal amount = of == null ? bound : new BigDecimal(given.getOrDefault(of, "0")).multiply(bound);
        return Numbers.text(upper && charge.maxExcluded() ? amount.subtract(FEN) : amount);
    }
}
