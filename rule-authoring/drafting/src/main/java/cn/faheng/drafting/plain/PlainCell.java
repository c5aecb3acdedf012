package cn.faheng.drafting.plain;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of a sheet in Chinese and in FEEL, both ways. What is not understood is said, never guessed. */
public final class PlainCell {

    private PlainCell() {}

    /**
     * Reads a condition: 任意, 一般、严重, 5万元以上不足10万元, 不是初犯, 是.
     *
     * @param fact the question of the column, or null where another decision is asked
     * @param answers the texts another decision can answer; used where {@code fact} is null
     */
    public static Reading condition(@Nullable SheetFact fact, List<String> answers, Bounds bounds, String text) {
        return new ConditionReader(fact, answers, bounds).read(text);
    }

    /** Reads a condition on a fact. */
    public static Reading condition(SheetFact fact, Bounds bounds, String text) {
        return condition(fact, List.of(), bounds, text);
    }

    /** Writes a condition; one that has no plain form stays FEEL. Reading it again gives the same condition. */
    public static String conditionText(@Nullable SheetFact fact, List<String> answers, Bounds bounds, String feel) {
        return new ConditionWriter(fact, answers, bounds).write(feel);
    }

    /** Writes a condition on a fact. */
    public static String conditionText(SheetFact fact, Bounds bounds, String feel) {
        return conditionText(fact, List.of(), bounds, feel);
    }

    /** Reads a result of a table: an amount, a mode, a tier's name, a weight. */
    public static Reading output(Sheet sheet, SheetDecision decision, int column, String text) {
        return new OutputCell(sheet, decision, column).read(text);
    }

    /** Writes a result of a table; one that has no plain form stays FEEL. */
    public static String outputText(Sheet sheet, SheetDecision decision, int column, String feel) {
        return new OutputCell(sheet, decision, column).write(feel);
    }

    /**
     * Reads an amount: 5万元, 货值金额的10倍, 总投资额的3%, 按每车次500元.
     *
     * @param facts the questions that an amount can rest on, by name, label or unit
     */
    public static Reading amount(List<SheetFact> facts, String text) {
        return new AmountCell(facts, "元").read(text);
    }

    /** Writes an amount. */
    public static String amountText(List<SheetFact> facts, String feel) {
        return new AmountCell(facts, "元").write(feel);
    }

    /** Reads 应当处, 可以处, 不处, …; the result is the FEEL text of the mode. */
    public static Reading mode(String text) {
        return Words.MODE.read(text);
    }

    /** Writes a mode. */
    public static String modeText(String feel) {
        return Words.MODE.write(feel);
    }

    /** Yuan as a lawyer writes them: 5万元, 1.25万元, 12345元. */
    public static String yuan(BigDecimal yuan) {
        return Quantity.yuan(yuan);
    }
}
