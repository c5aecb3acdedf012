package cn.faheng.drafting.report;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.Intake;
import cn.faheng.drafting.intake.IntakeContext;
import cn.faheng.drafting.intake.IntakeRefusedException;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetWriter;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.Prover;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command line: {@code DefectReport <benchmarks.json> [report.md]} imports every item of a collection, proves it and writes down what is
 * wrong with it. Law texts are read from the folders {@code laws}, {@code rules} and {@code local} beside the collection.
 */
public final class DefectReport {

    private final RuleBase base;
    private final LawLibrary library;
    private final Prover prover;

    private DefectReport(RuleBase base, LawLibrary library) {
        this.base = base;
        this.library = library;
        this.prover = new Prover(base, new ModelRegistry(), false);
    }

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
            String report = write(source);
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
    public static String write(Path source) throws IOException {
        RuleBase base = RuleBase.bundled();
        LawTexts law = LawTexts.read(Objects.requireNonNull(source.getParent()));
        byte[] bytes = Files.readAllBytes(source);
        List<ImportedItem> items = Intake.read(
                        new SourceFile(String.valueOf(source.getFileName()), bytes),
                        new IntakeContext(base, law.library()))
                .items();
        JsonNode collection = JsonMapper.shared().readTree(bytes);
        Map<String, List<String>> sums = WeightSums.read(collection);
        Set<String> computed = computed(collection);
        DefectReport report = new DefectReport(base, law.library());
        List<Defect> found = items.parallelStream()
                .map(item -> report.prove(
                        item, !computed.contains(item.sourceId()), sums.getOrDefault(item.sourceId(), List.of())))
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

    private Defect prove(ImportedItem item, boolean published, List<String> sums) {
        DraftContent content = item.content();
        try {
            RuleSet draft = SheetWriter.toRuleSet(content.sheet(), content.cases());
            Sheet statute = content.statute();
            List<RuleSet> companions = statute == null
                    ? List.of()
                    : List.of(SheetWriter.toRuleSet(statute, Objects.requireNonNullElse(content.statuteCases(), "")));
            ProofReport proof = prover.prove(draft, companions, laws(content.laws(), draft, companions));
            return new Defect(item, published, proof, sums, "");
        } catch (FormatException | IllegalArgumentException e) {
            return new Defect(item, published, null, sums, String.valueOf(e.getMessage()));
        }
    }

    /** Every version of each law that is cited, so that it shows when its words change or it ends. */
    private List<LegalInstrument> laws(List<LegalInstrument> quoted, RuleSet draft, List<RuleSet> companions) {
        Map<String, LegalInstrument> needed = new LinkedHashMap<>();
        quoted.forEach(law -> needed.put(law.title() + law.version(), law));
        List<RuleSet> all = new ArrayList<>(companions);
        all.add(draft);
        all.stream()
                .flatMap(ruleSet -> ruleSet.basis().stream())
                .map(basis -> title(basis))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(title -> library.versions(Objects.requireNonNull(title)).stream())
                .filter(law -> !clashes(law))
                .forEach(law -> needed.put(law.title() + law.version(), law));
        return List.copyOf(needed.values());
    }

    /** The rule base may hold the same instrument with other days; it goes before a text of a folder. */
    private boolean clashes(LegalInstrument law) {
        return base.law().versions(law.title()).stream()
                .anyMatch(held -> held.effective().overlaps(law.effective())
                        && !held.version().equals(law.version()));
    }

    private static @Nullable String title(RuleSet.Basis basis) {
        return basis.citation() instanceof cn.faheng.rules.legal.Citation.OfProvision provision
                ? provision.law()
                : null;
    }
}
