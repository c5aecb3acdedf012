package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns an amount that is a fine into its form. */
record FineForms(
        Quantity quantity,
        String baseText,
        @Nullable String unit,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal floor) {

    @Nullable
    FineForm form() {
        if (quantity.max() == null) {
            return null;
        }
        return quantity.of() == Quantity.Of.TIMES ? multiple() : amount();
    }

    private FineForm amount() {
        FineForm.Type type;
        if (unit != null) {
            type = unit.endsWith("每日") || unit.endsWith("每天") ? FineForm.Type.DAILY : FineForm.Type.PER_UNIT;
        } else if (quantity.isFixed()) {
            type = FineForm.Type.FIXED;
        } else {
            type = quantity.isCeiling() ? FineForm.Type.CEILING : FineForm.Type.RANGE;
        }
        return new FineForm(type, quantity.min(), quantity.max(), null, null, null, null, unit, cap);
    }

    private FineForm multiple() {
        String words = Bases.words(baseText);
        FineForm.Type type;
        if (quantity.isFixed()) {
            type = quantity.percent() ? FineForm.Type.PERCENT_FIXED : FineForm.Type.MULTIPLE_FIXED;
        } else if (quantity.isCeiling()) {
            type = quantity.percent() ? FineForm.Type.PERCENT_CEILING : FineForm.Type.MULTIPLE_CEILING;
        } else {
            type = quantity.percent() ? FineForm.Type.PERCENT : FineForm.Type.MULTIPLE;
        }
        String base = words.isEmpty() ? null : Bases.name(words);
        return new FineForm(
                type, floor, null, quantity.min(), quantity.max(), base, words.isEmpty() ? null : words, null, cap);
    }
}
