package cn.faheng.drafting.plain;

import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a condition on a number: 5以上不足10, 不超过3万元, 10%至30%, 1次或者2次. */
final class NumberReader {

    private static final String DIGITS = "-?(?:\\d[\\d,]*(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万亿]+)[百千万亿]*";
    private static final String OTHER_UNIT = "[^\\d以及至到（）、，,且但超不低少高大小多未满足达或者<>≤≥＜＞=~～—－零〇一二两三四五六七八九十百千万亿-]*";
    private static final String INCLUSION = "(?:（(含|不含|包括|不包括|包含|不包含)(?:本数|本级)?）)?";
    private static final String PREFIX =
            "(不足|不满|未满|低于|少于|小于|不到|未达到|未达|不超过|未超过|不多于|不高于|不大于|超过|高于|大于|多于|达到|不低于|不少于|不小于|至少|>=|<=|>|<|≥|≤|＞|＜)";
    private static final String SUFFIX = "(及以上|及以下|以上|以下|以内|以外)";
    private static final Pattern JOIN = Pattern.compile("(?:但|且|并且|、|，|,|至|到)*");

    private final @Nullable SheetFact fact;
    private final Bounds bounds;
    private final Pattern prefixed;
    private final Pattern suffixed;
    private final Pattern span;

    NumberReader(@Nullable SheetFact fact, Bounds bounds) {
        this.fact = fact;
        this.bounds = bounds;
        String unit = fact == null || fact.unit() == null ? "" : Pattern.quote(Quantity.normal(fact.unit())) + "|";
        String quantity = "(" + DIGITS + "(?:" + unit + OTHER_UNIT + "))";
        prefixed = Pattern.compile(PREFIX + quantity + INCLUSION);
        suffixed = Pattern.compile(quantity + INCLUSION + SUFFIX + INCLUSION);
        span = Pattern.compile(quantity + "(?:至|到|-|~|～|—|－)" + quantity);
    }

    /** One end of a range. */
    private record End(boolean low, BigDecimal value, boolean included, Quantity quantity) {}

