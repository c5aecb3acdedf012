package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.intake.TierOutcome.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a tier imposes where the source gives only words. */
final class WordTiers {

    private static final Pattern CONFISCATION =
            Pattern.compile(".*(?:并处?|和|，)没收(?!违法所得)[^，；。]{0,12}(?:物品|工具|财物|设备|产品|器具|物料).*");

    private WordTiers() {}

    /** A surcharge for each excess: the whole range, and a person works out where in it the amount lies. */
    static TierOutcome stepwise(Charge whole, String standard) {
        return TierOutcome.distinct(List.of(whole))
                .doubting("档内逐级加罚的算法（" + standard.replaceFirst("^[^：（]*[：（]", "")
                        + "）没有转成公式，本档给出整个区间。请由人在区间下限之上，按各因子及其超标倍数逐级累加算出数额，以区间上限为限");
    }

    /** Beside a fine on responsible persons, one on 单位 is that on the party. */
    private static List<Charge> beside(List<Charge> charges) {
        boolean persons = charges.stream().anyMatch(c -> c.target() == Target.RESPONSIBLE);
        boolean individuals = charges.stream().anyMatch(c -> c.target() == Target.INDIVIDUAL);
        return persons && !individuals
                ? charges.stream()
                        .map(c -> c.target() == Target.ORGANISATION ? c.on(Target.PARTY) : c)
                        .toList()
                : charges;
    }

    static TierOutcome read(SourceTier tier, StatuteHints hints) {
        if (!tier.columns().isEmpty()) {
            return columns(tier, hints);
        }
        return words(tier.standard(), hints, Target.PARTY);
    }

