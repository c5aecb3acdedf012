package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fines in the words of a tier: 处2万元以上5万元以下罚款，对责任人员处5千元罚款. */
final class FineWords {

    private static final String N = "(" + Numbers.NUMBER + ")";
    private static final String TO = "(?:以上不足|以上|至|到|[-–—~～])";
    private static final String PCT = "(?:百分之" + N + "|([0-9]+(?:\\.[0-9]+)?)%)";

    private static final Pattern AMOUNT = Pattern.compile("(?<pctRange>" + PCT + TO + PCT + "(?:以下)?)"
            + "|(?<pctUp>" + PCT + "以下)"
            + "|(?<pct>" + PCT + ")"
            + "|(?<timesRange>" + N + "倍?" + TO + N + "倍(?:以下)?)"
            + "|(?<timesUnder>(?:低于|不足)" + N + "倍)"
            + "|(?<timesUp>" + N + "倍以下)"
            + "|(?<times>" + N + "倍)"
            + "|(?<range>" + N + "元?" + TO + N + "元(?:以下)?)"
            + "|(?<under>(?:低于|不足)" + N + "元)"
            + "|(?<up>" + N + "元以下)"
            + "|(?<fixed>" + N + "元)");
    private static final Pattern BASE =
            Pattern.compile("([\\u4e00-\\u9fa5]{0,40}?(?:总额|投资额|所得|费用|损失|收入|造价|价款|金额|价值|额))的?$");
    /** What a percentage of the greatest fine of the statute is taken of. */
    static final String STATUTORY_MAXIMUM = "法定最高罚款额";

    private static final Pattern MAXIMUM = Pattern.compile(
            "(?:按照?|占)?(?:法定|法律规定的?|规定的?)?(?:罚款|处罚)?(?:幅度)?(?:的)?(?:上限|最高限额?|最高罚款(?:数|金)?额|最高(?:数|金)?额)(?:罚款)?的?(?=百分之|[0-9.]+%)");
    private static final Pattern BASE_VERB =
            Pattern.compile("^.*(?:并处以|并处|处以|处罚|处(?![置理])|按照|没收违法所得|可以|罚款|责任人员)(?=[\\u4e00-\\u9fa5])");
    private static final Pattern PER_UNIT = Pattern.compile("每(?:一)?([\\u4e00-\\u9fa5]{1,4}?)(?:处以?|罚款?|并处)?$");
    private static final Pattern UNIT_BEHIND = Pattern.compile("^/([\\u4e00-\\u9fa5]{1,4})");
    private static final Pattern PERSON = Pattern.compile("对?(?:[^，；。：）]{0,24}?(?:主管人员|责任人员|负责人|责任人|其他有关人员)|对人员)");
    private static final Pattern STOP = Pattern.compile("每增加|每超|按.{0,20}计算|最高不超过|最低不少于|不少于|不得低于|按日");

    private FineWords() {}

    /**
     * What was read.
     *
     * @param charges the fines in order
     * @param sure whether every number in the words was understood
     * @param why what was not, in Chinese, or null
     * @param mended the words without a slip of the pen, where they were read so; or null
     */
    record Reading(List<Charge> charges, boolean sure, @Nullable String why, @Nullable String mended) {
        Reading(List<Charge> charges, boolean sure, @Nullable String why) {
            this(charges, sure, why, null);
        }
    }

    /** Reads the words; where they cannot be read as they stand, without slips that leave only one meaning. */
    static Reading read(String words) {
        String text = Words.squeezed(words);
        String mended = Typos.mended(text);
        if (!mended.equals(text)) {
            Reading reading = plain(mended);
            return reading.sure() ? new Reading(reading.charges(), true, null, mended) : plain(text);
        }
        return plain(text);
    }