    /** A text that is no condition on this number. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    Reading read(String cell) {
        String text = Quantity.normal(cell);
        try {
            for (String negation : List.of("不是", "不为")) {
                if (text.startsWith(negation)) {
                    return Reading.of("not(" + list(text.substring(negation.length())) + ")");
                }
            }
            return Reading.of(list(text));
        } catch (Refused e) {
            return Reading.not(cell, String.valueOf(e.getMessage()));
        }
    }

    private String list(String text) throws Refused {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("或者|或", -1)) {
            parts.add(single(part));
        }
        return String.join(", ", parts);
    }

    private String single(String text) throws Refused {
        Matcher both = span.matcher(text);
        if (both.matches()) {
            Quantity low = quantity(both.group(1));
            Quantity high = quantity(both.group(2));
            sameScale(low, high);
            return interval(new End(true, low.value(), true, low), new End(false, high.value(), true, high));
        }
        Optional<Quantity> alone = Quantity.parse(text);
        if (alone.isPresent() && isUnit(alone.get().unit())) {
            return plain(quantity(text).value());
        }
        List<End> ends = ends(text);
        if (ends.size() == 1) {
            End end = ends.get(0);
            String sign = end.low() ? ">" : "<";
            return sign + (end.included() ? "= " : " ") + plain(end.value());
        }
        End first = ends.get(0);
        End second = ends.get(1);
        if (ends.size() > 2 || first.low() == second.low()) {
            throw new Refused("“" + text + "”不是一个数值范围；一格只写一个下限和一个上限，例如“5以上不足10”");
        }
        End low = first.low() ? first : second;
        End high = first.low() ? second : first;
        sameScale(low.quantity(), high.quantity());
        return interval(low, high);
    }

    private List<End> ends(String text) throws Refused {
        List<End> ends = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Matcher join = JOIN.matcher(text).region(at, text.length());
            if (!ends.isEmpty() && join.lookingAt()) {
                at = join.end();
            }
            Matcher before = prefixed.matcher(text).region(at, text.length());
            Matcher behind = suffixed.matcher(text).region(at, text.length());
            if (before.lookingAt()) {
                ends.add(prefixed(before));
                at = before.end();
            } else if (behind.lookingAt()) {
                ends.add(suffixed(behind));
                at = behind.end();
            } else {
                throw notUnderstood(text);
            }
        }
        if (ends.isEmpty()) {
            throw notUnderstood(text);
        }
        return ends;
    }

    private static Refused notUnderstood(String text) {
        return new Refused("“" + text + "”没有读懂；数值条件可以写“5以上不足10”“超过3”“不足5万元”“10%以上30%以下”“5至10”或者“任意”");
    }

    private End prefixed(Matcher match) throws Refused {
        Quantity quantity = quantity(match.group(2));
        boolean low = false;
        boolean included = false;
        switch (match.group(1)) {
            case "不足", "不满", "未满", "低于", "少于", "小于", "不到", "未达到", "未达", "<", "＜" -> included = false;
            case "不超过", "未超过", "不多于", "不高于", "不大于", "<=", "≤" -> included = true;
            case "超过", "高于", "大于", "多于", ">", "＞" -> low = true;
            default -> {
                low = true;
                included = true;
            }
        }
        return new End(low, quantity.value(), said(included, match.group(3)), quantity);
    }

    private End suffixed(Matcher match) throws Refused {
        Quantity quantity = quantity(match.group(1));
        boolean low = match.group(3).equals("以上")
                || match.group(3).equals("及以上")
                || match.group(3).equals("以外");
        boolean included =
                switch (match.group(3)) {
                    case "及以上", "及以下" -> true;
                    case "以外" -> false;
                    case "以上" -> bounds.lowIncluded();
                    default -> bounds.highIncluded();
                };
        String said = match.group(2) == null ? match.group(4) : match.group(2);
        return new End(low, quantity.value(), said(included, said), quantity);
    }

    /** What the brackets say of the number, or what the word means. */
    private static boolean said(boolean otherwise, @Nullable String brackets) {
        return brackets == null ? otherwise : !brackets.startsWith("不");
    }

    private String interval(End low, End high) throws Refused {
        int order = low.value().compareTo(high.value());
        if (order > 0 || (order == 0 && !(low.included() && high.included()))) {
            throw new Refused("下限" + plain(low.value()) + "不小于上限" + plain(high.value()) + "，这个范围里没有数");
        }
        return (low.included() ? "[" : "(") + plain(low.value()) + ".." + plain(high.value())
                + (high.included() ? "]" : ")");
    }

    private Quantity quantity(String text) throws Refused {
        Quantity quantity = Quantity.parse(text).orElseThrow(() -> notUnderstood(text));
        if (!isUnit(quantity.unit())) {
            throw new Refused("“" + text + "”的单位“" + quantity.unit() + "”不是这个问题的单位“" + unit() + "”");
        }
        BigDecimal scale = Quantity.scale(unit());
        if (scale.compareTo(BigDecimal.ONE) == 0 || quantity.unit().isEmpty()) {
            return quantity;
        }
        return new Quantity(Quantity.plain(quantity.value().divide(scale)), quantity.unit(), quantity.scaled());
    }

    /** A unit may be left out; another one than the question's is not converted, except 元 and 万元. */
    private boolean isUnit(String unit) {
        return unit.isEmpty() || unit.equals(Quantity.unscaled(unit()));
    }

    private String unit() {
        String own = fact == null ? null : fact.unit();
        return own == null ? "" : Quantity.normal(own);
    }

    /** In 1至3万元 nobody can tell whether the first number is 1元 or 1万元. */
    private static void sameScale(Quantity low, Quantity high) throws Refused {
        if (!low.scaled() && low.unit().isEmpty() && high.scaled()) {
            throw new Refused("“" + plain(low.value()) + "”后面没有单位，不能确定是否也以万计；请写全，例如“1万元至3万元”");
        }
    }

    private static String plain(BigDecimal number) {
        return Quantity.plain(number).toPlainString();
    }
}
