package cn.faheng.drafting.cases;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.proof.CaseTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows and boundary values the cases of a sheet reach.
 *
 * @param rows every row of every table
 * @param points every boundary value and its neighbours
 * @param unreadable ids of cases that could not be read and reach nothing
 */
public record CaseCoverage(List<RowHits> rows, List<PointHits> points, List<String> unreadable) {

    public CaseCoverage {
        rows = List.copyOf(rows);
        points = List.copyOf(points);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A row and the cases that hit it.
     *
     * @param decision name of the table
     * @param rowId id of the row
     * @param cases ids of the cases
     */
    public record RowHits(String decision, String rowId, List<String> cases) {
        public RowHits {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A value on or beside a boundary and the cases that have it.
     *
     * @param fact name of the question
     * @param value the value
     * @param boundary the boundary it belongs to
     * @param cases ids of the cases
     */
    public record PointHits(String fact, BigDecimal value, BigDecimal boundary, List<String> cases) {
        public PointHits {
            cases = List.copyOf(cases);
        }
    }

    /** Whether every row and every boundary value is reached. */
    public boolean complete() {
        return rows.stream().noneMatch(row -> row.cases().isEmpty())
                && points.stream().noneMatch(point -> point.cases().isEmpty());
    }

    /** Measures the cases of a sheet. */
    public static CaseCoverage of(Sheet sheet, String csv) {
        return of(CaseModel.of(sheet), CaseCsv.read(csv));
    }

    /** Measures cases on a rule set that is compiled already. */
    public static CaseCoverage of(CompiledRuleSet compiled, String csv) {
        return of(new CaseModel(compiled), CaseCsv.read(csv));
    }

    static CaseCoverage of(CaseModel model, CaseCsv table) {
        Map<String, List<String>> hits = new LinkedHashMap<>();
        Map<String, Map<BigDecimal, List<String>>> given = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            CaseTable.RuleCase one;
            try {
                one = model.read(table, row);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                unreadable.add(table.cell(row, "id"));
                continue;
            }
            model.evaluate(one.facts()).rowIds().forEach(id -> hits.computeIfAbsent(id, key -> new ArrayList<>())
                    .add(one.id()));
            one.facts().forEach((fact, value) -> {
                if (value instanceof BigDecimal number) {
                    given.computeIfAbsent(fact, key -> new LinkedHashMap<>())
                            .computeIfAbsent(number.stripTrailingZeros(), key -> new ArrayList<>())
                            .add(one.id());
                }
            });
        }
        List<RowHits> rows = new ArrayList<>();
        for (ModelTable modelTable : model.tables()) {
            modelTable
                    .rows()
                    .forEach(row -> rows.add(
                            new RowHits(modelTable.decision(), row.id(), hits.getOrDefault(row.id(), List.of()))));
        }
        List<PointHits> points = Boundary.all(model).stream()
                .map(b -> new PointHits(
                        b.fact().name(),
                        b.value(),
                        b.of(),
                        given.getOrDefault(b.fact().name(), Map.of())
                                .getOrDefault(b.value().stripTrailingZeros(), List.of())))
                .toList();
        return new CaseCoverage(rows, points, unreadable);
    }
}
