package cn.faheng.web.authoring;

import cn.faheng.drafting.intake.Fields;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.DivisionNames;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that the editor's script shows, in the language of the reader. */
@Component
final class EditorWords {

    private static final String[] KEYS = {
        "row",
        "says",
        "cites",
        "cites-nothing",
        "source",
        "comment",
        "add-row",
        "expression",
        "answer",
        "mode",
        "least",
        "most",
        "responsible",
        "column.tier",
        "column.result",
        "column.circumstance",
        "column.raised",
        "column.severity",
        "column.message",
        "decision.penalty",
        "decision.total",
        "edit-cell",
        "yes",
        "no",
        "anything",
        "removed",
        "pasted",
        "pasted-lost",
        "take-away",
        "nothing-found",
        "proof-sum",
        "proof-rest",
        "status.REFUTED",
        "status.NOT_PROVED",
        "status.PROVED",
        "status.NOT_APPLICABLE",
        "property.WELL_FORMED",
        "property.COMPLETE",
        "property.UNAMBIGUOUS",
        "property.CONTAINED",
        "property.GROUNDED",
        "property.MONOTONE",
        "property.EXACT",
        "property.REACHABLE",
        "property.CASES",
        "example",
        "on",
        "unanswered",
        "individual",
        "sole-proprietor",
        "organisation",
        "missing",
        "unread-cells",
        "saving",
        "saved",
        "add-question",
        "remove-question",
        "new-question",
        "question-used",
        "judged",
        "fact.label",
        "fact.type",
        "fact.unit",
        "fact.values",
        "fact.help",
        "fact.evidence",
        "fact.judgedBy",
        "fact.name",
        "type.choice",
        "type.boolean",
        "type.money",
        "type.number",
        "type.integer",
        "type.date",
        "about.item",
        "about.code",
        "about.code.known",
        "about.code.new",
        "about.name",
        "about.field",
        "about.organ",
        "about.force",
        "about.from",
        "about.to",
        "about.to.hint",
        "about.jurisdiction",
        "about.jurisdiction.hint",
        "about.authority",
        "about.basis",
        "about.basis.none",
        "about.add-basis",
        "about.role",
        "about.version",
        "about.source",
        "about.add-source",
        "about.document",
        "about.number",
        "about.number.hint",
        "about.sourceItem",
        "about.person",
        "about.leftToPerson",
        "about.leftToPerson.hint",
        "about.notes",
        "about.invalid.code",
        "about.invalid.jurisdiction",
        "about.invalid.from",
        "about.invalid.name"
    };

    Map<String, String> of(MessageSource messages, Locale locale) {
        Map<String, String> words = new TreeMap<>();
        for (String key : KEYS) {
            words.put(key, messages.getMessage("editor.word." + key, null, locale));
        }
        for (PenaltyKind kind : PenaltyKind.values()) {
            words.put("kind." + kind.code(), kind.chinese());
        }
        return words;
    }

    /** What is known by code, for the fields in which one of them is chosen. */
    Map<String, Object> known(Collection<Item> items, MessageSource messages, Locale locale) {
        Map<String, String> fields = named("field.", Fields.codes(), messages, locale);
        Map<String, String> roles = new LinkedHashMap<>();
        for (RuleSet.Role role : RuleSet.Role.values()) {
            roles.put(role.name().toLowerCase(Locale.ROOT), messages.getMessage("role." + role.name(), null, locale));
        }
        return Map.of(
                "items", items,
                "fields", fields,
                "places", places(messages, locale),
                "roles", roles);
    }

    private static Map<String, String> named(String prefix, List<String> codes, MessageSource messages, Locale locale) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach(code -> named.put(code, messages.getMessage(prefix + code, null, locale)));
        return named;
    }

    /** Every division by its code, each below the one it lies in. */
    private static Map<String, String> places(MessageSource messages, Locale locale) {
        Map<String, String> places = new LinkedHashMap<>();
        String nation = Division.NATION.code();
        places.put(nation, messages.getMessage("place." + nation, null, locale));
        DivisionNames.all().forEach(place -> places.put(place.code(), place.within() + place.name()));
        return places;
    }
}
