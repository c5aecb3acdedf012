package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.Sheet.SheetWaiver;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfDocument;
import cn.faheng.rules.legal.Citation.OfProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Turns a rule set into its sheet. A label that only repeats the name is left out. */
final class RuleSetToSheet {

    private final RuleSet ruleSet;
    private final @Nullable Item item;
    private final JsonNode yaml;

    RuleSetToSheet(RuleSet ruleSet, @Nullable Item item, @Nullable String yaml) {
        this.ruleSet = ruleSet;
        this.item = item;
        this.yaml = yaml == null ? MissingNode.getInstance() : RuleSetYaml.MAPPER.readTree(yaml);
    }

    Sheet sheet() {
        OfDocument source = ruleSet.source();
        return new Sheet(
                item == null ? null : item(item),
                lower(ruleSet.kind()),
                ruleSet.hook(),
                List.copyOf(ruleSet.fields()),
                ruleSet.ref().version(),
                ruleSet.effective().to(),
                ruleSet.jurisdiction().code(),
                ruleSet.authority(),
                basis(),
                source == null ? null : document(source, yaml.path("source"), ruleSet.authority()),
                ruleSet.form(),
                ruleSet.facts().stream().map(SheetFacts::of).toList(),
                ruleSet.penalties().stream().map(RuleSetToSheet::penalty).toList(),
                decisions(),
                ruleSet.leftToPerson(),
                ruleSet.waivers().stream()
                        .map(w -> new SheetWaiver(w.table(), w.finding(), w.reason()))
                        .toList(),
                ruleSet.notes());
    }

    private static SheetItem item(Item item) {
        return new SheetItem(item.code(), item.name(), item.nameEn(), item.field(), item.organ(), item.aliases());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static SheetSource document(OfDocument document, JsonNode node, String issuer) {
        String reference = node.path("reference").asString("");
        return new SheetSource(
                document.document(),
                document.number(),
                node.path("issuer").asString(node.isMissingNode() ? issuer : ""),
                document.item(),
                reference.isEmpty() ? null : reference,
                document.confidence());
    }

    private List<SheetBasis> basis() {
        List<SheetBasis> basis = new ArrayList<>();
        for (int i = 0; i < ruleSet.basis().size(); i++) {
            RuleSet.Basis one = ruleSet.basis().get(i);
            String role = lower(one.role());
            if (one.citation() instanceof OfProvision at) {
                basis.add(new SheetBasis(role, at.law(), at.version(), at.at().toString()));
            } else if (one.citation() instanceof OfDocument document) {
                SheetSource source = document(document, yaml.path("basis").path(i), "");
                basis.add(SheetBasis.ofDocument(role, source, ruleSet.ref().version()));
            }
        }
        return basis;
    }

    private static SheetPenalty penalty(Penalty penalty) {
        boolean named = !penalty.label().equals(penalty.kind().chinese());
        return new SheetPenalty(
                penalty.id(),
                penalty.kind().code(),
                penalty.subject() == Penalty.Subject.PARTY ? "party" : "responsible-person",
                named ? penalty.label() : null);
    }

    private List<SheetDecision> decisions() {
        List<SheetDecision> decisions = new ArrayList<>();
        for (SheetDecision decision : DmnReader.read(ruleSet.dmn()).decisions()) {
            List<SheetRow> rows = decision.rows().stream().map(this::cited).toList();
            decisions.add(new SheetDecision(
                    decision.name(),
                    decision.title(),
                    decision.form(),
                    decision.hitPolicy(),
                    decision.inputs(),
                    decision.outputs(),
                    rows,
                    decision.expression(),
                    decision.entries()));
        }
        return decisions;
    }

    private SheetRow cited(SheetRow row) {
        Row known = ruleSet.rows().get(row.id());
        if (known == null) {
            return row;
        }
        List<SheetCitation> cites = new ArrayList<>();
        JsonNode nodes = yaml.path("rows").path(row.id()).path("cite");
        for (int i = 0; i < known.citations().size(); i++) {
            cites.add(citation(known.citations().get(i), nodes.path(i)));
        }
        return new SheetRow(row.id(), row.cells(), row.outputs(), known.says(), cites, null);
    }

    private SheetCitation citation(Citation citation, JsonNode node) {
        if (citation instanceof OfDocument document) {
            return document.equals(ruleSet.source())
                    ? SheetCitation.ofSource()
                    : SheetCitation.ofDocument(document(document, node, ""));
        }
        OfProvision at = (OfProvision) citation;
        Optional<OfProvision> first = ruleSet.basis().stream()
                .filter(b -> b.role() != RuleSet.Role.VIOLATED && b.citation() instanceof OfProvision)
                .map(b -> (OfProvision) b.citation())
                .findFirst();
        boolean ofFirst = first.isPresent()
                && first.get().law().equals(at.law())
                && first.get().version().equals(at.version());
        return ofFirst
                ? SheetCitation.at(at.at().toString())
                : SheetCitation.of(at.law(), at.version(), at.at().toString());
    }
}
