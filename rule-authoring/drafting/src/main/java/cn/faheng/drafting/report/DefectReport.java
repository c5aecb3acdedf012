package cn.faheng.drafting.report;

import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.Intake;
import cn.faheng.drafting.intake.IntakeContext;
import cn.faheng.drafting.intake.IntakeRefusedException;
import cn.faheng.drafting.intake.ItemProof;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.law.LawTexts;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.RuleBase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command line: {@code DefectReport <benchmarks.json> [report.md] [folder of laws]} imports every item of a collection, proves it and
 * writes down what is wrong with it. Law texts are read from the folders {@code laws}, {@code rules} and {@code local} of the folder of
 * laws, or else beside the collection.
 */
public final class DefectReport {

    private DefectReport() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("Name the collection of benchmarks (JSON); behind it, if wanted, the file the report goes to.");
            System.exit(2);
        }
        Path source = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.isRegularFile(source)) {
            out.println(source + " is no file.");
            System.exit(2);
        }
        try {
            Path laws = arguments.length > 2 ? Path.of(arguments[2]) : Objects.requireNonNull(source.getParent());
            String report = write(source, laws);
            if (arguments.length > 1) {
                Files.writeString(Path.of(arguments[1]), report, StandardCharsets.UTF_8);
                out.println(arguments[1]);
            } else {
                out.print(report);
            }
        } catch (IntakeRefusedException e) {
            out.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The report on a collection, Markdown in Chinese. */
    static String write(Path source, Path laws) throws IOException {
        RuleBase base = RuleBase.bundled();
        LawTexts law = LawTexts.read(laws);
        byte[] bytes = Files.readAllBytes(source);
        List<ImportedItem> items = Intake.read(
                        new SourceFile(String.valueOf(source.getFileName()), bytes),
                        new IntakeContext(base, law.library()))
                .items();
        JsonNode collection = JsonMapper.shared().readTree(bytes);
        Map<String, List<String>> sums = WeightSums.read(collection);
        Set<String> computed = computed(collection);
        ItemProof proofs = new ItemProof(base, law.library());
        List<Defect> found = items.parallelStream()
                .map(item -> prove(
                        proofs,
                        item,
                        !computed.contains(item.sourceId()),
                        sums.getOrDefault(item.sourceId(), List.of())))
                .toList();
        return new DefectText(found, law.refused()).markdown();
    }

    /** Items that no authority published as a table: worked out from the statute or from a general formula. */
    private static Set<String> computed(JsonNode collection) {
        Set<String> ids = new HashSet<>();
        JsonNode items = collection.isArray() ? collection : collection.path("items");
        for (JsonNode item : items) {
            String kind = item.path("kind").asString("published");
            if (!kind.equals("published")) {
                ids.add(item.path("id").asString(""));
            }
        }
        return ids;
    }

    private static Defect prove(ItemProof proofs, ImportedItem item, boolean published, List<String> sums) {
        try {
            return new Defect(item, published, proofs.prove(item.content()), sums, "");
        } catch (FormatException | IllegalArgumentException e) {
            return new Defect(item, published, null, sums, String.valueOf(e.getMessage()));
        }
    }
}
