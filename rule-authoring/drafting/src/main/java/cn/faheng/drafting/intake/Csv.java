package cn.faheng.drafting.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the CSV of the rule-set format. */
final class Csv {

    private Csv() {}

    static String write(List<List<String>> lines) {
        return lines.stream()
                        .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String cell(String text) {
        boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n");
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
