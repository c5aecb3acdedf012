package cn.faheng.drafting.intake;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a proposed statutory range ask the questions of its benchmark where both plainly ask the same. */
final class StatuteBinding {

    private static final Pattern OVERDUE =
            Pattern.compile(".*(?:逾期|拒不|仍未|未按(?:期|时|要求)|未在[^，；]*期限|未(?:完成)?(?:改正|整改)|不(?:予)?改正).*");
    private static final Pattern IN_TIME =
            Pattern.compile(".*(?:限期内|期限内|按期|按时|按要求|已|及时|主动|立即)[^，；未不]*(?:改正|整改|完成|采取).*");
    private static final String BEFORE = "(?:所需|所需的|该|其|造成的?|事故造成的?|违法|违法行为的?|因此|当事人的?)*";

    private final Sheet benchmark;
    private Sheet statute;

    private StatuteBinding(Sheet benchmark, Sheet statute) {
        this.benchmark = benchmark;
        this.statute = statute;
    }

    static Sheet bind(Sheet benchmark, Sheet statute) {
        StatuteBinding binding = new StatuteBinding(benchmark, statute);
        binding.amounts();
        binding.correction();
        return ThresholdBinding.bind(benchmark, binding.statute);
    }

    private void amounts() {
        for (SheetFact theirs : statute.facts()) {
            if (theirs.type().equals("choice") || theirs.type().equals("boolean")) {
                continue;
            }
            List<SheetFact> same = benchmark.facts().stream()
                    .filter(mine -> isSame(mine, theirs))
                    .toList();
            if (same.size() == 1 && !same.get(0).name().equals(theirs.name())) {
                rename(theirs, same.get(0));
            }
        }
    }

    private static boolean isSame(SheetFact mine, SheetFact theirs) {
        boolean money = theirs.type().equals("money");
        if (money != mine.type().equals("money") || mine.type().equals("choice")) {
            return false;
        }
        if (!money) {
            return mine.unit() != null && mine.unit().equals(theirs.unit());
        }
        String base = theirs.label() == null ? theirs.name() : theirs.label();
        return mine.name().matches(BEFORE + Pattern.quote(base)) || base.matches(BEFORE + Pattern.quote(mine.name()));
    }

    private void rename(SheetFact theirs, SheetFact mine) {
        Pattern name = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(theirs.name()) + "(?![\\p{L}\\p{N}_])");
        List<SheetDecision> decisions = new ArrayList<>();
        for (SheetDecision decision : statute.decisions()) {
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row : decision.rows()) {
                List<String> outputs = row.outputs().stream()
                        .map(o -> o.startsWith("\"")
                                ? o
                                : name.matcher(o).replaceAll(Matcher.quoteReplacement(mine.name())))
                        .toList();
                rows.add(new SheetRow(row.id(), row.cells(), outputs, row.says(), row.cites(), row.comment()));
            }
            List<String> inputs = decision.inputs().stream()
                    .map(i -> i.equals(theirs.name()) ? mine.name() : i)
                    .toList();
            decisions.add(new SheetDecision(
                    decision.name(),
                    decision.title(),
                    decision.form(),
                    decision.hitPolicy(),
                    inputs,
                    decision.outputs(),
                    rows,
                    decision.expression(),
                    decision.entries()));
        }
        statute = statute.withDecisions(decisions).withFacts(replaced(theirs, mine));
    }

    private List<SheetFact> replaced(SheetFact theirs, SheetFact mine) {
        return statute.facts().stream()
                .map(f -> !f.equals(theirs)
                        ? f
                        : mine.type().equals("choice") ? mine : mine.within(theirs.min(), theirs.max()))
                .distinct()
                .toList();
    }

    /** 整改情况: the answers that mean 逾期未改正 and those that mean the opposite, where every answer means one of them. */
    private void correction() {
        SheetFact overdue = statute.facts().stream()
                .filter(f -> f.name().equals("overdue"))
                .findFirst()
                .orElse(null);
        if (overdue == null) {
            return;
        }
        Map<SheetFact, List<List<String>>> found = new LinkedHashMap<>();
        for (SheetFact fact : benchmark.facts()) {
            List<String> values = fact.values().stream().map(SheetChoice::value).toList();
            List<String> late =
                    values.stream().filter(v -> OVERDUE.matcher(v).matches()).toList();
            List<String> inTime = values.stream()
                    .filter(v ->
                            IN_TIME.matcher(v).matches() && !OVERDUE.matcher(v).matches())
                    .toList();
            if (!late.isEmpty() && !inTime.isEmpty() && late.size() + inTime.size() == values.size()) {
                found.put(fact, List.of(inTime, late));
            }
        }
        if (found.size() == 1) {
            found.forEach((fact, sides) -> answer(overdue, fact, sides.get(0), sides.get(1)));
        }
    }

    private void answer(SheetFact overdue, SheetFact mine, List<String> inTime, List<String> late) {
        List<SheetDecision> decisions = new ArrayList<>();
        for (SheetDecision decision : statute.decisions()) {
            int column = decision.inputs().indexOf(overdue.name());
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row : decision.rows()) {
                List<String> cells = new ArrayList<>(row.cells());
                if (column >= 0 && !cells.get(column).equals("-")) {
                    cells.set(column, listed(cells.get(column).equals("true") ? late : inTime));
                }
                rows.add(new SheetRow(row.id(), cells, row.outputs(), row.says(), row.cites(), row.comment()));
            }
            decisions.add(decision.withRows(rows));
        }
        statute = statute.withDecisions(decisions);
        rename(overdue, mine);
    }

    private static String listed(List<String> values) {
        return String.join(", ", values.stream().map(Words::literal).toList());
    }
}
