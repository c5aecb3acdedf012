package cn.faheng.web.authoring;

import cn.faheng.rules.catalogue.PenaltyKind;
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
        "type.date"
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
}
