package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
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

/** Reads states of a rule base one after the other; what did not change since the last one is not read again. Thread-safe. */
public final class RuleBaseReader {

    private static final Pattern ITEM_FILE = Pattern.compile("rulesets/([^/]+)/([^/]+)/item\\.yaml");
    private static final Pattern RULE_SET_FILE = Pattern.compile(
            "rulesets/((?:common/[^/]+)|(?:[^/]+/[^/]+/[^/]+))/(\\d{4}-\\d{2}-\\d{2})/(ruleset|ended)\\.yaml");
    private static final Pattern LAW_FILE = Pattern.compile("law/([^/]+)@(\\d{4}-\\d{2}-\\d{2})\\.yaml");
    private static final List<String> FOUR_FILES = List.of("ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md");

    private volatile Map<String, Object> known = Map.of();

    /**
     * Reads a state and remembers it instead of the one before.
     *
     * @throws FormatException with every problem of every file
     */
    public RuleBase read(ResourceTree tree) {
        ReadFiles files = new ReadFiles(known);
        RuleBase base = new Reading(tree, files).read();
        known = files.used();
        return base;
    }

    /**
     * Reads a state beside the one that is remembered.
     *
     * @throws FormatException with every problem of every file
     */
    public RuleBase readAside(ResourceTree tree) {
        return new Reading(tree, new ReadFiles(known)).read();
    }

    /** One reading. */
    private static final class Reading {
        private final ResourceTree tree;
        private final ReadFiles files;
        private final List<FormatProblem> problems = new ArrayList<>();
        private final Map<String, Item> items = new TreeMap<>();

        Reading(ResourceTree tree, ReadFiles files) {
            this.tree = tree;
            this.files = files;
        }

        RuleBase read() {
            LawLibrary law = readLaw();
            for (String path : tree.paths()) {
                Matcher file = ITEM_FILE.matcher(path);
                if (file.matches()) {
                    collect(() -> items.put(
                            file.group(2), files.get(path, tree, () -> readItem(path, tree.text(path), file))));
                }
            }
            List<RuleSet> ruleSets = readRuleSets();
            List<RuleSet> adoptions = readAdoptions(ruleSets);
            Optional<Catalogue> catalogue =
                    wellFormed("rulesets", () -> new Catalogue(items.values(), ruleSets, adoptions));
            ruleSets.forEach(ruleSet -> checkCitations(ruleSet, law));
            if (!problems.isEmpty() || catalogue.isEmpty()) {
                throw new FormatException(problems);
            }
            return new RuleBase(catalogue.get(), law);
        }

        /** What is read whole or not at all; a contradiction between its files is a problem of its folder. */
        private <T> Optional<T> wellFormed(String folder, Supplier<T> whole) {
            try {
                return Optional.of(whole.get());
            } catch (IllegalArgumentException e) {
                problems.add(new FormatProblem(folder, 0, String.valueOf(e.getMessage())));
                return Optional.empty();
            }
        }

        private LawLibrary readLaw() {
            List<LegalInstrument> instruments = new ArrayList<>();
            StringBuilder all = new StringBuilder("law");
            for (String path : tree.paths().tailSet("law/")) {
                if (!path.startsWith("law/")) {
                    break;
                }
                Matcher file = LAW_FILE.matcher(path);
                if (file.matches()) {
                    all.append('|').append(path).append('=').append(tree.hash(path));
                    collect(() -> instruments.add(files.get(path, tree, () -> readInstrument(path, file))));
                }
            }
            return files.get(all.toString(), () -> wellFormed("law", () -> new LawLibrary(instruments))
                    .orElseGet(() -> new LawLibrary(List.of())));
        }

        private LegalInstrument readInstrument(String path, Matcher file) {
            LegalInstrument instrument = LawReader.read(path, tree.text(path));
            if (!instrument.title().equals(file.group(1))
                    || !instrument.version().toString().equals(file.group(2))) {
                throw new FormatException(
                        List.of(new FormatProblem(path, 1, "title or first day differ from the file's name")));
            }
            return instrument;
        }

