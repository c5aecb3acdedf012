package cn.faheng.drafting.export;

import cn.faheng.drafting.cases.CaseCsv;
import java.util.ArrayList;
import java.util.List;

/** Cases as the lines of a table that people see and edit. */
public final class CaseLines {

    /** Name of the worksheet. */
    public static final String WORKSHEET = "案例";

    /** First cell of the header; tells the table from others. */
    public static final String ID = "案例号";

    private static final String TITLE = "说明";
    private static final String EXPECTED = "应得：";

    private CaseLines() {}

    /** The header and one line for each case; nothing where there are no cases. */
    public static List<List<String>> of(String csv) {
        CaseCsv cases = CaseCsv.read(csv);
        if (cases.rows().isEmpty()) {
            return List.of();
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(cases.columns().stream().map(CaseLines::shown).toList());
        lines.addAll(cases.rows());
        return lines;
    }

    /** CSV of the lines of a table; throws IllegalArgumentException where they are no table of cases. */
    public static String csv(List<List<String>> lines) {
        List<String> columns = lines.get(0).stream().map(CaseLines::meant).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            List<String> row = new ArrayList<>(line.subList(0, Math.min(line.size(), columns.size())));
            while (row.size() < columns.size()) {
                row.add("");
            }
            rows.add(row);
        }
        return new CaseCsv(columns, rows).write();
    }

    private static String shown(String column) {
        return switch (column) {
            case "id" -> ID;
            case "title" -> TITLE;
            default -> column.startsWith("=") ? EXPECTED + column.substring(1) : column;
        };
    }

    private static String meant(String header) {
        return switch (header) {
            case ID -> "id";
            case TITLE -> "title";
            default -> header.startsWith(EXPECTED) ? "=" + header.substring(EXPECTED.length()) : header;
        };
    }
}
