package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import cn.faheng.drafting.intake.TierOutcome.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fine of a tier given in figures, and holds it against the tier's words. */
final class FineShapes {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");
    private static final Set<String> KNOWN = Set.of(
            "min",
            "max",
            "maxExclusive",
            "fixed",
            "sourceTypo",
            "base",
            "minTimes",
            "maxTimes",
            "maxTimesExclusive",
            "minPct",
            "maxPct",
            "perUnit",
            "confiscate",
            "none",
            "warningOnly",
            "criminal",
            "times",
            "first",
            "overdue",
            "person",
            "serious",
            "unit",
            "individual",
            "text");

    private final String standard;
    private final StatuteHints hints;
    private final FineWords.Reading words;

    private FineShapes(String standard, StatuteHints hints) {
        this.standard = Words.squeezed(standard);
        this.hints = hints;
        this.words = FineWords.read(standard);
    }

    /**
     * What a tier imposes.
     *
     * @param fine the fine in figures, or null
     * @param standard the words of the tier
     * @param hints what the words of the statute tell
     */
    static TierOutcome read(@Nullable JsonNode fine, String standard, StatuteHints hints) {
        return new FineShapes(standard, hints).outcome(fine);
    }

    private TierOutcome outcome(@Nullable JsonNode fine) {
        if (fine == null || fine.isNull() || (fine.isContainer() && fine.isEmpty())) {
            return TierOutcome.open("来源没有给出可读的罚款数额，只有文字", proposal());
        }
        try {
            if (fine.isArray()) {
                return fine.size() == 1 ? single(fine.get(0)) : several(fine);
            }
            return fine.isObject() ? single(fine) : TierOutcome.open("罚款数额的写法不认识", proposal());
        } catch (UnreadableException e) {
            return TierOutcome.open(String.valueOf(e.getMessage()), proposal());
        }
    }

    private @Nullable String proposal() {
        return TierOutcome.chinese(words.charges());
    }

    private TierOutcome single(JsonNode fine) {
        if (fine.properties().stream().anyMatch(entry -> entry.getValue().isObject())) {
            return columns(fine);
        }
        for (String key : fine.propertyNames()) {
            if (!KNOWN.contains(key)) {
                throw new UnreadableException("字段“" + key + "”不认识");
            }
        }
        if (flag(fine, "none")) {
            return free();
        }
        if (flag(fine, "warningOnly")) {
            return new TierOutcome(Result.PENALTY, List.of(Charge.none(Target.PARTY)), true, false, null, null);
        }
        if (flag(fine, "criminal")) {
            return new TierOutcome(Result.TRANSFER, List.of(Charge.none(Target.PARTY)), false, false, null, null);
        }
        List<Charge> charges = charges(fine);
        if (flag(fine, "sourceTypo")) {
            return TierOutcome.distinct(optional(charges))
                    .doubting("原文“" + standard + "”有笔误，已按“" + chinese(charges) + "”编入");
        }
        TierOutcome outcome = checked(charges);
        if (flag(fine, "confiscate")) {
            outcome = new TierOutcome(
                    outcome.result(), outcome.charges(), false, true, outcome.doubt(), outcome.proposal());
        }
        return outcome;
    }