        private static Item readItem(String path, String text, Matcher place) {
            YamlDocument yaml = YamlDocument.parse(path, text);
            List<FormatProblem> wrong = new ArrayList<>(Schemas.ITEM.check(yaml));
            JsonNode root = yaml.root();
            if (wrong.isEmpty() && !root.path("code").asString().equals(place.group(2))) {
                wrong.add(yaml.problem("/code", "is not the folder's name " + place.group(2)));
            }
            if (wrong.isEmpty() && !root.path("field").asString().equals(place.group(1))) {
                wrong.add(yaml.problem("/field", "is not the name of the folder above, " + place.group(1)));
            }
            if (!wrong.isEmpty()) {
                throw new FormatException(wrong);
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
        private List<RuleSet> readRuleSets() {
            List<RuleSet> ruleSets = new ArrayList<>();
            List<Attempt> attempts = tree.paths().parallelStream()
                    .map(RULE_SET_FILE::matcher)
                    .filter(Matcher::matches)
                    .map(file -> Attempt.of(() -> readRuleSet(file)))
                    .toList();
            for (Attempt attempt : attempts) {
                problems.addAll(attempt.problems());
                attempt.read().ifPresent(ruleSets::add);
            }
            return ruleSets;
        }

        /** A rule set that was read, or why it was not; nothing of either for a file that only ends one. */
        private record Attempt(Optional<RuleSet> read, List<FormatProblem> problems) {

            static Attempt of(Supplier<Optional<RuleSet>> reading) {
                try {
                    return new Attempt(reading.get(), List.of());
                } catch (FormatException e) {
                    return new Attempt(Optional.empty(), e.problems());
                }
            }
        }

        private Optional<RuleSet> readRuleSet(Matcher file) {
            String path = file.group(1);
            RuleSetRef ref = new RuleSetRef(new RuleSetId(path), LocalDate.parse(file.group(2)));
            String folder = RuleSetReader.folder(ref);
            if (file.group(3).equals("ended")) {
                if (!tree.paths().contains(folder + FOUR_FILES.get(0))) {
                    throw new FormatException(
                            List.of(new FormatProblem(folder + Ending.FILE, 0, "ends a version that is not there")));
                }
                return Optional.empty();
            }
            List<FormatProblem> missing = new ArrayList<>();
            StringBuilder key = new StringBuilder(folder);
            for (String name : FOUR_FILES) {
                if (tree.paths().contains(folder + name)) {
                    key.append('|').append(tree.hash(folder + name));
                } else {
                    missing.add(new FormatProblem(folder + name, 0, "is missing; a rule set has four files"));
                }
            }
            String itemCode = path.startsWith("common/") ? null : path.split("/", -1)[1];
            if (itemCode != null && !items.containsKey(itemCode)) {
                missing.add(new FormatProblem(folder, 0, "has no readable item.yaml beside it"));
            }
            if (!missing.isEmpty()) {
                throw new FormatException(missing);
            }
            RuleSet read = files.get(key.toString(), () -> readFour(ref, folder, itemCode));
            String ended = folder + Ending.FILE;
            return Optional.of(
                    tree.paths().contains(ended)
                            ? files.get(
                                    key.append('|').append(tree.hash(ended)).toString(),
                                    () -> Ending.read(ended, tree.text(ended)).end(ended, read))
                            : read);
        }

        private RuleSet readFour(RuleSetRef ref, String folder, @Nullable String itemCode) {
            return RuleSetReader.read(
                    ref,
                    itemCode,
                    new RuleSetReader.Files(
                            tree.text(folder + "ruleset.yaml"),
                            tree.text(folder + "discretion.dmn"),
                            tree.text(folder + "cases.csv"),
                            tree.text(folder + "notes.md")));
        }

        private List<RuleSet> readAdoptions(List<RuleSet> ruleSets) {
            Map<String, List<RuleSet>> byId = new HashMap<>();
            ruleSets.forEach(r -> byId.computeIfAbsent(r.ref().id().path(), id -> new ArrayList<>())
                    .add(r));
            List<RuleSet> adoptions = new ArrayList<>();
            for (String path : tree.paths()) {
                if (path.startsWith("adoptions/") && path.endsWith(".yaml")) {
                    collect(() -> adoptions.addAll(AdoptionReader.read(path, tree.text(path), byId)));
                }
            }
            return adoptions;
        }

        private void checkCitations(RuleSet ruleSet, LawLibrary law) {
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

        private void collect(Runnable reading) {
            try {
                reading.run();
            } catch (FormatException e) {
                problems.addAll(e.problems());
            }
        }
    }
}
