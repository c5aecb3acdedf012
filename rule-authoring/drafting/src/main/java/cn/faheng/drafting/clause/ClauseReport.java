package cn.faheng.drafting.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the reading of clauses on a file of clauses and on the provisions around them, and writes the report. */
public final class ClauseReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClauseReport() {}

    /** Arguments: the file of clauses (its folder may hold laws/json, rules/json, local/json beside it), and the report. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("用法：ClauseReport <statutory_ranges.json> <报告文件.md>");
        }
        Path file = Path.of(args[0]);
        Path report = Path.of(args[1]);
        String text = of(file);
        Path folder = report.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(report, text);
    }

    /** The report as Markdown. */
    public static String of(Path file) throws IOException {
        List<ClauseSample> samples = new ArrayList<>();
        for (JsonNode item : JSON.readTree(Files.readString(file)).get("items")) {
            samples.add(ClauseSample.of(item));
        }
        ClauseScore clauses = new ClauseScore();
        samples.forEach(
                sample -> clauses.add(sample, ClauseReader.read(sample.clause()), sample.position(), new HashSet<>()));
        return ReportText.of(samples.size(), clauses, provisions(file, samples));
    }

    private static ClauseScore provisions(Path file, List<ClauseSample> samples) throws IOException {
        Map<String, List<ClauseSample>> byArticle =
                samples.stream().collect(Collectors.groupingBy(ClauseSample::article));
        ClauseScore score = new ClauseScore();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return score;
        }
        List<Path> laws;
        try (Stream<Path> all = Files.walk(folder)) {
            laws = all.filter(
                            p -> p.toString().endsWith(".json") && p.toString().contains("/json/"))
                    .sorted()
                    .toList();
        }
        for (Path law : laws) {
            law(law, byArticle, score);
        }
        return score;
    }

    private static void law(Path law, Map<String, List<ClauseSample>> byArticle, ClauseScore score) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(law));
        } catch (IOException e) {
            throw new UncheckedIOException("读不出" + law + "，请检查文件。", e);
        }
        String key = root.get("meta").get("title").asString() + "@"
                + root.get("meta").get("effective").asString() + "#";
        for (JsonNode article : root.get("articles")) {
            String text = article.get("text").asString();
            ClauseReading reading = ClauseReader.read(text);
            Set<PenaltyForm> used = new HashSet<>();
            for (ClauseSample sample :
                    byArticle.getOrDefault(key + article.get("label").asString(), List.of())) {
                score.add(sample, reading, sample.positionIn(text), used);
            }
            score.others(reading, used);
        }
    }
}