    /** 一倍半 is 1.5倍, 半倍 is 0.5倍. */
    private static String halves(String text) {
        Matcher half = Pattern.compile("([0-9]+|[一二两三四五六七八九十]+)倍半").matcher(text);
        String whole =
                half.replaceAll(m -> Numbers.read(m.group(1)).map(Numbers::text).orElse(m.group(1)) + ".5倍");
        return whole.replaceAll("(?<![0-9一二两三四五六七八九十])半倍", "0.5倍");
    }

    private static Reading plain(String words) {
        FineConditions conditions =
                FineConditions.of(MAXIMUM.matcher(halves(words)).replaceAll(STATUTORY_MAXIMUM + "的"));
        String text = conditions.words();
        if (text.isEmpty() || text.equals("/") || text.equals("-") || text.equals("—")) {
            return new Reading(List.of(), true, null);
        }
        List<Charge> charges = new ArrayList<>();
        Matcher m = AMOUNT.matcher(text);
        int last = 0;
        StringBuilder rest = new StringBuilder();
        Context context = new Context(Target.PARTY, When.ALWAYS, null);
        while (m.find()) {
            String left = text.substring(last, m.start());
            When condition = conditions.last(left);
            if (condition == null
                    && left.matches(".*[；。].*")
                    && conditions.conditions().contains(context.when())) {
                return new Reading(charges, false, "“" + m.group() + "”只及于前一情形还是各种情形都适用，没有读懂");
            }
            context = context.after(left, condition);
            Optional<Charge> charge = charge(m, left, text.substring(m.end()), context);
            boolean goesOn =
                    !charges.isEmpty() && charges.get(charges.size() - 1).may() && !left.matches(".*[处；。].*");
            charge = charge.map(c -> goesOn ? c.optional(true) : c);
            if (charge.isEmpty()) {
                return new Reading(charges, false, "“" + m.group() + "”没有读懂");
            }
            charges.add(charge.get());
            if (charge.get().base() != null) {
                context = new Context(
                        context.target(), context.when(), charge.get().base());
            }
            rest.append(left).append('|');
            last = m.end();
        }
        rest.append(text.substring(last));
        String unread = doubt(text, rest.toString());
        String why = unread == null ? conditions.doubt(charges) : unread;
        return new Reading(charges, why == null, why);
    }

    private static @Nullable String doubt(String text, String rest) {
        Matcher stop = STOP.matcher(text);
        if (stop.find()) {
            return "“" + stop.group() + "”所说的算法没有转成公式";
        }
        Matcher part = Pattern.compile("[一折]?半(?!年|月)|[一二三四五六七八九]成").matcher(rest);
        if (part.find()) {
            return "“" + part.group() + "”没有读懂";
        }
        Matcher number = Pattern.compile("[0-9一二三四五六七八九十百千]+(?:万|千)?(?:元|以上|以下)|元元|元万|元以[0-9]|以[0-9]|\\d+以上")
                .matcher(rest.replaceAll("（[0-9一二三四五六七八九十]+）|[0-9]+[.、]", ""));
        return number.find() ? "“" + number.group() + "”没有读懂" : null;
    }

