package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Puts an entry back into the fields of its form: what a proposal holds, what was sent back, what is on record. */
final class EntryValues {

    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    private EntryValues() {}

    static MultiValueMap<String, String> of(Entry entry) {
        EntryValues values = new EntryValues();
        JsonNode tree = Entries.mapper().valueToTree(entry);
        EntryShape.of(entry.getClass()).forEach(field -> values.put(field, tree.path(field.name())));
        return values.values;
    }

    private void put(EntryField field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        switch (field.kind()) {
            case TICK -> {
                if (value.asBoolean()) {
                    values.add(field.field(), "on");
                }
            }
            case MONEY -> values.add(field.field(), Typed.yuan(value.asLong()));
            case SOME_OF -> value.forEach(one -> values.add(field.field(), one.asString()));
            case LINES ->
                values.add(
                        field.field(),
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asString)
                                .collect(Collectors.joining("\n")));
            case PENALTIES -> value.forEach(penalty -> penalty(field, penalty));
            case INSTALMENTS -> instalments(field, value);
            case GROUND, REMEDIES -> value.properties().forEach(part -> part(field, part.getKey(), part.getValue()));
            case ACT -> {}
            default -> values.add(field.field(), value.asString());
        }
    }

    private void part(EntryField field, String name, JsonNode value) {
        if (value.isBoolean()) {
            if (value.asBoolean()) {
                values.add(field.part(name), "on");
            }
        } else if (value.isValueNode() && !value.isNull()) {
            values.add(field.part(name), value.asString());
        }
    }

    private void penalty(EntryField field, JsonNode penalty) {
        String code = penalty.path("kind").asString();
        values.add(field.field(), code);
        JsonNode amount = penalty.path("amount");
        if (amount.isNumber()) {
            boolean money = PenaltyKind.ofCode(code).filter(Typed::isMoney).isPresent();
            values.add(field.part(code), money ? Typed.yuan(amount.asLong()) : amount.asString());
        }
    }

    private void instalments(EntryField field, JsonNode parts) {
        for (int row = 0; row < parts.size(); row++) {
            values.add(field.part(row + ".due"), parts.get(row).path("due").asString());
            values.add(
                    field.part(row + ".yuan"),
                    Typed.yuan(parts.get(row).path("fen").asLong()));
        }
    }
}
