package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions inside the words of one standard: 广告费用无法计算或者明显偏低的，处…；没有违法所得的，处…；货值金额不足一万元的，处…，
 * 货值金额一万元以上的，处…. Each is taken out of the words and marked, so that its amount is not read as a fine.
 *
 * @param words the words with 〔0〕, 〔1〕 … where a condition stood
 * @param conditions the conditions by number
 */
record FineConditions(String words, List<When> conditions) {

    private static final String THING = "((?:(?!处|没收|并|且|的|或|和)[\\u4e00-\\u9fa5]){1,8}(?:金额|所得|费用|价值|收入|价款|货款))";
    private static final String AMOUNT = "(" + Numbers.NUMBER + ")元";
    private static final Pattern CONDITION = Pattern.compile("(?<![\\u4e00-\\u9fa5]|[0-9])(?:对|其中)?(?:"
            + "(?<uncountable>" + THING + "(?:无法|难以|不能)(?:计算|确定|核实)(?:(?:或者?|、|及|以及)明显偏低)?)"
            + "|(?<below>(?:没有" + THING + "(?:的)?(?:，)?(?:或者?|、))?" + THING + "(?:不足|低于|不满|未达到)" + AMOUNT + ")"
            + "|(?<least>" + THING + "(?:在)?(?:超过|达到)?" + AMOUNT + "(?:及)?以上)"
            + "|(?<none>(?:没有|无)" + THING + "))的(?![\\u4e00-\\u9fa50-9])");
    private static final Pattern MARK = Pattern.compile("〔([0-9])〕");
    private static final int MOST = 9;

    /** Takes the conditions out of the words; words without any are left as they are. */
    static FineConditions of(String text) {
        List<When> found = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher m = CONDITION.matcher(text);
        int last = 0;
        while (m.find() && found.size() < MOST) {
            Optional<When> when = when(m);
            if (when.isEmpty()) {
                continue;
            }
            words.append(text, last, m.start()).append('〔').append(found.size()).append('〕');
            found.add(when.get());
            last = m.end();
        }
        return new FineConditions(words.append(text.substring(last)).toString(), List.copyOf(found));
    }

    private static Optional<When> when(Matcher m) {
        String uncountable = m.group("uncountable");
        if (uncountable != null) {
            return Optional.of(When.answer(m.group(2) + Steps.STATE, uncountable));
        }
        String none = m.group("none");
        if (none != null) {
            return Optional.of(When.answer(m.group(11) + Steps.STATE, none));
        }
        boolean below = m.group("below") != null;
        String fact = below ? m.group(5) : m.group(8);
        String absent = below ? m.group(4) : null;
        Optional<BigDecimal> amount = Numbers.read(below ? m.group(6) : m.group(9));
        return absent != null && !absent.equals(fact)
                ? Optional.empty()
                : amount.map(a -> new When(below ? When.Kind.BELOW : When.Kind.AT_LEAST, fact, "", a));
    }

    /** The condition that the words between two amounts end in, or null. */
    @Nullable
    When last(String left) {
        Matcher mark = MARK.matcher(left);
        When when = null;
        while (mark.find()) {
            when = conditions.get(Integer.parseInt(mark.group(1)));
        }
        return when;
    }

    /** Why the fines cannot be told apart by these conditions, in Chinese, or null where they can. */
    @Nullable
    String doubt(List<Charge> charges) {
        if (conditions.isEmpty()) {
            return null;
        }
        List<When> used = charges.stream()
                .map(Charge::when)
                .filter(w -> w.kind() != When.Kind.ALWAYS)
                .distinct()
                .toList();
        boolean oneFact = used.stream().map(When::fact).distinct().count() == 1 && used.containsAll(conditions);
        boolean limits = used.stream().anyMatch(w -> w.amount() != null);
        boolean both = used.size() == 2
                && used.get(0).kind() == When.Kind.BELOW
                && used.get(1).kind() == When.Kind.AT_LEAST
                && isSame(used.get(0).amount(), used.get(1).amount())
                && charges.stream().noneMatch(c -> c.when().kind() == When.Kind.ALWAYS);
        boolean stated =
                used.size() == 1 && charges.stream().anyMatch(c -> c.when().kind() == When.Kind.ALWAYS);
        return oneFact && (limits ? both : stated) ? null : "所说的情形没有读成各自的数额";
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
