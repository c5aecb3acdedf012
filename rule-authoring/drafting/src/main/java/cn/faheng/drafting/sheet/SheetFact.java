package cn.faheng.drafting.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a sheet.
 *
 * @param name name of the fact; one of a published table keeps the table's own name
 * @param label the question in Chinese, or null when the name is the question
 * @param labelEn the same in English, or null
 * @param type money, number, integer, boolean, choice or date
 * @param unit unit of a number, or null
 * @param min least value of a number, or null
 * @param max greatest value of a number, or null
 * @param values allowed answers of a choice, in the source's own words; in order, the lightest first
 * @param help a sentence for the officer, or null
 * @param evidence what establishes the answer, or null
 * @param judgedBy who may answer when only a person can, or null
 * @param fromParty whether the engine fills it from the party of the request
 */
public record SheetFact(
        String name,
        @Nullable String label,
        @Nullable String labelEn,
        String type,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<SheetChoice> values,
        @Nullable String help,
        @Nullable String evidence,
        @Nullable String judgedBy,
        boolean fromParty) {

    public SheetFact {
        values = List.copyOf(values);
    }

    /** The same number within narrower limits; a null limit changes nothing. */
    public SheetFact within(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        BigDecimal low = min == null || least == null ? (min == null ? least : min) : min.max(least);
        BigDecimal high = max == null || most == null ? (max == null ? most : max) : max.min(most);
        return new SheetFact(name, label, labelEn, type, unit, low, high, values, help, evidence, judgedBy, fromParty);
    }

    /** The same with other allowed answers. */
    public SheetFact withValues(List<SheetChoice> answers) {
        return new SheetFact(name, label, labelEn, type, unit, min, max, answers, help, evidence, judgedBy, fromParty);
    }

    /**
     * An allowed answer.
     *
     * @param value the answer as it stands in requests and cells
     * @param label what is shown, or null for the value itself
     * @param labelEn the same in English, or null
     */
    public record SheetChoice(String value, @Nullable String label, @Nullable String labelEn) {}
}
