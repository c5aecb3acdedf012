package cn.faheng.drafting.intake;

import cn.faheng.drafting.export.CaseLines;
import cn.faheng.drafting.export.ExportedSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the cases of exported sheets back from their tables; what was edited there counts. */
final class EditedCases {

    private final List<ExportedSheet> sheets;
    private final Map<Integer, List<List<String>>> shown = new HashMap<>();
    private final Map<Integer, Grid> tables = new HashMap<>();

    EditedCases(List<ExportedSheet> sheets, List<Grid> grids) {
        this.sheets = sheets;
        List<Grid> found = grids.stream().filter(EditedCases::isCases).toList();
        int next = 0;
        for (int i = 0; i < sheets.size(); i++) {
            List<List<String>> lines = CaseLines.of(sheets.get(i).cases());
            if (!lines.isEmpty()) {
                shown.put(i, lines);
                if (next < found.size()) {
                    tables.put(i, found.get(next++));
                }
            }
        }
    }

    /** Whether a table holds cases. */
    static boolean isCases(Grid grid) {
        return grid.words(0, 0).equals(CaseLines.ID);
    }

    /** The cases of a sheet, CSV; empty where it has none. */
    String of(int sheet, Questions questions, List<String> remarks) {
        String before = sheets.get(sheet).cases();
        List<List<String>> lines = shown.get(sheet);
        if (lines == null) {
            return before;
        }
        Grid grid = tables.get(sheet);
        if (grid == null) {
            remarks.add("案例表已从文件中删去，案例仍按原来的内容");
            return before;
        }
        List<List<String>> now = lines(grid, lines.get(0).size());
        if (now.equals(lines)) {
            return before;
        }
        try {
            String csv = CaseLines.csv(now);
            remarks.add("案例表有改动，按改动后的" + (now.size() - 1) + "个案例导入");
            return csv;
        } catch (IllegalArgumentException e) {
            questions.ask("cases", grid.name(), "案例表读不懂：" + e.getMessage() + "，案例仍按原来的内容。请改正。");
            return before;
        }
    }

    private static List<List<String>> lines(Grid grid, int columns) {
        List<List<String>> lines = new ArrayList<>();
        for (int r = 0; r < grid.rows(); r++) {
            List<String> line = new ArrayList<>();
            for (int c = 0; c < grid.columns(); c++) {
                line.add(grid.at(r, c).map(Grid.Cell::text).orElse("").strip());
            }
            while (line.size() > columns && line.get(line.size() - 1).isBlank()) {
                line.remove(line.size() - 1);
            }
            if (line.stream().anyMatch(w -> !w.isBlank())) {
                lines.add(line);
            }
        }
        return lines;
    }
}
