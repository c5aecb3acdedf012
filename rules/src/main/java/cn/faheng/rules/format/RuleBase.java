package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole rule base: catalogue and the law it cites.
 *
 * @param catalogue items and rule sets
 * @param law the provisions that rule sets cite
 */
public record RuleBase(Catalogue catalogue, LawLibrary law) {

    private static final Pattern ITEM_FILE = Pattern.compile("rulesets/([^/]+)/([^/]+)/item\\.yaml");
    private static final Pattern RULE_SET_FILE =
            Pattern.compile("rulesets/((?:common/[^/]+)|(?:[^/]+/[^/]+/[^/]+))/(\\d{4}-\\d{2}-\\d{2})/ruleset\\.yaml");
    private static final Pattern LAW_FILE = Pattern.compile("law/([^/]+)@(\\d{4}-\\d{2}-\\d{2})\\.yaml");

    /** The rule base bundled with this release. */
    public static RuleBase bundled() {
        return read(ResourceTree.bundled());
    }

    /**
     * Reads a rule base.
     *
     * @throws FormatException with every problem of every file
     */
    public static RuleBase read(ResourceTree tree) {
        List<FormatProblem> problems = new ArrayList<>();
        List<LegalInstrument> instruments = readLaw(tree, problems);
        Map<String, Item> items = new TreeMap<>();
        for (String path : tree.paths()) {
            Matcher itemFile = ITEM_FILE.matcher(path);
            if (itemFile.matches()) {
                collect(problems, () -> items.put(itemFile.group(2), readItem(path, tree.text(path), itemFile)));
            }
        }
        List<RuleSet> ruleSets = readRuleSets(tree, items, problems);
        List<RuleSet> adoptions = readAdoptions(tree, ruleSets, problems);
        LawLibrary law = wellFormed("law", () -> new LawLibrary(instruments), problems)
                .orElseGet(() -> new LawLibrary(List.of()));
        Optional<Catalogue> catalogue =
                wellFormed("rulesets", () -> new Catalogue(items.values(), ruleSets, adoptions), problems);
        for (RuleSet ruleSet : ruleSets) {
            checkCitations(ruleSet, law, tree, problems);
        }
        if (!problems.isEmpty() || catalogue.isEmpty()) {
            throw new FormatException(problems);
        }
        return new RuleBase(catalogue.get(), law);
    }

