package cn.faheng.rules.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact a rule set asks for: the question, its type and who establishes it.
 *
 * @param name name of the input in the model and of the field in a request
 * @param label the question in Chinese
 * @param labelEn the same in English
 * @param type what kind of value answers it
 * @param unit unit of a number (元 for money), or null
 * @param min least value of a number, or null
 * @param max greatest value of a number, or null
 * @param values allowed answers of a choice
 * @param help a sentence for the officer, or null
 * @param evidence what establishes the answer, or null
 * @param judgedBy who may close the question when only a person can answer it, or null
 * @param fromParty whether the engine fills it from the party of the request
 */
public record Fact(
        String name,
        String label,
        String labelEn,
        Type type,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Choice> values,
        @Nullable String help,
        @Nullable String evidence,
        @Nullable String judgedBy,
        boolean fromParty) {

    public Fact {
        values = List.copyOf(values);
    }

    /** Types of answers. Money is yuan with two decimals. */
    public enum Type {
        MONEY,
        NUMBER,
        INTEGER,
        BOOLEAN,
        CHOICE,
        DATE;

        public boolean isNumeric() {
            return this == MONEY || this == NUMBER || this == INTEGER;
        }
    }

    /**
     * One allowed answer.
     *
     * @param value the value in requests and in the model
     * @param label the text a reader sees
     * @param labelEn the same in English
     */
    public record Choice(String value, String label, String labelEn) {}

    public Optional<Choice> choice(String value) {
        return values.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /** The smallest difference two answers can have: a fen for money, 1 for integers, 0.01 for other numbers. */
    public BigDecimal step() {
        return type == Type.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    /**
     * The same question as one version of a rule set puts it: two versions of a law can offer different answers, and an answer to one
     * is then no answer to the other. Its name is {@code name@version}.
     */
    public Fact qualified(LocalDate version) {
        return new Fact(
                name + "@" + version,
                label + "（" + version + "起施行的规定）",
                labelEn + " (as of " + version + ")",
                type,
                unit,
                min,
                max,
                values,
                help,
                evidence,
                judgedBy,
                fromParty);
    }

    /** The same question with the allowed answers of another version of it as well. */
    public Fact offeringAlso(Fact other) {
        List<Choice> all = new ArrayList<>(values);
        other.values.stream().filter(choice -> choice(choice.value()).isEmpty()).forEach(all::add);
        return new Fact(name, label, labelEn, type, unit, min, max, all, help, evidence, judgedBy, fromParty);
    }

    /** Whether {@code value} is an answer this question allows. */
    public boolean allows(Object value) {
        return type != Type.CHOICE
                || (value instanceof String text && choice(text).isPresent());
    }
}
