package cn.faheng.drafting.cases;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * cases.csv as a table. Immutable; every change gives a new one.
 *
 * @param columns names of the columns: id, title, the facts, and the expectations with {@code =} before them
 * @param rows one text for each column
 */
public record CaseCsv(List<String> columns, List<List<String>> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setTrim(true).setRecordSeparator("\n").get();

    public CaseCsv {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new IllegalArgumentException("案例表中“" + column + "”列重复，请删去一列");
            }
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("案例表中以“" + (row.isEmpty() ? "" : row.get(0)) + "”开头的一行有" + row.size()
                        + "格，表头有" + columns.size() + "列");
            }
        }
    }

    /** A table without cases. */
    public static CaseCsv empty() {
        return new CaseCsv(List.of("id", "title"), List.of());
    }

    /**
     * Reads cases.csv; a text without a header is a table without cases.
     *
     * @throws IllegalArgumentException when a column stands twice or a row has another number of cells than the header
     */
    public static CaseCsv read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        if (text.isBlank()) {
            return empty();
        }
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            List<List<String>> lines = new ArrayList<>();
            for (CSVRecord line : parser) {
                lines.add(line.toList());
            }
            return new CaseCsv(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("案例表不是可以读取的CSV：" + e.getMessage(), e);
        }
    }

    /** Writes cases.csv. */
    public String write() {
        StringBuilder csv = new StringBuilder();
        line(csv, columns);
        rows.forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(FORMAT.format(cells.toArray())).append('\n');
    }

    /** The text in a cell; empty where the table has no such column. */
    public String cell(int row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : rows.get(row).get(at);
    }

    /** The row of a case, or -1. */
    public int row(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (cell(i, "id").equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** The same with one cell written; a column that is not there yet is added, facts before expectations. */
    public CaseCsv withCell(int row, String column, String text) {
        CaseCsv table = withColumn(column);
        List<List<String>> changed = new ArrayList<>(table.rows);
        List<String> cells = new ArrayList<>(changed.get(row));
        cells.set(table.columns.indexOf(column), text);
        changed.set(row, cells);
        return new CaseCsv(table.columns, changed);
    }

    /** The same with a column; facts stand before expectations. */
    public CaseCsv withColumn(String column) {
        if (columns.contains(column)) {
            return this;
        }
        int at = columns.size();
        if (!column.startsWith("=")) {
            while (at > 0 && columns.get(at - 1).startsWith("=")) {
                at--;
            }
        }
        List<String> wider = new ArrayList<>(columns);
        wider.add(at, column);
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            cells.add(at, "");
            lines.add(cells);
        }
        return new CaseCsv(wider, lines);
    }

    /** The same without a column. */
    public CaseCsv withoutColumn(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            return this;
        }
        List<String> narrower = new ArrayList<>(columns);
        narrower.remove(at);
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            cells.remove(at);
            lines.add(cells);
        }
        return new CaseCsv(narrower, lines);
    }

    /** The same with a case at the end; columns that are not there yet are added. */
    public CaseCsv with(Map<String, String> cells) {
        CaseCsv table = this;
        for (String column : cells.keySet()) {
            table = table.withColumn(column);
        }
        List<List<String>> lines = new ArrayList<>(table.rows);
        lines.add(table.columns.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toList());
        return new CaseCsv(table.columns, lines);
    }

    /** The same without a case. */
    public CaseCsv without(String id) {
        List<List<String>> lines = new ArrayList<>(rows);
        int row = row(id);
        if (row >= 0) {
            lines.remove(row);
        }
        return new CaseCsv(columns, lines);
    }

    /** The header and one row, as a table of its own. */
    CaseCsv only(int row) {
        return new CaseCsv(columns, List.of(rows.get(row)));
    }
}
