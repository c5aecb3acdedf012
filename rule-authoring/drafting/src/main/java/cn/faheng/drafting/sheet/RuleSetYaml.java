package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.Sheet.SheetWaiver;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.rules.catalogue.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The two YAML files of a sheet. */
final class RuleSetYaml {

    static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RuleSetYaml() {}

    static String item(SheetItem item) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("code", item.code());
        root.put("name", item.name());
        root.put("nameEn", item.nameEn());
        root.put("field", item.field());
        root.put("organ", item.organ());
        strings(root, "aliases", item.aliases());
        return MAPPER.writeValueAsString(root);
    }

    static Item readItem(String yaml) {
        try {
            JsonNode root = MAPPER.readTree(yaml);
            List<String> aliases = new ArrayList<>();
            root.path("aliases").forEach(alias -> aliases.add(alias.asString()));
            return new Item(
                    root.path("code").asString(),
                    root.path("name").asString(),
                    root.path("nameEn").asString(),
                    root.path("field").asString(),
                    root.path("organ").asString(),
                    aliases);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("item.yaml不是可以读取的YAML：" + e.getOriginalMessage(), e);
        }
    }

    static String ruleSet(Sheet sheet) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("kind", sheet.kind());
        if (sheet.hook() != null) {
            root.put("hook", sheet.hook());
            strings(root, "fields", sheet.fields().isEmpty() ? List.of("all") : sheet.fields());
        }
        ObjectNode effective = root.putObject("effective");
        effective.put("from", sheet.effectiveFrom().toString());
        effective.put("to", sheet.effectiveTo() == null ? "open" : String.valueOf(sheet.effectiveTo()));
        root.put("jurisdiction", sheet.jurisdiction());
        root.put("authority", sheet.authority());
        ArrayNode basis = root.putArray("basis");
        sheet.basis().forEach(b -> basis(basis.addObject(), b));
        if (sheet.source() != null) {
            document(root.putObject("source"), sheet.source());
        }
        root.put("form", sheet.form());
        ArrayNode facts = root.putArray("facts");
        sheet.facts().forEach(fact -> fact(facts.addObject(), fact));
        ArrayNode penalties = root.putArray("penalties");
        sheet.penalties().forEach(penalty -> penalty(penalties.addObject(), penalty));
        ObjectNode rows = root.putObject("rows");
        sheet.decisions().forEach(d -> d.rows().forEach(row -> row(rows.putObject(row.id()), row)));
        strings(root, "leftToPerson", sheet.leftToPerson());
        if (!sheet.waivers().isEmpty()) {
            ArrayNode waivers = root.putArray("analysisWaivers");
            for (SheetWaiver waiver : sheet.waivers()) {
                ObjectNode node = waivers.addObject();
                node.put("table", waiver.table());
                node.put("finding", waiver.finding());
                node.put("reason", waiver.reason());
            }
        }
        return MAPPER.writeValueAsString(root);
    }

    private static void basis(ObjectNode node, SheetBasis basis) {
        node.put("role", basis.role());
        if (basis.document() != null) {
            document(node, basis.document());
        } else {
            node.put("law", basis.law());
            node.put("version", basis.version().toString());
            node.put("at", basis.at());
        }
    }

    private static void document(ObjectNode node, SheetSource source) {
        node.put("document", source.document());
        put(node, "number", source.number().isEmpty() ? null : source.number());
        put(node, "issuer", source.issuer().isEmpty() ? null : source.issuer());
        put(node, "item", source.item());
        put(node, "reference", source.reference());
        node.put("confidence", source.confidence());
    }

    private static void fact(ObjectNode node, SheetFact fact) {
        node.put("name", fact.name());
        if (fact.fromParty()) {
            node.put("source", "party");
            return;
        }
        String label = fact.label();
        node.put("label", label == null ? fact.name() : label);
        put(node, "labelEn", fact.labelEn());
        node.put("type", fact.type());
        put(node, "unit", fact.unit());
        number(node, "min", fact.min());
        number(node, "max", fact.max());
        if (!fact.values().isEmpty()) {
            ArrayNode values = node.putArray("values");
            for (SheetChoice choice : fact.values()) {
                ObjectNode value = values.addObject();
                value.put("value", choice.value());
                put(value, "label", choice.label());
                put(value, "labelEn", choice.labelEn());
            }
        }
        put(node, "help", fact.help());
        put(node, "evidence", fact.evidence());
        if (fact.judgedBy() != null) {
            node.putObject("judgement").put("by", fact.judgedBy());
        }
    }

    private static void penalty(ObjectNode node, SheetPenalty penalty) {
        node.put("id", penalty.id());
        node.put("kind", penalty.kind());
        node.put("subject", penalty.subject());
        put(node, "label", penalty.label());
    }

    private static void row(ObjectNode node, SheetRow row) {
        ArrayNode cite = node.putArray("cite");
        for (SheetCitation citation : row.cites()) {
            if (citation.document() != null) {
                document(cite.addObject(), citation.document());
            } else if (citation.source()) {
                cite.add("source");
            } else if (citation.law() == null) {
                cite.add(citation.at());
            } else {
                ObjectNode place = cite.addObject();
                place.put("law", citation.law());
                place.put("version", String.valueOf(citation.version()));
                place.put("at", citation.at());
            }
        }
        node.put("says", row.says());
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void number(ObjectNode node, String name, @Nullable BigDecimal value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
