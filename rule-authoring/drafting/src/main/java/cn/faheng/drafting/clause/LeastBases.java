package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Doubt.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a base counts as at least: 货值金额不足十万元的，按十万元计算. */
final class LeastBases {
    private static final String BELOW = "不足(?:人民币)?(?<below>" + ChineseNumber.PATTERN + ")元的?";
    private static final String COUNTED =
            "(?:均|一律)?(?:按照|按|以)(?:人民币)?(?<counted>" + ChineseNumber.PATTERN + ")元(?:计算|计)";
    private static final Pattern SAYS = Pattern.compile("(?<base>[^，；。：\\n]{2,40}?)" + BELOW + "，?" + COUNTED);
    private static final Pattern FIRST = Pattern.compile(".*" + BELOW + "$");
    private static final Pattern SECOND = Pattern.compile("^" + COUNTED + "$");
    private static final Pattern WHOLE = Pattern.compile(".*" + BELOW + COUNTED + "$");

    private final String plain;
    private final List<Least> all = new ArrayList<>();

    LeastBases(String plain) {
        this.plain = plain;
        Matcher m = SAYS.matcher(plain);
        while (m.find()) {
            BigDecimal below = ChineseNumber.parse(m.group("below"));
            BigDecimal counted = ChineseNumber.parse(m.group("counted"));
            boolean same = below != null && counted != null && below.compareTo(counted) == 0;
            all.add(new Least(Bases.name(Bases.words(m.group("base"))), same ? below : null, m.start("base"), m.end()));
        }
    }

    /** Whether a segment says this, and is no condition of a penalty. */
    static boolean isPart(List<Segment> segments, int at) {
        String text = segments.get(at).text();
        if (WHOLE.matcher(text).matches()) {
            return true;
        }
        return FIRST.matcher(text).matches()
                ? at + 1 < segments.size()
                        && SECOND.matcher(segments.get(at + 1).text()).matches()
                : at > 0
                        && SECOND.matcher(text).matches()
                        && FIRST.matcher(segments.get(at - 1).text()).matches();
    }

    /** The fine with the least amount of its base; unsure where the words name none that is plain. */
    Found with(Found found) {
        FineForm fine = found.fine();
        if (fine == null || fine.base() == null || fine.maxTimes() == null) {
            return found;
        }
        List<Least> own = all.stream().filter(l -> l.base().equals(fine.base())).toList();
        List<Least> near =
                own.stream().filter(l -> line(l.start()) == line(found.start())).toList();
        List<Least> of = near.isEmpty() ? own : near;
        if (of.isEmpty()) {
            return found;
        }
        BigDecimal least = only(of);
        return least == null
                ? found.unsure("“" + fine.base() + "”不足一定数额时怎样计算，条文的写法没有读懂")
                : found.with(fine.withLeastBase(least));
    }

    /** What is said and counts for no fine that was read. */
    List<Doubt> doubts(ClauseText text, List<Found> found) {
        Set<String> read = found.stream()
                .map(this::with)
                .map(Found::fine)
                .filter(f -> f != null && f.leastBase() != null)
                .map(f -> String.valueOf(f.base()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(l -> l.amount() == null || !read.contains(l.base()))
                .map(l -> new Doubt(
                        Kind.CONDITION,
                        text.span(l.start(), l.end()),
                        "“" + plain.substring(l.start(), l.end()) + "”限定罚款的计算基数，没有写入草案。请按条文补充最低的计算基数。"))
                .toList();
    }

    private static @Nullable BigDecimal only(List<Least> of) {
        BigDecimal only = of.get(0).amount();
        boolean same = only != null
                && of.stream().allMatch(l -> l.amount() != null && l.amount().compareTo(only) == 0);
        return same ? only : null;
    }

    private long line(int at) {
        return plain.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** One such statement; without an amount where the two amounts in it are not the same. */
    private record Least(String base, @Nullable BigDecimal amount, int start, int end) {}
}
