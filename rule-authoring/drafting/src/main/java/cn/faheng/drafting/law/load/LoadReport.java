package cn.faheng.drafting.law.load;

import cn.faheng.drafting.law.load.LoadResult.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a load took and what it refused, as Markdown. */
final class LoadReport {

    private LoadReport() {}

    /** One line of figures. */
    static String summary(List<LoadResult> results) {
        Map<Outcome, Long> counts = results.stream()
                .collect(Collectors.groupingBy(LoadResult::outcome, TreeMap::new, Collectors.counting()));
        String outcomes = counts.entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return results.size() + " instruments, "
                + results.stream().mapToInt(LoadResult::articles).sum() + " articles: " + outcomes;
    }

    static String markdown(LawFolder folder, List<LoadResult> results) {
        StringBuilder text = new StringBuilder("# Load of legal instruments\n\n");
        text.append(summary(results)).append(".\n\n");
        text.append(
                "| folder | files | instruments taken | articles | refused | failed |\n|---|---|---|---|---|---|\n");
        Map<String, List<LoadResult>> byFolder = results.stream()
                .collect(Collectors.groupingBy(r -> r.entry().folder(), TreeMap::new, Collectors.toList()));
        byFolder.forEach((name, of) -> text.append("| ")
                .append(name.isEmpty() ? "." : name)
                .append(" | ")
                .append(of.stream().mapToInt(r -> r.entry().files().size()).sum())
                .append(" | ")
                .append(of.stream().filter(r -> r.reason().isEmpty()).count())
                .append(" | ")
                .append(of.stream().mapToInt(LoadResult::articles).sum())
                .append(" | ")
                .append(count(of, Outcome.REFUSED))
                .append(" | ")
                .append(count(of, Outcome.FAILED))
                .append(" |\n"));
        section(text, "Refused", results, Outcome.REFUSED);
        section(text, "Failed", results, Outcome.FAILED);
        text.append("\n## To be looked at\n");
        for (LoadResult result : results) {
            if (!result.remarks().isEmpty()) {
                text.append("\n### ").append(result.entry().shown()).append('\n');
                text.append(result.unplaced() == 0 ? "" : "\n" + result.unplaced() + " lines not placed.\n")
                        .append('\n');
                result.remarks()
                        .forEach(remark ->
                                text.append("- ").append(oneLine(remark)).append('\n'));
            }
        }
        if (!folder.ignored().isEmpty()) {
            text.append("\n## Files of other kinds, not read\n\n");
            folder.ignored().forEach(file -> text.append("- ").append(file).append('\n'));
        }
        return text.toString();
    }

    private static long count(List<LoadResult> results, Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).count();
    }

    private static void section(StringBuilder text, String title, List<LoadResult> results, Outcome outcome) {
        text.append("\n## ").append(title).append("\n\n");
        if (count(results, outcome) == 0) {
            text.append("None.\n");
            return;
        }
        results.stream().filter(r -> r.outcome() == outcome).forEach(r -> text.append("- ")
                .append(r.entry().shown())
                .append(" (")
                .append(r.file())
                .append("): ")
                .append(oneLine(r.reason()))
                .append('\n'));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
