package cn.faheng.casework.directory;

import cn.faheng.casework.workbook.Line;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a file under their headings. */
record FileRows(List<Row> rows) {

    /** Columns that the report of refused rows adds; they are passed over when the report is imported again. */
    static final String ROW = "原行号";

    static final String FAULTS = "问题和办法";

    private static final Set<String> OF_REPORT = Set.of(ROW, FAULTS);
    private static final int HEADING_WITHIN = 10;

    FileRows {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number its number in the file
     * @param cells what stands in it, by the keys of the columns
     * @param faults cells that cannot be taken whatever they say
     */
    record Row(int number, Map<String, String> cells, List<Fault> faults) {}

    static FileRows of(List<Line> lines, List<Column> columns, String fileName) {
        int head = heading(lines, columns, fileName);
        Map<Integer, Column> byPlace = places(lines.get(head), columns, fileName);
        List<Row> rows = new ArrayList<>();
        for (Line line : lines.subList(head + 1, lines.size())) {
            rows.add(row(line, byPlace));
        }
        if (rows.isEmpty()) {
            throw new ProblemException(ProblemType.IMPORT_REFUSED, "文件“" + fileName + "”只有表头，没有数据。请填写后再导入。");
        }
        return new FileRows(rows);
    }

    private static int heading(List<Line> lines, List<Column> columns, String fileName) {
        Set<String> headings = columns.stream().map(Column::heading).collect(Collectors.toSet());
        int best = -1;
        long most = 0;
        for (int i = 0; i < Math.min(HEADING_WITHIN, lines.size()); i++) {
            long found = lines.get(i).cells().stream()
                    .filter(cell -> headings.contains(cell.text()))
                    .count();
            if (found > most) {
                best = i;
                most = found;
            }
        }
        if (best < 0) {
            throw new ProblemException(
                    ProblemType.IMPORT_REFUSED,
                    "文件“" + fileName + "”前" + HEADING_WITHIN + "行里没有找到表头（"
                            + String.join("、", headings.stream().sorted().toList()) + "）。请下载模板，按模板填写。");
        }
        return best;
    }

    private static Map<Integer, Column> places(Line head, List<Column> columns, String fileName) {
        Map<Integer, Column> places = new LinkedHashMap<>();
        for (int i = 0; i < head.cells().size(); i++) {
            String heading = head.cell(i).text().strip();
            Column column = columns.stream()
                    .filter(c -> c.heading().equals(heading))
                    .findFirst()
                    .orElse(null);
            if (column == null && !heading.isEmpty() && !OF_REPORT.contains(heading)) {
                throw new ProblemException(
                        ProblemType.IMPORT_REFUSED,
                        "文件“" + fileName + "”有不认识的列“" + Typed.shortened(heading) + "”。请删去或者对照模板更正后再导入。");
            }
            if (column != null) {
                if (places.containsValue(column)) {
                    throw new ProblemException(
                            ProblemType.IMPORT_REFUSED, "文件“" + fileName + "”有两列“" + heading + "”。请删去一列后再导入。");
                }
                places.put(i, column);
            }
        }
        List<String> missing = columns.stream()
                .filter(column -> column.required() && !places.containsValue(column))
                .map(Column::heading)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.IMPORT_REFUSED,
                    "文件“" + fileName + "”缺少必填的列：" + String.join("、", missing) + "。请下载模板，按模板填写。");
        }
        return places;
    }

    private static Row row(Line line, Map<Integer, Column> byPlace) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        byPlace.forEach((place, column) -> {
            Line.Cell cell = line.cell(place);
            cells.put(column.key(), cell.text());
            String problem = cell.problem();
            if (problem != null) {
                int end = problem.indexOf('。');
                faults.add(new Fault(
                        column.key(),
                        column.heading(),
                        end < 0 ? problem : problem.substring(0, end),
                        end < 0 ? "请改正" : problem.substring(end + 1)));
            }
        });
        return new Row(line.number(), cells, faults);
    }
}