    /** What is read whole or not at all; a contradiction between its files is a problem of its folder. */
    private static <T> Optional<T> wellFormed(String folder, Supplier<T> whole, List<FormatProblem> problems) {
        try {
            return Optional.of(whole.get());
        } catch (IllegalArgumentException e) {
            problems.add(new FormatProblem(folder, 0, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static List<LegalInstrument> readLaw(ResourceTree tree, List<FormatProblem> problems) {
        List<LegalInstrument> instruments = new ArrayList<>();
        for (String path : tree.paths()) {
            Matcher file = LAW_FILE.matcher(path);
            if (file.matches()) {
                collect(problems, () -> {
                    LegalInstrument instrument = LawReader.read(path, tree.text(path));
                    if (!instrument.title().equals(file.group(1))
                            || !instrument.version().toString().equals(file.group(2))) {
                        problems.add(new FormatProblem(path, 1, "title or first day differ from the file's name"));
                    }
                    instruments.add(instrument);
                });
            }
        }
        return instruments;
    }

    private static Item readItem(String path, String text, Matcher place) {
        YamlDocument yaml = YamlDocument.parse(path, text);
        List<FormatProblem> problems = new ArrayList<>(Schemas.ITEM.check(yaml));
        JsonNode root = yaml.root();
        if (problems.isEmpty() && !root.path("code").asString().equals(place.group(2))) {
            problems.add(yaml.problem("/code", "is not the folder's name " + place.group(2)));
        }
        if (problems.isEmpty() && !root.path("field").asString().equals(place.group(1))) {
            problems.add(yaml.problem("/field", "is not the name of the folder above, " + place.group(1)));
        }
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        List<String> aliases = new ArrayList<>();
        root.path("aliases").forEach(alias -> aliases.add(alias.asString()));
        return new Item(
                root.path("code").asString(),
                root.path("name").asString(),
                root.path("nameEn").asString(),
                root.path("field").asString(),
                root.path("organ").asString(),
                aliases);
    }

    /** The rule sets are most of the work and do not depend on each other. */
    private static List<RuleSet> readRuleSets(
            ResourceTree tree, Map<String, Item> items, List<FormatProblem> problems) {
        List<RuleSet> ruleSets = new ArrayList<>();
        List<Attempt> attempts = tree.paths().parallelStream()
                .map(RULE_SET_FILE::matcher)
                .filter(Matcher::matches)
                .map(file -> Attempt.of(() -> readRuleSet(tree, file, items)))
                .toList();
        for (Attempt attempt : attempts) {
            problems.addAll(attempt.problems());
            if (attempt.read() != null) {
                ruleSets.add(attempt.read());
            }
        }
        return ruleSets;
    }

    /** A rule set that was read, or why it was not. */
    private record Attempt(@Nullable RuleSet read, List<FormatProblem> problems) {

        static Attempt of(Supplier<RuleSet> reading) {
            try {
                return new Attempt(reading.get(), List.of());
            } catch (FormatException e) {
                return new Attempt(null, e.problems());
            }
        }
    }

    private static RuleSet readRuleSet(ResourceTree tree, Matcher file, Map<String, Item> items) {
        String path = file.group(1);
        String folder = "rulesets/" + path + "/" + file.group(2) + "/";
        List<FormatProblem> missing = new ArrayList<>();
        for (String name : List.of("discretion.dmn", "cases.csv", "notes.md")) {
            if (!tree.paths().contains(folder + name)) {
                missing.add(new FormatProblem(folder + name, 0, "is missing; a rule set has four files"));
            }
        }
        @Nullable String itemCode = null;
        if (!path.startsWith("common/")) {
            itemCode = path.split("/", -1)[1];
            if (!items.containsKey(itemCode)) {
                missing.add(new FormatProblem(folder, 0, "has no readable item.yaml beside it"));
            }
        }
        if (!missing.isEmpty()) {
            throw new FormatException(missing);
        }
        RuleSetRef ref = new RuleSetRef(new RuleSetId(path), LocalDate.parse(file.group(2)));
        return RuleSetReader.read(
                ref,
                itemCode,
                new RuleSetReader.Files(
                        tree.text(folder + "ruleset.yaml"),
                        tree.text(folder + "discretion.dmn"),
                        tree.text(folder + "cases.csv"),
                        tree.text(folder + "notes.md")));
    }

    private static List<RuleSet> readAdoptions(
            ResourceTree tree, List<RuleSet> ruleSets, List<FormatProblem> problems) {
        Map<String, List<RuleSet>> byId = new HashMap<>();
        ruleSets.forEach(r -> byId.computeIfAbsent(r.ref().id().path(), id -> new ArrayList<>())
                .add(r));
        List<RuleSet> adoptions = new ArrayList<>();
        for (String path : tree.paths()) {
            if (path.startsWith("adoptions/") && path.endsWith(".yaml")) {
                collect(problems, () -> adoptions.addAll(readAdoption(path, tree.text(path), byId)));
            }
        }
        return adoptions;
    }

    private static List<RuleSet> readAdoption(String path, String text, Map<String, List<RuleSet>> byId) {
        YamlDocument yaml = YamlDocument.parse(path, text);
        List<FormatProblem> problems = new ArrayList<>(Schemas.ADOPTION.check(yaml));
        List<RuleSet> adopted = new ArrayList<>();
        if (problems.isEmpty()) {
            JsonNode root = yaml.root();
            EffectivePeriod period = period(yaml);
            RuleSet.Adoption adoption = new RuleSet.Adoption(
                    new Division(root.path("division").asString()),
                    root.path("mark").asString(),
                    root.path("note").asString());
            for (int i = 0; i < root.path("adopts").size(); i++) {
                String id = root.path("adopts").get(i).asString();
                List<RuleSet> versions = byId.getOrDefault(id, List.of());
                if (versions.isEmpty()) {
                    problems.add(yaml.problem("/adopts/" + i, "'" + id + "' is no rule set of this rule base"));
                }
                for (RuleSet version : versions) {
                    if (version.effective().overlaps(period)) {
                        adopted.add(version.adoptedBy(adoption, intersection(version.effective(), period)));
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        return adopted;
    }

    private static EffectivePeriod period(YamlDocument yaml) {
        String to = yaml.root().at("/effective/to").asString();
        try {
            return new EffectivePeriod(
                    LocalDate.parse(yaml.root().at("/effective/from").asString()),
                    to.equals("open") ? null : LocalDate.parse(to));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(List.of(yaml.problem("/effective", String.valueOf(e.getMessage()))));
        }
    }

    private static EffectivePeriod intersection(EffectivePeriod a, EffectivePeriod b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate to = a.to();
        LocalDate otherTo = b.to();
        if (to == null || (otherTo != null && otherTo.isBefore(to))) {
            to = otherTo;
        }
        return new EffectivePeriod(from, to);
    }

    private static void checkCitations(
            RuleSet ruleSet, LawLibrary law, ResourceTree tree, List<FormatProblem> problems) {
        Map<String, Citation> dangling = new LinkedHashMap<>();
        for (int i = 0; i < ruleSet.basis().size(); i++) {
            Citation citation = ruleSet.basis().get(i).citation();
            if (isDangling(citation, law)) {
                dangling.put("/basis/" + i, citation);
            }
        }
        ruleSet.rows().values().forEach(row -> row.citations().stream()
                .filter(citation -> isDangling(citation, law))
                .forEach(citation -> dangling.put("/rows/" + row.id(), citation)));
        if (!dangling.isEmpty()) {
            String file = RuleSetReader.file(ruleSet.ref());
            YamlDocument yaml = YamlDocument.parse(file, tree.text(file));
            dangling.forEach((pointer, citation) -> problems.add(yaml.problem(
                    pointer,
                    "cites " + citation.chinese() + ", which the law folder does not hold in the version named")));
        }
    }

    private static boolean isDangling(Citation citation, LawLibrary law) {
        return citation instanceof Citation.OfProvision provision
                && law.words(provision).isEmpty();
    }

    private static void collect(List<FormatProblem> problems, Runnable reading) {
        try {
            reading.run();
        } catch (FormatException e) {
            problems.addAll(e.problems());
        }
    }
}