    private static Optional<Charge> charge(Matcher m, String left, String right, Context context) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 1; i <= m.groupCount(); i++) {
            String group = m.group(i);
            if (group != null && group.matches(Numbers.NUMBER)) {
                Optional<BigDecimal> number = Numbers.read(group);
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                numbers.add(number.get());
            }
        }
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        boolean may = left.matches(".*可(以|并)?(并)?(单)?处?[^，；。]*$");
        return shaped(m, numbers, left, context)
                .map(c -> c.on(context.target()).when(context.when()).optional(may))
                .map(c -> counted(c, left, right));
    }

    private static Charge counted(Charge charge, String left, String right) {
        Matcher per = PER_UNIT.matcher(left);
        Matcher behind = UNIT_BEHIND.matcher(right);
        if (per.find()) {
            return charge.perUnit(per.group(1));
        }
        return behind.find() ? charge.perUnit(behind.group(1)) : charge;
    }

    private static Optional<Charge> shaped(Matcher m, List<BigDecimal> n, String left, Context context) {
        BigDecimal first = n.get(0);
        BigDecimal last = n.get(n.size() - 1);
        if (m.group("range") != null) {
            BigDecimal low = sameUnit(m.group("range"), first, last);
            return low.compareTo(last) > 0 ? Optional.empty() : Optional.of(Charge.yuan(Target.PARTY, low, last));
        }
        if (m.group("under") != null) {
            return Optional.of(Charge.yuan(Target.PARTY, BigDecimal.ZERO, last).excludingMax());
        }
        if (m.group("up") != null) {
            return Optional.of(Charge.yuan(Target.PARTY, BigDecimal.ZERO, last));
        }
        if (m.group("fixed") != null) {
            return Optional.of(Charge.yuan(Target.PARTY, last, last));
        }
        boolean percent = m.group("pctRange") != null || m.group("pctUp") != null || m.group("pct") != null;
        BigDecimal scale = percent ? new BigDecimal("0.01") : BigDecimal.ONE;
        String base = base(left).orElse(context.base());
        BigDecimal high = Numbers.plain(last.multiply(scale));
        boolean range = m.group("pctRange") != null || m.group("timesRange") != null;
        boolean upTo = m.group("pctUp") != null || m.group("timesUp") != null || m.group("timesUnder") != null;
        BigDecimal low = range ? Numbers.plain(first.multiply(scale)) : upTo ? BigDecimal.ZERO : high;
        if (low.compareTo(high) > 0) {
            return Optional.empty();
        }
        Charge charge = Charge.times(Target.PARTY, base == null ? "" : base, low, high);
        return Optional.of(m.group("timesUnder") != null ? charge.excludingMax() : charge);
    }

    /** 3–4万元 means three to four times ten thousand. */
    private static BigDecimal sameUnit(String words, BigDecimal low, BigDecimal high) {
        Matcher dash = Pattern.compile("^([0-9.]+)(?:至|到|[-–—~～])[0-9.]+(百万|千万|万|千|百|亿)")
                .matcher(words);
        if (!dash.find() || low.compareTo(high) > 0) {
            return low;
        }
        return Numbers.read(dash.group(1) + dash.group(2)).orElse(low);
    }

    private static Optional<String> base(String left) {
        if (left.endsWith(STATUTORY_MAXIMUM + "的")) {
            return Optional.of(STATUTORY_MAXIMUM);
        }
        Matcher m = BASE.matcher(left);
        if (!m.find()) {
            return Optional.empty();
        }
        String name = BASE_VERB.matcher(m.group(1)).replaceFirst("");
        name = name.replaceFirst("^(?:以|的|并|或者|其|其中)+", "");
        return name.length() < 3 ? Optional.empty() : Optional.of(name);
    }

    /** What the words up to here say about the next amount. */
    private record Context(Target target, When when, @Nullable String base) {
        Context after(String left, @Nullable When condition) {
            Target next = target;
            if (left.contains("；") || left.contains("。")) {
                next = Target.PARTY;
            }
            if (PERSON.matcher(left).find()) {
                next = Target.RESPONSIBLE;
            } else if (left.matches(".*(?:对)?个人.{0,4}$")) {
                next = Target.INDIVIDUAL;
            } else if (left.matches(".*(?:对)?单位(?:处以?|罚款)?[:：]?$")) {
                next = Target.ORGANISATION;
            }
            When step = when;
            if (left.matches(".*(?:逾期|拒不改正).*")) {
                step = When.answer(Steps.CORRECTION, Steps.OVERDUE);
                next = PERSON.matcher(left).find() ? Target.RESPONSIBLE : Target.PARTY;
            } else if (left.matches(".*情节严重.*")) {
                step = When.answer(Steps.GRAVITY, Steps.SERIOUS);
                next = PERSON.matcher(left).find() ? Target.RESPONSIBLE : Target.PARTY;
            }
            return new Context(next, condition == null ? step : condition, base);
        }
    }
}
