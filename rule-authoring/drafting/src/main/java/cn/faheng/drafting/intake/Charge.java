package cn.faheng.drafting.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One fine of a tier.
 *
 * @param target on whom
 * @param when under which step or threshold
 * @param base what is multiplied, or null where the amounts are yuan
 * @param unit what is counted (平方米, 车次), or null
 * @param min least amount in yuan or least multiple
 * @param max greatest amount in yuan or greatest multiple
 * @param maxExcluded 低于: the greatest amount itself is not reached
 * @param may 可以处
 * @param none no fine on this target
 */
record Charge(
        Target target,
        When when,
        @Nullable String base,
        @Nullable String unit,
        BigDecimal min,
        BigDecimal max,
        boolean maxExcluded,
        boolean may,
        boolean none) {

    /** On whom a fine is imposed. */
    enum Target {
        PARTY,
        ORGANISATION,
        INDIVIDUAL,
        RESPONSIBLE
    }

    /**
     * Under which step or threshold a fine is imposed.
     *
     * @param kind how it is decided
     * @param fact the question or the amount that decides, or empty
     * @param value the answer, or empty
     * @param amount the threshold, or null
     */
    record When(Kind kind, String fact, String value, @Nullable BigDecimal amount) {

        static final When ALWAYS = new When(Kind.ALWAYS, "", "", null);

        /** Ways in which it is decided. */
        enum Kind {
            ALWAYS,
            ANSWER,
            BELOW,
            AT_LEAST
        }

        static When answer(String fact, String value) {
            return new When(Kind.ANSWER, fact, value, null);
        }
    }

    /** A range in yuan. */
    static Charge yuan(Target target, BigDecimal min, BigDecimal max) {
        return new Charge(target, When.ALWAYS, null, null, min, max, false, false, false);
    }

    /** A multiple of a base. */
    static Charge times(Target target, String base, BigDecimal min, BigDecimal max) {
        return new Charge(target, When.ALWAYS, base, null, min, max, false, false, false);
    }

    /** No fine. */
    static Charge none(Target target) {
        return new Charge(target, When.ALWAYS, null, null, BigDecimal.ZERO, BigDecimal.ZERO, false, false, true);
    }

    Charge when(When condition) {
        return new Charge(target, condition, base, unit, min, max, maxExcluded, may, none);
    }

    Charge on(Target other) {
        return new Charge(other, when, base, unit, min, max, maxExcluded, may, none);
    }

    Charge optional(boolean isOptional) {
        return new Charge(target, when, base, unit, min, max, maxExcluded, isOptional, none);
    }

    Charge perUnit(String counted) {
        return new Charge(target, when, base, counted, min, max, maxExcluded, may, none);
    }

    Charge withBase(@Nullable String of) {
        return new Charge(target, when, of, unit, min, max, maxExcluded, may, none);
    }

    Charge excludingMax() {
        return new Charge(target, when, base, unit, min, max, true, may, none);
    }

    /** As a reader of the preview sees it: 5万元以上10万元以下. */
    String chinese() {
        if (none) {
            return "不处罚款";
        }
        String words = base == null ? yuanWords() : base + timesWords();
        return (may ? "可以处" : "处") + (unit == null ? "" : "每" + unit) + words + "罚款";
    }

    private String yuanWords() {
        if (min.compareTo(max) == 0) {
            return Numbers.text(max) + "元";
        }
        String upper = maxExcluded ? "低于" + Numbers.text(max) + "元" : Numbers.text(max) + "元以下";
        return min.signum() == 0 ? upper : Numbers.text(min) + "元以上" + upper;
    }

    private String timesWords() {
        if (max.compareTo(BigDecimal.ONE) < 0 && !maxExcluded) {
            String upper = percent(max) + (min.compareTo(max) == 0 ? "" : "以下");
            return min.signum() == 0 || min.compareTo(max) == 0 ? upper : percent(min) + "以上" + upper;
        }
        if (min.compareTo(max) == 0) {
            return Numbers.text(max) + "倍";
        }
        String upper = maxExcluded ? "低于" + Numbers.text(max) + "倍" : Numbers.text(max) + "倍以下";
        return min.signum() == 0 ? upper : Numbers.text(min) + "倍以上" + upper;
    }

    private static String percent(BigDecimal share) {
        return Numbers.text(share.movePointRight(2)) + "%";
    }

    /** FEEL of the least amount. */
    String minFeel() {
        return min.signum() == 0 ? "0" : product(min);
    }

    /** FEEL of the greatest amount, both ends included: 低于 is one fen less. */
    String maxFeel() {
        if (!maxExcluded) {
            return product(max);
        }
        return base == null && unit == null
                ? Numbers.text(max.subtract(new BigDecimal("0.01")))
                : "max(" + product(max) + " - 0.01, 0)";
    }

    private String product(BigDecimal number) {
        String of = base == null ? unit : base;
        return of == null ? Numbers.text(number) : of + " * " + Numbers.text(number);
    }
}
