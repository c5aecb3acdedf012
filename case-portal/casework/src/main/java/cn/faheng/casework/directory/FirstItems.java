package cn.faheng.casework.directory;

import cn.faheng.casework.directory.FileRows.Row;
import cn.faheng.casework.directory.PowerItem.Kind;
import cn.faheng.casework.directory.PowerItem.Procedure;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSet.Role;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.server.registry.RuleBases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The first list of items: the penalties from the rule base, inspections and coercive measures from the law that is held. Where the law
 * has changed, each version of it is a version of the item; those are proposed one after the other, since one rests on the one before.
 */
@Service
public class FirstItems {

    private static final TypeReference<List<Map<String, String>>> ENTRIES = new TypeReference<>() {};

    private final RuleBases ruleBases;
    private final VersionStore store;
    private final DirectoryImports imports;
    private final List<OrganLevels> organLevels;
    private final List<Map<String, String>> otherItems;

    FirstItems(RuleBases ruleBases, VersionStore store, DirectoryImports imports) {
        this.ruleBases = ruleBases;
        this.store = store;
        this.imports = imports;
        this.organLevels = readLevels();
        try (InputStream in = resource("first-items.yaml")) {
            this.otherItems = new YAMLMapper().readValue(in, ENTRIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words about an organ in an item, and the levels that they mean. */
    private record OrganLevels(String words, String levels) {}

    private static InputStream resource(String name) {
        InputStream in = FirstItems.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the jar");
        }
        return in;
    }

    private static List<OrganLevels> readLevels() {
        try (InputStream in = resource("organ-levels.csv")) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new OrganLevels(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Proposes the next version of every item that is missing or whose law has changed; empty where nothing is to be proposed. */
    public Optional<ImportResult> propose() {
        Actor actor = Actor.callerWith("提出名录变更", Actor.COMPILERS);
        return propose(actor);
    }

    Optional<ImportResult> propose(Actor actor) {
        Known known = new Known(store, List.of(), Subject.ITEM, true);
        List<Row> rows = new ArrayList<>();
        for (List<Map<String, String>> versions : all()) {
            next(versions, known).ifPresent(cells -> rows.add(new Row(rows.size() + 1, cells, List.of())));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(imports.take(
                        Subject.ITEM,
                        "规则库和法律规定的事项",
                        NewVersion.hash(ruleBases.current().hash()),
                        rows,
                        "依据规则库收录的法律整理的事项",
                        actor));
    }

    /** The first version that applies later than what is in force, and is not proposed yet. */
    private static Optional<Map<String, String>> next(List<Map<String, String>> versions, Known known) {
        Known.Held held = known.of(Subject.ITEM, versions.get(0).getOrDefault("code", ""));
        StoredVersion inForce = held.inForce();
        if (held.open() != null) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> inForce == null
                        || LocalDate.parse(version.getOrDefault("appliesFrom", ""))
                                .isAfter(inForce.appliesFrom()))
                .findFirst();
    }

    /** The versions of every item, as they would be typed. */
    private List<List<Map<String, String>>> all() {
        Map<String, List<Map<String, String>>> byCode = new LinkedHashMap<>();
        Catalogue catalogue = ruleBases.current().catalogue();
        for (Item item : catalogue.items()) {
            String levels = levels(item.organ());
            List<RuleSet> statutes = catalogue.statutes(item.code()).stream()
                    .filter(statute -> !provisions(statute, Role.PENALTY).isEmpty())
                    .toList();
            if (!levels.isEmpty() && !statutes.isEmpty()) {
                byCode.put(
                        item.code(),
                        statutes.stream()
                                .map(statute -> penalty(item, levels, statutes, statute))
                                .toList());
            }
        }
        for (Map<String, String> entry : otherItems) {
            byCode.computeIfAbsent(entry.getOrDefault("code", ""), code -> new ArrayList<>())
                    .add(entry);
        }
        return List.copyOf(byCode.values());
    }

    private String levels(String organ) {
        return organLevels.stream()
                .filter(line -> organ.contains(line.words()))
                .findFirst()
                .map(OrganLevels::levels)
                .orElse("");
    }

    private static List<OfProvision> provisions(RuleSet statute, Role role) {
        return statute.citations(role).stream()
                .filter(OfProvision.class::isInstance)
                .map(OfProvision.class::cast)
                .toList();
    }

    private static Map<String, String> penalty(Item item, String levels, List<RuleSet> statutes, RuleSet statute) {
        RuleSet last = statutes.get(statutes.size() - 1);
        LocalDate end = statute.equals(last) ? last.effective().to() : null;
        List<OfProvision> violated = provisions(statute, Role.VIOLATED);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", Kind.PENALTY.chinese());
        row.put("code", item.code());
        row.put("name", item.name());
        row.put("levels", levels);
        row.put("field", item.field());
        // Where the duty and the penalty stand in one provision, that one is violated.
        row.put("violated", lines(violated.isEmpty() ? provisions(statute, Role.PENALTY) : violated));
        row.put("basis", lines(provisions(statute, Role.PENALTY)));
        row.put("procedure", Procedure.SUMMARY.chinese() + "、" + Procedure.ORDINARY.chinese());
        row.put("ruleItem", item.code());
        row.put("from", statutes.get(0).effective().from().toString());
        row.put("to", end == null ? "" : end.toString());
        row.put("appliesFrom", statute.effective().from().toString());
        return row;
    }

    private static String lines(List<OfProvision> citations) {
        return String.join("\n", citations.stream().map(CitationText::write).toList());
    }
}
