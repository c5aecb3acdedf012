package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfDocument;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.ProvisionPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one rule set from its four files. */
public final class RuleSetReader {

    private final YamlDocument yaml;
    private final List<FormatProblem> problems = new ArrayList<>();

    private RuleSetReader(YamlDocument yaml) {
        this.yaml = yaml;
    }

    /**
     * The four files of a rule set, as text.
     *
     * @param yaml content of ruleset.yaml
     * @param dmn content of discretion.dmn
     * @param cases content of cases.csv
     * @param notes content of notes.md
     */
    public record Files(String yaml, String dmn, String cases, String notes) {}

    /**
     * Reads and checks a rule set.
     *
     * @param ref its id and version, from its place in the tree
     * @param itemCode code of the item it belongs to, or null in the general part
     * @throws FormatException with every problem found in ruleset.yaml
     */
    public static RuleSet read(RuleSetRef ref, @Nullable String itemCode, Files files) {
        YamlDocument yaml = YamlDocument.parse(file(ref), files.yaml());
        List<FormatProblem> schemaProblems = Schemas.RULE_SET.check(yaml);
        if (!schemaProblems.isEmpty()) {
            throw new FormatException(schemaProblems);
        }
        return new RuleSetReader(yaml).build(ref, itemCode, files);
    }

    /** Where the YAML of a rule set lies below the root of the rule base. */
    static String file(RuleSetRef ref) {
        return folder(ref) + "ruleset.yaml";
    }

    /** The folder of a rule set below the root of the rule base, with a slash at the end. */
    public static String folder(RuleSetRef ref) {
        return "rulesets/" + ref.id() + "/" + ref.version() + "/";
    }

    private RuleSet build(RuleSetRef ref, @Nullable String itemCode, Files files) {
        JsonNode root = yaml.root();
        EffectivePeriod effective = period("/effective", root.path("effective"));
        if (!effective.from().equals(ref.version())) {
            problems.add(yaml.problem("/effective/from", "is not the folder's first day " + ref.version()));
        }
        RuleSet.Kind kind = RuleSet.Kind.valueOf(root.path("kind").asString().toUpperCase(Locale.ROOT));
        OfDocument source = root.has("source") ? document(root.path("source")) : null;
        List<RuleSet.Basis> basis = basis(root.path("basis"));
        requireBasis(kind, basis);
        RuleSet ruleSet = new RuleSet(
                ref,
                kind,
                itemCode,
                text(root, "hook"),
                fields(root.path("fields")),
                effective,
                new Division(root.path("jurisdiction").asString()),
                root.path("authority").asString(),
                basis,
                source,
                root.path("form").asString("general"),
                facts(root.path("facts")),
                penalties(root.path("penalties")),
                rows(root.path("rows"), basis, source),
                strings(root.path("leftToPerson")),
                waivers(root.path("analysisWaivers")),
                files.dmn(),
                files.cases(),
                files.notes(),
                hash(files.yaml(), files.dmn()),
                null);
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        return ruleSet;
    }

    private void requireBasis(RuleSet.Kind kind, List<RuleSet.Basis> basis) {
        RuleSet.Role needed =
                switch (kind) {
                    case STATUTE -> RuleSet.Role.PENALTY;
                    case BENCHMARK -> RuleSet.Role.PARENT;
                    case GENERAL -> RuleSet.Role.HOOK;
                };
        if (basis.stream().noneMatch(b -> b.role() == needed)) {
            problems.add(yaml.problem(
                    "/basis", "names no provision with role " + needed.name().toLowerCase(Locale.ROOT)));
        }
    }

    private EffectivePeriod period(String pointer, JsonNode node) {
        LocalDate from = date(pointer + "/from", node.path("from"));
        String to = node.path("to").asString();
        return attempt(
                        pointer,
                        () -> new EffectivePeriod(
                                from, to.equals("open") ? null : date(pointer + "/to", node.path("to"))))
                .orElseGet(() -> new EffectivePeriod(from, null));
    }

    private LocalDate date(String pointer, JsonNode node) {
        try {
            return LocalDate.parse(node.asString());
        } catch (DateTimeParseException e) {
            problems.add(yaml.problem(pointer, "'" + node.asString() + "' is not a date (yyyy-mm-dd)"));
            return LocalDate.EPOCH;
        }
    }

