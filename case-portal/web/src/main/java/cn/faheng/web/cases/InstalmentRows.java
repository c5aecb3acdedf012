package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.web.show.Show;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Reads the parts of a fine that may be paid later: a last day and an amount in each row. */
final class InstalmentRows {

    static final int MOST = 12;

    private final EntryField field;
    private final Typed typed;
    private final Show show;
    private final Map<String, String> errors;

    InstalmentRows(EntryField field, Typed typed, Show show, Map<String, String> errors) {
        this.field = field;
        this.typed = typed;
        this.show = show;
        this.errors = errors;
    }

    ArrayNode read() {
        ArrayNode parts = Entries.mapper().createArrayNode();
        for (int row = 0; row < MOST; row++) {
            String due = typed.text(field.part(row + ".due"));
            String yuan = typed.number(field.part(row + ".yuan"));
            if (due == null && yuan == null) {
                continue;
            }
            Long fen = yuan == null ? null : Typed.fen(yuan);
            if (fen == null || !isDay(due)) {
                errors.put(
                        EntryField.id(field.name() + "." + row + ".due"), show.text("cases.error.instalment", row + 1));
            } else {
                parts.addObject().put("due", due).put("fen", fen);
            }
        }
        return parts;
    }

    private static boolean isDay(@Nullable String text) {
        try {
            return text != null && LocalDate.parse(text).getYear() > 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
