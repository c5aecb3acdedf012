package cn.faheng.drafting.cases;

import cn.faheng.drafting.plain.Bounds;
import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetTexts;
import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.evaluation.ModelTable.TableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases made from a sheet: one for every row, and one on every numeric boundary and one step beside it. What the model answers is
 * their expectation, which a lawyer confirms or corrects.
 */
public final class BoundaryCases {

    private final Sheet sheet;
    private final CaseModel model;
    private final CaseSearch search;
    private final Map<Map<String, Object>, String> made = new HashMap<>();
    private CaseCsv table;

    private BoundaryCases(Sheet sheet, CaseCsv existing) {
        this.sheet = sheet;
        this.model = CaseModel.of(sheet);
        this.search = new CaseSearch(model);
        this.table = existing;
        for (String fact : sheet.facts().stream().map(SheetFact::name).toList()) {
            table = table.withColumn(fact);
        }
    }

    /** All cases of a sheet, as cases.csv. The same sheet gives the same cases under the same ids. */
    public static String generate(Sheet sheet) {
        return complete(sheet, CaseCsv.empty().write());
    }

    /** The given cases and, behind them, those for rows and boundary values that none of them reaches. */
    public static String complete(Sheet sheet, String csv) {
        return new BoundaryCases(sheet, CaseCsv.read(csv)).completed().write();
    }

    private CaseCsv completed() {
        CaseCoverage coverage = CaseCoverage.of(model, table);
        for (CaseCoverage.RowHits row : coverage.rows()) {
            if (row.cases().isEmpty()) {
                model.table(row.decision())
                        .flatMap(t -> t.rows().stream()
                                .filter(r -> r.id().equals(row.rowId()))
                                .findFirst()
                                .flatMap(r -> search.hitting(t, r).map(facts -> new Found(t, r, facts))))
                        .ifPresent(found -> add("G." + row.rowId(), title(found), found.facts()));
            }
        }
        CaseCoverage now = CaseCoverage.of(model, table);
        List<Boundary> boundaries = Boundary.all(model);
        for (int i = 0; i < boundaries.size(); i++) {
            if (now.points().get(i).cases().isEmpty()) {
                Boundary boundary = boundaries.get(i);
                String id = "G." + boundary.fact().name() + "@" + CaseModel.plain(boundary.value());
                add(id, boundary.title(), at(boundary));
            }
        }
        return table;
    }

    private record Found(ModelTable table, TableRow row, Map<String, Object> facts) {}

    /** Facts with a boundary value that hit a row which asks for it; where no row does, the gap shows. */
    private Map<String, Object> at(Boundary boundary) {
        String name = boundary.fact().name();
        Map<String, Object> fixed = Map.of(name, boundary.value());
        List<Found> asking = new ArrayList<>();
        for (ModelTable t : model.tables()) {
            int column = t.inputs().indexOf(name);
            if (column >= 0) {
                for (TableRow row : t.rows()) {
                    Optional<CellCondition> cell = row.conditions().get(column);
                    boolean asks = cell.isPresent() && !(cell.get() instanceof CellCondition.Anything);
                    if (asks && cell.get().test(boundary.value())) {
                        asking.add(new Found(t, row, fixed));
                    }
                }
            }
        }
        for (Found found : asking) {
            Optional<Map<String, Object>> facts = search.hitting(found.table(), found.row(), fixed);
            if (facts.isPresent()) {
                return facts.get();
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>(search.plain());
        facts.put(name, boundary.value());
        return facts;
    }

    private String title(Found found) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < found.table().inputs().size(); i++) {
            String cell = found.row().cells().get(i);
            if (!cell.strip().equals("-")) {
                String name = found.table().inputs().get(i);
                SheetFact fact = fact(name);
                String label = fact == null || fact.label() == null ? name : fact.label();
                words.add(label
                        + "："
                        + PlainCell.conditionText(fact, SheetTexts.answers(sheet, name), Bounds.CIVIL_CODE, cell));
            }
        }
        return found.row().id() + "行" + (words.isEmpty() ? "" : "，" + String.join("，", words));
    }

    private @Nullable SheetFact fact(String name) {
        return sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void add(String id, String title, Map<String, Object> facts) {
        if (made.putIfAbsent(facts, id) != null) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", unused(id));
        Evaluation evaluation = model.evaluate(facts);
        cells.put("title", evaluation.succeeded() ? title : title + "（模型没有给出结果）");
        facts.forEach((fact, value) ->
                cells.put(fact, value instanceof BigDecimal number ? CaseModel.plain(number) : value.toString()));
        if (evaluation.succeeded()) {
            model.outcome(evaluation).forEach((column, value) -> cells.put("=" + column, value));
        }
        table = table.with(cells);
    }

    private String unused(String id) {
        String free = id;
        for (int i = 2; table.row(free) >= 0; i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
