package cn.faheng.rules.format;

import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LegalInstrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads legal instruments: the project's own YAML, and the article JSON of a bulk collection outside the project. */
public final class LawReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LawReader() {}

    /**
     * Reads {@code law/<title>@<first-day>.yaml}.
     *
     * @throws FormatException when it is not in the project's format
     */
    public static LegalInstrument read(String file, String text) {
        YamlDocument yaml = YamlDocument.parse(file, text);
        List<FormatProblem> problems = Schemas.LAW.check(yaml);
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        JsonNode root = yaml.root();
        try {
            Map<String, LegalInstrument.Article> articles = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : root.path("articles").properties()) {
                articles.put(entry.getKey(), article(entry.getValue(), "lines"));
            }
            String to = root.at("/effective/to").asString();
            return new LegalInstrument(
                    root.path("title").asString(),
                    root.path("level").asString(),
                    new EffectivePeriod(
                            LocalDate.parse(root.at("/effective/from").asString()),
                            to.equals("open") ? null : LocalDate.parse(to)),
                    root.path("source").asString(),
                    root.path("confidence").asString(),
                    articles);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(List.of(yaml.problem("/effective", String.valueOf(e.getMessage()))));
        }
    }

    /**
     * What a bulk load took and what it refused.
     *
     * @param instruments the instruments read
     * @param refused the files that could not be read, with the reason
     */
    public record BulkLoad(List<LegalInstrument> instruments, List<FormatProblem> refused) {}

    /** Reads every {@code *.json} article file below {@code folder}. A file that cannot be read is reported, not skipped. */
    public static BulkLoad readCollection(Path folder) {
        List<LegalInstrument> instruments = new ArrayList<>();
        List<FormatProblem> refused = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> String.valueOf(f.getFileName()).contains("@"))
                    .sorted()
                    .toList()) {
                try {
                    instruments.add(readArticleJson(Files.readString(file)));
                } catch (CharacterCodingException | JacksonException | IllegalArgumentException | DateTimeException e) {
                    refused.add(
                            new FormatProblem(folder.relativize(file).toString(), 0, String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The collection of laws at " + folder + " cannot be read", e);
        }
        return new BulkLoad(List.copyOf(instruments), List.copyOf(refused));
    }

    private static LegalInstrument readArticleJson(String text) {
        JsonNode root = JSON.readTree(text);
        JsonNode meta = root.path("meta");
        Map<String, LegalInstrument.Article> articles = new LinkedHashMap<>();
        for (JsonNode node : root.path("articles")) {
            String insertion = node.path("sub").asString("");
            String number = node.path("no").asString() + (insertion.isEmpty() ? "" : "-" + insertion);
            articles.put(number, article(node, "paragraphs"));
        }
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("holds no article that can be cited");
        }
        String title = meta.path("title").asString("");
        if (title.isBlank()) {
            throw new IllegalArgumentException("has no meta.title");
        }
        String to = meta.path("validTo").asString("");
        return new LegalInstrument(
                title,
                meta.path("level").asString(""),
                new EffectivePeriod(
                        LocalDate.parse(meta.path("effective").asString()), to.isEmpty() ? null : LocalDate.parse(to)),
                meta.path("source").asString(""),
                meta.path("confidence").asString(""),
                articles);
    }

    private static LegalInstrument.Article article(JsonNode node, String linesName) {
        List<String> lines = new ArrayList<>();
        node.path(linesName).forEach(line -> lines.add(line.asString()));
        return new LegalInstrument.Article(node.path("label").asString(), lines);
    }
}
