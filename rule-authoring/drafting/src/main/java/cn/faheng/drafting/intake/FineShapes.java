package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import cn.faheng.drafting.intake.TierOutcome.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fine of a tier given in figures, and holds it against the tier's words. */
final class FineShapes {

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
            return inWords();
        }
        try {
            if (fine.isArray()) {
                return fine.size() == 1 ? single(fine.get(0)) : several(fine);
            }
            return fine.isObject() ? single(fine) : TierOutcome.open("罚款数额的写法不认识", proposal());
        } catch (FineFigures.UnreadableException e) {
            return TierOutcome.open(String.valueOf(e.getMessage()), proposal());
        }
    }

    private TierOutcome inWords() {
        TierOutcome outcome = WordTiers.words(standard, hints, Target.PARTY);
        if (outcome.doubt() != null) {
            return TierOutcome.open("来源没有给出可读的罚款数额，只有文字（" + outcome.doubt() + "）", proposal());
        }
        String how = outcome.note() == null ? "" : String.valueOf(outcome.note()) + "；";
        return outcome.noting(how + "来源没有给出数字，文字“" + standard + "”没有疑义，按“" + chinese(outcome.charges()) + "”编入");
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
                throw new FineFigures.UnreadableException("字段“" + key + "”不认识");
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
            TierOutcome typo = TierOutcome.distinct(optional(charges));
            if (words.sure() && words.mended() != null && same(charges, words.charges())) {
                return typo.noting("原文“" + standard + "”有笔误，只有一种读法，按“" + chinese(charges) + "”编入");
            }
            return typo.doubting("原文“" + standard + "”有笔误，已按“" + chinese(charges) + "”编入");
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
        List<Charge> charges = new FineFigures(words, hints).charges(fine);
        for (Charge charge : charges) {
            if (charge.min().compareTo(charge.max()) > 0) {
                throw new FineFigures.UnreadableException(
                        "最低数额" + Numbers.text(charge.min()) + "高于最高数额" + Numbers.text(charge.max()));
            }
        }
        return charges;
    }

    /** 对单位罚款, 对…人员罚款: one column each. */
    private TierOutcome columns(JsonNode fine) {
        boolean persons = fine.propertyNames().stream().anyMatch(hints::namesResponsible);
        List<Charge> charges = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (var column : fine.properties()) {
            Target target = hints.targetOf(column.getKey(), persons);
            TierOutcome one = FineShapes.read(
                    withoutText(column.getValue()),
                    column.getValue().path("text").asString(""),
                    hints);
            if (one.result() == Result.PERSON_DECIDES) {
                doubts.add("“" + column.getKey() + "”" + one.doubt());
            } else if (one.note() != null) {
                notes.add("“" + column.getKey() + "”" + one.note());
            }
            boolean may = target == Target.RESPONSIBLE && hints.responsibleOptional();
            one.charges().forEach(c -> charges.add(c.on(target).optional(c.may() || (may && !c.none()))));
            String read = TierOutcome.chinese(one.charges());
            if (read != null) {
                shown.add(column.getKey() + "：" + read);
            }
        }
        return WordTiers.together(charges, doubts, notes, shown);
    }

    private static @Nullable JsonNode withoutText(JsonNode column) {
        if (!column.isObject()) {
            throw new FineFigures.UnreadableException("罚款的一栏不是对象");
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
            return WordTiers.stepwise(figures.get(0), standard);
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
        return TierOutcome.distinct(optional(onPersons(stepsOfWords(figures))));
    }

    private List<Charge> optional(List<Charge> figures) {
        boolean may = standard.matches(".*可(?:以)?(?:并)?处.*");
        return figures.stream()
                .map(c -> c.optional(may
                        || (c.target() == Target.PARTY && hints.partyOptional())
                        || (c.target() == Target.RESPONSIBLE && hints.responsibleOptional())))
                .toList();
    }

    /** 对责任人处五万元罚款: the words say on whom where the figures do not. */
    private List<Charge> onPersons(List<Charge> figures) {
        boolean persons = words.charges().stream().allMatch(c -> c.target() == Target.RESPONSIBLE)
                && figures.stream().allMatch(c -> c.target() == Target.PARTY);
        return persons ? figures.stream().map(c -> c.on(Target.RESPONSIBLE)).toList() : figures;
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
}