    private static boolean flag(JsonNode fine, String key) {
        JsonNode value = fine.get(key);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private TierOutcome free() {
        boolean freed = standard.matches(".*(?:不予|不再给予|不再)(?:行政)?处罚.*");
        List<Charge> none = List.of(Charge.none(Target.PARTY));
        if (freed && standard.contains("可以不予")) {
            return new TierOutcome(Result.PERSON_DECIDES, none, false, false, "“可以不予处罚”是否不罚由人决定", null);
        }
        return new TierOutcome(freed ? Result.NO_PENALTY : Result.PENALTY, none, false, false, null, null);
    }

    private List<Charge> charges(JsonNode fine) {
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

    /** 对单位罚款, 对…人员罚款: one column each. */
    private TierOutcome columns(JsonNode fine) {
        boolean persons = fine.propertyNames().stream().anyMatch(hints::namesResponsible);
        List<Charge> charges = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (var column : fine.properties()) {
            Target target = hints.targetOf(column.getKey(), persons);
            TierOutcome one = FineShapes.read(
                    withoutText(column.getValue()),
                    column.getValue().path("text").asString(""),
                    hints);
            if (one.result() == Result.PERSON_DECIDES) {
                doubts.add("“" + column.getKey() + "”" + one.doubt());
            }
            boolean may = target == Target.RESPONSIBLE && hints.responsibleOptional();
            one.charges().forEach(c -> charges.add(c.on(target).optional(c.may() || (may && !c.none()))));
        }
        return doubts.isEmpty()
                ? TierOutcome.distinct(charges)
                : TierOutcome.open(String.join("；", doubts), TierOutcome.chinese(charges));
    }

    private static @Nullable JsonNode withoutText(JsonNode column) {
        if (!column.isObject()) {
            throw new UnreadableException("罚款的一栏不是对象");
        }
        ObjectNode copy = ((ObjectNode) column).deepCopy();
        copy.remove("text");
        return copy;
    }

    /** Several amounts of one tier: the words tell whose they are. */
    private TierOutcome several(JsonNode list) {
        List<Charge> figures = new ArrayList<>();
        for (JsonNode one : list) {
            figures.addAll(charges(one));
        }
        if (standard.contains("每增加")) {
            Charge whole = figures.get(0);
            return TierOutcome.distinct(List.of(whole))
                    .doubting("档内逐级加罚的算法（" + standard.replaceFirst("^[^：（]*[：（]", "") + "）没有转成公式，本档按整个区间给出，数额由人在区间内计算");
        }
        if (words.sure() && same(figures, words.charges())) {
            boolean persons = hints.namesAnyResponsible();
            return TierOutcome.distinct(words.charges().stream()
                    .map(c -> c.target() == Target.INDIVIDUAL && persons ? c.on(Target.RESPONSIBLE) : c)
                    .toList());
        }
        return TierOutcome.open("一档有多个数额（" + chinese(figures) + "），与文字“" + standard + "”对不上", proposal());
    }

    private TierOutcome checked(List<Charge> figures) {
        if (!words.sure() || words.charges().isEmpty()) {
            if (standard.matches(".*(?:最高不超过|按照[^，。]*计算|每增加).*")) {
                return TierOutcome.open("文字“" + standard + "”的算法与所给数字（" + chinese(figures) + "）不一致", null);
            }
            return TierOutcome.distinct(optional(figures));
        }
        if (!same(figures, words.charges())) {
            return TierOutcome.open("文字“" + standard + "”与所给数字（" + chinese(figures) + "）不一致", proposal());
        }
        return TierOutcome.distinct(optional(stepsOfWords(figures)));
    }

    private List<Charge> optional(List<Charge> figures) {
        boolean may = standard.matches(".*可(?:以)?(?:并)?处.*");
        return figures.stream()
                .map(c -> c.optional(may
                        || (c.target() == Target.PARTY && hints.partyOptional())
                        || (c.target() == Target.RESPONSIBLE && hints.responsibleOptional())))
                .toList();
    }

    /** The words say under which step a person is fined where the figures do not. */
    private List<Charge> stepsOfWords(List<Charge> figures) {
        boolean stepped = figures.stream().anyMatch(c -> c.when().kind() == When.Kind.ANSWER);
        if (!stepped || words.charges().size() != figures.size()) {
            return figures;
        }
        List<Charge> result = new ArrayList<>();
        for (Charge figure : figures) {
            When said = words.charges().stream()
                    .filter(c -> c.target() == Target.RESPONSIBLE && figure.target() == Target.RESPONSIBLE)
                    .map(Charge::when)
                    .findFirst()
                    .orElse(figure.when());
            result.add(figure.when(said));
        }
        return result;
    }

    private static boolean same(List<Charge> figures, List<Charge> said) {
        return bounds(figures).equals(bounds(said));
    }

    private static List<String> bounds(List<Charge> charges) {
        return charges.stream()
                .filter(c -> !c.none())
                .map(c -> Numbers.text(c.min()) + ".." + Numbers.text(c.max()) + (c.base() == null ? "" : "x"))
                .sorted()
                .toList();
    }

    private static String chinese(List<Charge> charges) {
        return String.valueOf(TierOutcome.chinese(charges));
    }

    /** A shape that is not understood. */
    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
