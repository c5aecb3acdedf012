package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the figures of one fine. */
final class FineFigures {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final FineWords.Reading words;
    private final StatuteHints hints;

    FineFigures(FineWords.Reading words, StatuteHints hints) {
        this.words = words;
        this.hints = hints;
    }

    /** The fines that the figures say; throws where their shape is not understood. */
    List<Charge> charges(JsonNode fine) {
        List<Charge> charges = new ArrayList<>();
        boolean multiple = fine.has("minTimes") || fine.has("maxTimes") || fine.has("maxTimesExclusive");
        if (multiple || fine.has("minPct") || fine.has("maxPct")) {
            charges.add(ofBase(fine));
        } else if (fine.has("times")) {
            charges.addAll(timesOrAmount(fine));
        } else if (fine.has("unit") || fine.has("individual")) {
            charges.add(pair(fine, "unit", Target.ORGANISATION));
            charges.add(pair(fine, "individual", Target.INDIVIDUAL));
        } else if (fine.has("first") || fine.has("overdue")) {
            charges.add(pair(fine, "first", Target.PARTY).when(When.answer(Steps.CORRECTION, Steps.IN_TIME)));
            charges.add(pair(fine, "overdue", Target.PARTY).when(When.answer(Steps.CORRECTION, Steps.OVERDUE)));
        } else {
            Charge amount = amount(fine);
            charges.add(fine.has("perUnit") ? amount.perUnit(text(fine, "perUnit")) : amount);
        }
        if (fine.has("serious")) {
            charges.set(0, charges.get(0).when(When.answer(Steps.GRAVITY, Steps.ORDINARY)));
            charges.add(pair(fine, "serious", Target.PARTY).when(When.answer(Steps.GRAVITY, Steps.SERIOUS)));
        }
        if (fine.has("person")) {
            charges.add(pair(fine, "person", Target.RESPONSIBLE));
        }
        return charges;
    }

    private Charge amount(JsonNode fine) {
        BigDecimal min = fine.has("min") ? number(fine, "min") : BigDecimal.ZERO;
        if (fine.has("maxExclusive")) {
            return Charge.yuan(Target.PARTY, min, number(fine, "maxExclusive")).excludingMax();
        }
        return Charge.yuan(Target.PARTY, min, number(fine, "max"));
    }

    private Charge ofBase(JsonNode fine) {
        String base = fine.has("base") ? text(fine, "base") : baseOfWords();
        boolean percent = fine.has("minPct") || fine.has("maxPct");
        BigDecimal scale = percent ? PERCENT : BigDecimal.ONE;
        String low = percent ? "minPct" : "minTimes";
        BigDecimal min = fine.has(low) ? number(fine, low).multiply(scale) : BigDecimal.ZERO;
        if (fine.has("maxTimesExclusive")) {
            return Charge.times(Target.PARTY, base, min, number(fine, "maxTimesExclusive"))
                    .excludingMax();
        }
        BigDecimal max = number(fine, percent ? "maxPct" : "maxTimes").multiply(scale);
        return Charge.times(Target.PARTY, base, Numbers.plain(min), Numbers.plain(max));
    }

    private String baseOfWords() {
        return words.charges().stream()
                .map(Charge::base)
                .flatMap(base -> Optional.ofNullable(base).filter(b -> !b.isEmpty()).stream())
                .findFirst()
                .or(hints::multipleBase)
                .orElseThrow(() -> new UnreadableException("倍数没有写明以什么为基数"));
    }

    private List<Charge> timesOrAmount(JsonNode fine) {
        String base = baseOfWords();
        List<BigDecimal> bounds = bounds(fine, "times");
        Charge times = Charge.times(Target.PARTY, base, bounds.get(0), bounds.get(1));
        if (!fine.has("min") && !fine.has("max")) {
            return List.of(times);
        }
        BigDecimal threshold = hints.threshold(base)
                .orElseThrow(() -> new UnreadableException("既有倍数又有数额，来源没有写明" + base + "达到多少时适用倍数"));
        return List.of(
                amount(fine).when(new When(When.Kind.BELOW, base, "", threshold)),
                times.when(new When(When.Kind.AT_LEAST, base, "", threshold)));
    }

    private Charge pair(JsonNode fine, String key, Target target) {
        List<BigDecimal> bounds = bounds(fine, key);
        return Charge.yuan(target, bounds.get(0), bounds.get(1));
    }

    private static List<BigDecimal> bounds(JsonNode fine, String key) {
        JsonNode list = fine.get(key);
        if (list == null || !list.isArray() || list.size() != 2) {
            throw new UnreadableException("字段“" + key + "”应是两个数");
        }
        return List.of(figure(list.get(0), key), figure(list.get(1), key));
    }

    private static BigDecimal number(JsonNode fine, String key) {
        JsonNode value = fine.get(key);
        if (value == null) {
            throw new UnreadableException("缺少“" + key + "”");
        }
        return figure(value, key);
    }

    private static BigDecimal figure(JsonNode value, String key) {
        if (!value.isNumber()) {
            throw new UnreadableException("字段“" + key + "”不是数");
        }
        BigDecimal number = value.decimalValue();
        if (number.precision() - number.scale() > 15 || number.scale() > 8 || number.signum() < 0) {
            throw new UnreadableException("字段“" + key + "”的数过大、过细或者为负");
        }
        return Numbers.plain(number);
    }

    private static String text(JsonNode fine, String key) {
        JsonNode value = fine.get(key);
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            throw new UnreadableException("字段“" + key + "”不是文字");
        }
        return Words.name(value.stringValue());
    }

    /** A shape that is not understood. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
