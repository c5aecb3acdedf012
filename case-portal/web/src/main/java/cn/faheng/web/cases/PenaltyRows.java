package cn.faheng.web.cases;

import cn.faheng.rules.casefile.Entries;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.web.show.Show;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the penalties of a form: each kind is ticked or not, some have an amount. */
final class PenaltyRows {

    private final EntryField field;
    private final Typed typed;
    private final Show show;
    private final Map<String, String> errors;

    PenaltyRows(EntryField field, Typed typed, Show show, Map<String, String> errors) {
        this.field = field;
        this.typed = typed;
        this.show = show;
        this.errors = errors;
    }

    ArrayNode read() {
        ArrayNode penalties = Entries.mapper().createArrayNode();
        for (PenaltyKind kind : PenaltyKind.values()) {
            String amount = typed.number(field.part(kind.code()));
            if (kind.isPenalty() && (amount != null || typed.all(field.field()).contains(kind.code()))) {
                read(kind, amount == null ? "" : amount, penalties.addObject().put("kind", kind.code()));
            }
        }
        return penalties;
    }

    private void read(PenaltyKind kind, String amount, ObjectNode penalty) {
        if (amount.isEmpty()) {
            if (kind.quantity() != PenaltyKind.Quantity.NONE) {
                errors.put(id(kind), show.text("cases.error.penalty-amount", show.kind(kind)));
            }
            return;
        }
        Long read = Typed.isMoney(kind) ? Typed.fen(amount) : amount.matches("\\d{1,4}") ? Long.valueOf(amount) : null;
        if (read == null) {
            errors.put(
                    id(kind),
                    show.text(Typed.isMoney(kind) ? "cases.error.money" : "cases.error.number", show.kind(kind)));
        } else {
            penalty.put("amount", read);
        }
    }

    private String id(PenaltyKind kind) {
        return EntryField.id(field.name() + "." + kind.code());
    }
}
