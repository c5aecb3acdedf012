package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line for one penalty, as the hand-checked expectations are written. */
final class ClauseLine {
    private ClauseLine() {}

    static String of(PenaltyForm form) {
        List<String> parts = new ArrayList<>();
        parts.add(form.kind().code());
        parts.add(form.name());
        parts.add(form.mode() + (form.choice() > 0 ? "#" + form.choice() : ""));
        parts.add(form.subject() + (form.role() == null ? "" : "：" + form.role()));
        parts.add(amount(form.fine()));
        parts.add(form.condition().step() + threshold(form.condition().threshold()));
        parts.add(form.certainty().toString());
        return String.join(" ; ", parts);
    }

    private static String amount(@Nullable FineForm fine) {
        if (fine == null) {
            return "-";
        }
        String text = fine.type() + " ";
        if (fine.maxTimes() != null) {
            text += plain(fine.minTimes()) + ".." + plain(fine.maxTimes()) + "×" + fine.base();
            text += fine.min() == null ? "" : " ≥" + plain(fine.min());
        } else {
            text += plain(fine.min()) + ".." + plain(fine.max());
        }
        return text
                + (fine.unit() == null ? "" : " " + fine.unit())
                + (fine.cap() == null ? "" : " ≤" + plain(fine.cap()));
    }

    private static String threshold(@Nullable Threshold threshold) {
        if (threshold == null) {
            return "";
        }
        return "(" + threshold.base() + " " + plain(threshold.min()) + ".." + plain(threshold.max())
                + (threshold.maxIncluded() ? "]" : "") + (threshold.none() ? " none" : "")
                + (threshold.uncountable() ? " uncountable" : "") + ")";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