    private List<RuleSet.Basis> basis(JsonNode nodes) {
        List<RuleSet.Basis> basis = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            RuleSet.Role role =
                    RuleSet.Role.valueOf(node.path("role").asString().toUpperCase(Locale.ROOT));
            citation("/basis/" + i, node).ifPresent(cited -> basis.add(new RuleSet.Basis(role, cited)));
        }
        return basis;
    }

    private Optional<Citation> citation(String pointer, JsonNode node) {
        if (node.has("document")) {
            return Optional.of(document(node));
        }
        LocalDate version = date(pointer + "/version", node.path("version"));
        return this.<Citation>attempt(
                pointer + "/at",
                () -> new Citation.OfProvision(
                        node.path("law").asString(),
                        version,
                        ProvisionPath.parse(node.path("at").asString())));
    }

    private static OfDocument document(JsonNode node) {
        return new OfDocument(
                node.path("document").asString(),
                node.path("number").asString(""),
                text(node, "item"),
                node.path("confidence").asString());
    }

    private List<Fact> facts(JsonNode nodes) {
        List<Fact> facts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String name = node.path("name").asString();
            if (!names.add(name)) {
                problems.add(yaml.problem("/facts/" + i + "/name", "the fact '" + name + "' is given twice"));
            }
            boolean fromParty = node.path("source").asString("").equals("party");
            if (fromParty) {
                attempt("/facts/" + i + "/name", () -> PartyFacts.named(name)).ifPresent(facts::add);
            } else {
                facts.add(fact(node, name));
            }
        }
        return facts;
    }

    private static Fact fact(JsonNode node, String name) {
        List<Fact.Choice> values = new ArrayList<>();
        for (JsonNode value : node.path("values")) {
            String code = value.path("value").asString();
            values.add(new Fact.Choice(
                    code,
                    value.path("label").asString(code),
                    value.path("labelEn").asString(code)));
        }
        String label = node.path("label").asString(name);
        JsonNode judgement = node.path("judgement");
        return new Fact(
                name,
                label,
                node.path("labelEn").asString(label),
                Fact.Type.valueOf(node.path("type").asString().toUpperCase(Locale.ROOT)),
                text(node, "unit"),
                decimal(node.path("min")),
                decimal(node.path("max")),
                values,
                text(node, "help"),
                text(node, "evidence"),
                judgement.isMissingNode() ? null : judgement.path("by").asString(),
                false);
    }

    private List<Penalty> penalties(JsonNode nodes) {
        List<Penalty> penalties = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String code = node.path("kind").asString();
            PenaltyKind kind = PenaltyKind.ofCode(code).orElse(null);
            if (kind == null) {
                problems.add(yaml.problem("/penalties/" + i + "/kind", "'" + code + "' is no kind of penalty"));
                continue;
            }
            boolean person = node.path("subject").asString("party").equals("responsible-person");
            penalties.add(new Penalty(
                    node.path("id").asString(),
                    kind,
                    person ? Penalty.Subject.RESPONSIBLE_PERSON : Penalty.Subject.PARTY,
                    node.path("label").asString(kind.chinese())));
        }
        return penalties;
    }

    private Map<String, Row> rows(JsonNode nodes, List<RuleSet.Basis> basis, @Nullable OfDocument source) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : nodes.properties()) {
            String pointer = "/rows/" + entry.getKey();
            List<Citation> citations = new ArrayList<>();
            JsonNode cites = entry.getValue().path("cite");
            for (int i = 0; i < cites.size(); i++) {
                rowCitation(pointer + "/cite/" + i, cites.get(i), basis, source).ifPresent(citations::add);
            }
            if (citations.isEmpty()) {
                problems.add(yaml.problem(pointer, "cites nothing"));
            } else {
                rows.put(
                        entry.getKey(),
                        new Row(
                                entry.getKey(),
                                citations,
                                entry.getValue().path("says").asString()));
            }
        }
        return rows;
    }

    private Optional<Citation> rowCitation(
            String pointer, JsonNode node, List<RuleSet.Basis> basis, @Nullable OfDocument source) {
        if (node.isObject()) {
            return citation(pointer, node);
        }
        String text = node.asString();
        if (text.equals("source")) {
            if (source == null) {
                problems.add(yaml.problem(pointer, "cites the source, but the rule set names none"));
            }
            return Optional.ofNullable(source);
        }
        for (RuleSet.Basis b : basis) {
            if (b.role() != RuleSet.Role.VIOLATED && b.citation() instanceof Citation.OfProvision first) {
                return attempt(
                        pointer,
                        () -> new Citation.OfProvision(first.law(), first.version(), ProvisionPath.parse(text)));
            }
        }
        problems.add(yaml.problem(pointer, "'" + text + "' needs a provision among the basis to belong to"));
        return Optional.empty();
    }

    private static List<RuleSet.AnalysisWaiver> waivers(JsonNode nodes) {
        List<RuleSet.AnalysisWaiver> waivers = new ArrayList<>();
        for (JsonNode node : nodes) {
            waivers.add(new RuleSet.AnalysisWaiver(
                    node.path("table").asString(),
                    node.path("finding").asString(),
                    node.path("reason").asString()));
        }
        return waivers;
    }

    private static Set<String> fields(JsonNode nodes) {
        Set<String> fields = new LinkedHashSet<>(strings(nodes));
        fields.remove("all");
        return fields;
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> strings = new ArrayList<>();
        nodes.forEach(node -> strings.add(node.asString()));
        return strings;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private <T> Optional<T> attempt(String pointer, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (IllegalArgumentException e) {
            problems.add(yaml.problem(pointer, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