    private static TierOutcome columns(SourceTier tier, StatuteHints hints) {
        boolean persons = tier.columns().keySet().stream().anyMatch(hints::namesResponsible);
        List<Charge> charges = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, String> column : tier.columns().entrySet()) {
            Target target = hints.targetOf(column.getKey(), persons);
            TierOutcome one = words(inUnit(column.getKey(), column.getValue()), hints, target);
            if (one.result() == Result.PERSON_DECIDES) {
                doubts.add("“" + column.getKey() + "”" + one.doubt());
            } else if (one.note() != null) {
                notes.add("“" + column.getKey() + "”" + one.note());
            }
            charges.addAll(one.charges());
            String read = TierOutcome.chinese(one.charges());
            if (read != null) {
                shown.add(column.getKey() + "：" + read);
            }
        }
        return together(charges, doubts, notes, shown);
    }

    /** The fines of several columns; where one cannot be read a person decides on the tier, and the others are shown. */
    static TierOutcome together(List<Charge> charges, List<String> doubts, List<String> notes, List<String> shown) {
        if (!doubts.isEmpty()) {
            return TierOutcome.open(String.join("；", doubts), shown.isEmpty() ? null : String.join("；", shown));
        }
        TierOutcome outcome = TierOutcome.distinct(charges);
        return notes.isEmpty() ? outcome : outcome.noting(String.join("；", notes));
    }

    /** A column headed （万元） whose cells hold bare numbers. */
    private static String inUnit(String header, String words) {
        String text = Words.squeezed(words);
        if (!Words.squeezed(header).matches(".*[（(](?:单位：)?万元?[）)].*") || text.contains("元")) {
            return words;
        }
        return text.replaceAll("([0-9]+(?:\\.[0-9]+)?)(?!万|%|倍|[0-9.])", "$1万元");
    }

    /** What the words of one standard impose. */
    static TierOutcome words(String standard, StatuteHints hints, Target target) {
        String text = Words.squeezed(standard);
        if (text.matches("[/／—-]|无|不处罚款|不予罚款|免予?罚款|责令(?:限期)?改正")) {
            return TierOutcome.of(List.of(Charge.none(target)));
        }
        if (text.isEmpty()) {
            return TierOutcome.open("处罚标准一格是空的", null);
        }
        if (text.matches(".*(?:不予|不再给予|不再)(?:行政)?处罚.*") && !text.contains("元")) {
            List<Charge> none = List.of(Charge.none(target));
            return text.contains("可以不予")
                    ? new TierOutcome(Result.PERSON_DECIDES, none, false, false, "“可以不予处罚”是否不罚由人决定", null)
                    : new TierOutcome(Result.NO_PENALTY, none, false, false, null, null);
        }
        if (text.matches("(?:给予|处以?|予以)?警告(?:处罚)?。?")) {
            return new TierOutcome(Result.PENALTY, List.of(Charge.none(target)), true, false, null, null);
        }
        FineWords.Reading reading = FineWords.read(standard);
        List<Charge> charges = new ArrayList<>();
        for (Charge charge : reading.charges()) {
            charges.add(located(charge, target, hints));
        }
        if (text.contains("每增加") && !charges.isEmpty()) {
            return stepwise(charges.get(0), text);
        }
        if (!reading.sure() || charges.isEmpty()) {
            String why = reading.why() == null ? "没有读出罚款数额" : reading.why();
            return TierOutcome.open(why, TierOutcome.chinese(charges));
        }
        if (charges.stream().anyMatch(c -> c.base() != null && c.base().isEmpty())) {
            return TierOutcome.open("倍数没有写明以什么为基数", TierOutcome.chinese(charges));
        }
        TierOutcome outcome = TierOutcome.distinct(alternatives(beside(charges), text, hints))
                .imposing(
                        text.matches(".*(?:给予|处以?|予以)警告[，,、]?(?:可以|并).*"),
                        CONFISCATION.matcher(text).matches());
        if (reading.charges().stream().anyMatch(c -> FineWords.STATUTORY_MAXIMUM.equals(c.base()))
                && hints.maximum().isPresent()) {
            return outcome.noting(
                    "法定最高罚款额按所引条文读作" + Numbers.text(hints.maximum().get()) + "元，按此算出数额");
        }
        return reading.mended() == null
                ? outcome
                : outcome.noting("原文“" + text + "”有笔误，只有一种读法，按“" + TierOutcome.chinese(outcome.charges()) + "”编入");
    }

    private static Charge located(Charge charge, Target column, StatuteHints hints) {
        Target target = charge.target();
        if (column != Target.PARTY) {
            target = column;
        } else if (target == Target.INDIVIDUAL && hints.namesAnyResponsible()) {
            target = Target.RESPONSIBLE;
        }
        boolean may =
                charge.may() || (target == Target.RESPONSIBLE ? hints.responsibleOptional() : hints.partyOptional());
        String base = charge.base();
        Optional<BigDecimal> maximum = hints.maximum().filter(m -> FineWords.STATUTORY_MAXIMUM.equals(base));
        if (maximum.isPresent() && target != Target.RESPONSIBLE) {
            return Charge.yuan(
                            target,
                            charge.min().multiply(maximum.get()),
                            charge.max().multiply(maximum.get()))
                    .when(charge.when())
                    .optional(may);
        }
        return charge.on(target)
                .optional(may)
                .withBase(base != null && base.isEmpty() ? hints.multipleBase().orElse("") : base);
    }

    /** 5万元以上6.5万元以下；或10倍以上13倍以下: the statute says from which amount the multiple applies. */
    private static List<Charge> alternatives(List<Charge> charges, String text, StatuteHints hints) {
        if (charges.size() != 2
                || charges.stream().anyMatch(c -> c.when().kind() != When.Kind.ALWAYS)
                || !text.matches(".*[或；].*")
                || charges.get(0).target() != charges.get(1).target()) {
            return charges;
        }
        Charge amount = charges.get(0).base() == null ? charges.get(0) : charges.get(1);
        Charge times = charges.get(0).base() == null ? charges.get(1) : charges.get(0);
        String base = times.base();
        if (amount.base() != null || base == null) {
            return charges;
        }
        Optional<BigDecimal> threshold = hints.threshold(base);
        return threshold
                .map(limit -> List.of(
                        amount.when(new When(When.Kind.BELOW, base, "", limit)),
                        times.when(new When(When.Kind.AT_LEAST, base, "", limit))))
                .orElse(charges);
    }
}
