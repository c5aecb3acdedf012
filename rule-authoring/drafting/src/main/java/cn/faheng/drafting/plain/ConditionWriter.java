package cn.faheng.drafting.plain;

import cn.faheng.drafting.plain.Reading.Understood;
import cn.faheng.drafting.sheet.FeelText;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.engine.evaluation.CellCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a condition as a lawyer would; reading it again gives the same condition, otherwise it stays FEEL. */
final class ConditionWriter {

    private final @Nullable SheetFact fact;
    private final Bounds bounds;
    private final ConditionReader reader;

    ConditionWriter(@Nullable SheetFact fact, List<String> answers, Bounds bounds) {
        this.fact = fact;
        this.bounds = bounds;
        this.reader = new ConditionReader(fact, answers, bounds);
    }

    String write(String feel) {
        String cell = feel.strip();
        if (cell.isEmpty() || cell.equals("-")) {
            return "任意";
        }
        boolean negated = cell.startsWith("not(") && cell.endsWith(")");
        List<String> parts = FeelText.split(negated ? cell.substring("not(".length(), cell.length() - 1) : cell);
        for (String quotes : List.of("", "“”")) {
            Optional<String> words = words(parts, quotes).map(text -> negated ? "不是" + text : text);
            if (words.isPresent() && means(words.get(), cell)) {
                return words.get();
            }
        }
        return cell;
    }

    /** Whether the words are read as the same cell. */
    private boolean means(String words, String cell) {
        return reader.read(words) instanceof Understood understood
                && CellCondition.parse(understood.feel())
                        .map(ConditionWriter::normal)
                        .equals(CellCondition.parse(cell).map(ConditionWriter::normal));
    }

    /** The condition with its numbers in one form, so that 10 and 10.00 are the same. */
    private static CellCondition normal(CellCondition condition) {
        if (condition instanceof CellCondition.Interval interval) {
            return new CellCondition.Interval(
                    normal(interval.low()), interval.lowIncluded(), normal(interval.high()), interval.highIncluded());
        }
        if (condition instanceof CellCondition.AnyOf any) {
            return new CellCondition.AnyOf(
                    any.options().stream().map(ConditionWriter::normal).toList());
        }
        if (condition instanceof CellCondition.Not not) {
            return new CellCondition.Not(normal(not.excluded()));
        }
        return condition instanceof CellCondition.Literal literal && literal.value() instanceof BigDecimal number
                ? new CellCondition.Literal(Quantity.plain(number))
                : condition;
    }

    private static @Nullable BigDecimal normal(@Nullable BigDecimal number) {
        return number == null ? null : Quantity.plain(number);
    }

    private Optional<String> words(List<String> parts, String quotes) {
        List<String> words = new ArrayList<>();
        boolean texts = true;
        for (String part : parts) {
            texts &= FeelText.isString(part);
            Optional<String> word = word(part, quotes);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        return Optional.of(String.join(texts ? "、" : "或者", words));
    }

    private Optional<String> word(String part, String quotes) {
        if (FeelText.isString(part)) {
            String text = FeelText.unquote(part);
            return Optional.of(quotes.isEmpty() ? text : "“" + text + "”");
        }
        if (part.equals("true") || part.equals("false")) {
            return Optional.of(part.equals("true") ? "是" : "否");
        }
        return CellCondition.parse(part).flatMap(condition -> {
            if (condition instanceof CellCondition.Interval interval) {
                return Optional.of(low(interval) + high(interval));
            }
            return condition instanceof CellCondition.Literal literal && literal.value() instanceof BigDecimal number
                    ? Optional.of(value(number))
                    : Optional.<String>empty();
        });
    }

    private String low(CellCondition.Interval interval) {
        BigDecimal low = interval.low();
        if (low == null) {
            return "";
        }
        if (interval.lowIncluded() == bounds.lowIncluded()) {
            return value(low) + "以上";
        }
        return (interval.lowIncluded() ? "不低于" : "超过") + value(low);
    }

    private String high(CellCondition.Interval interval) {
        BigDecimal high = interval.high();
        if (high == null) {
            return "";
        }
        if (interval.highIncluded() && bounds.highIncluded()) {
            return value(high) + "以下";
        }
        return (interval.highIncluded() ? "不超过" : "不足") + value(high);
    }

    private String value(BigDecimal number) {
        String unit = fact == null ? null : fact.unit();
        if ("元".equals(unit)) {
            return Quantity.yuan(number);
        }
        return Quantity.plain(number).toPlainString() + (unit == null ? "" : unit);
    }
}
