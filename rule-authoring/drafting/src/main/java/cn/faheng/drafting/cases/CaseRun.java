package cn.faheng.drafting.cases;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.proof.CaseTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of a sheet came to.
 *
 * @param cases one result for each case, in order
 */
public record CaseRun(List<CaseResult> cases) {

    public CaseRun {
        cases = List.copyOf(cases);
    }

    /**
     * One case.
     *
     * @param id id of the case
     * @param title what it shows
     * @param passed whether everything expected came out; a case that expects nothing has not passed
     * @param columns every expectation
     * @param rows the rows that were hit
     * @param problem why the case could not be run or proves nothing, or null
     */
    public record CaseResult(
            String id,
            String title,
            boolean passed,
            List<ColumnResult> columns,
            List<String> rows,
            @Nullable String problem) {
        public CaseResult {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One expectation.
     *
     * @param column column of the outcome, {@code rows} for the rows hit
     * @param expected what the case expects
     * @param actual what came out
     * @param passed whether they agree
     */
    public record ColumnResult(String column, String expected, String actual, boolean passed) {}

    public boolean passed() {
        return cases.stream().allMatch(CaseResult::passed);
    }

    /** Runs the cases of a sheet. */
    public static CaseRun of(Sheet sheet, String csv) {
        return of(CaseModel.of(sheet), CaseCsv.read(csv));
    }

    /** Runs cases on a rule set that is compiled already. */
    public static CaseRun of(CompiledRuleSet compiled, String csv) {
        return of(new CaseModel(compiled), CaseCsv.read(csv));
    }

    static CaseRun of(CaseModel model, CaseCsv table) {
        List<CaseResult> results = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String id = table.cell(row, "id");
            CaseResult result = run(model, table, row);
            results.add(ids.add(id) && !id.isEmpty() ? result : failed(table, row, "案例编号“" + id + "”是空的或者已经用过"));
        }
        return new CaseRun(results);
    }

    private static CaseResult failed(CaseCsv table, int row, String problem) {
        return new CaseResult(table.cell(row, "id"), table.cell(row, "title"), false, List.of(), List.of(), problem);
    }

    private static CaseResult run(CaseModel model, CaseCsv table, int row) {
        CaseTable.RuleCase one;
        try {
            one = model.read(table, row);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return failed(table, row, "案例中的事实与问题不符：" + e.getMessage());
        }
        Evaluation evaluation = model.evaluate(one.facts());
        List<ColumnResult> columns = new ArrayList<>();
        one.expected().forEach((column, expected) -> {
            Object actual = CaseModel.value(evaluation, column);
            columns.add(new ColumnResult(column, expected, CaseModel.text(actual), same(expected, actual)));
        });
        String problem = null;
        if (!evaluation.succeeded()) {
            problem = "模型没有给出结果：" + String.join("；", evaluation.failures());
        } else if (columns.isEmpty()) {
            problem = "案例没有写明期望的结果";
        }
        boolean passed = problem == null && columns.stream().allMatch(ColumnResult::passed);
        return new CaseResult(one.id(), one.title(), passed, columns, evaluation.rowIds(), problem);
    }

    private static boolean same(String expected, @Nullable Object actual) {
        if (actual instanceof BigDecimal number) {
            try {
                return number.compareTo(new BigDecimal(expected)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return expected.equals(String.valueOf(actual));
    }
}
