package cn.faheng.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that say whether somebody did what he was ordered to do: 逾期未改正, 拒不改正, 经责令后逾期不拆除的; 限期内改正, 按要求改正.
 *
 * @param late whether he did not
 * @param act what he was to do: 改正, 拆除, 补办手续
 */
public record Correction(boolean late, String act) {

    private static final String ACT = "(?:予以|进行|完成)?(?<act>[\\u4e00-\\u9fa5]{2,8})";
    private static final Pattern LATE = Pattern.compile("(?:且|但|并且|并)?(?:经[^，；。]{0,10}?后?|责令[^，；。]{0,8}?后)?(?:仍然?)?"
            + "(?:逾期(?:仍然?|后)?(?:不|未|没有|拒不|拒绝)|拒不|仍然?(?:不|未|拒不)|(?<=[令罚告育]|[令罚告育]后)(?:不|未)"
            + "|(?:未|不)(?:按期|按时|在(?:规定|责令)?的?期限内)|(?:规定|责令)?的?(?:期限|限期)内(?:不|未|没有|拒不))" + ACT);
    private static final Pattern IN_TIME = Pattern.compile(
            "(?:已经?|能够?)?(?:在)?(?:规定|责令)?的?(?:(?:期限|限期)内|按期|按时|按要求|如期|及时|主动|立即|当场)(?:已经?|能够?)?(?![未不没])" + ACT);
    private static final Pattern NEGATED = Pattern.compile("^(?:接受|配合|执行|履行|赔偿|缴纳|支付|提供|停止).*");

    /** 改正, 改正违法行为, 整改 are the same. */
    private static final Pattern PLAIN = Pattern.compile("(?:改正|整改|纠正)(?:违法行为|违法情形|完毕|到位|完成)?");

    /** Words that turn round or weaken what stands before them. */
    private static final Pattern WEAKENED = Pattern.compile("除外|以外|不包括|不含|不合格|不到位|不彻底|不全面|未完成|部分|尚未|并非|(?:要求|条件)不符");

    /** Where one of several cases begins. */
    private static final Pattern ALTERNATIVE = Pattern.compile("；|[，,]\\s*(?:或者|或|以及)|[（(][一二三四五六七八九十0-9]{1,2}[）)]");

    /** What the words say, whatever else they say; empty where they say nothing of it, or of one of several cases only. */
    public static Optional<Correction> in(String words) {
        List<Correction> all = new ArrayList<>();
        for (String alternative : ALTERNATIVE.split(words, -1)) {
            if (alternative.isBlank()) {
                continue;
            }
            List<Correction> here = new ArrayList<>();
            for (String clause : alternative.split("[，,（）()]", -1)) {
                whole(clause).ifPresent(here::add);
            }
            if (here.stream().distinct().count() != 1) {
                return Optional.empty();
            }
            all.add(here.get(0));
        }
        return all.stream().distinct().count() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** What the words say that say nothing else: 逾期不改正或者拒不改正的. */
    public static Optional<Correction> whole(String words) {
        if (WEAKENED.matcher(words).find()) {
            return Optional.empty();
        }
        List<Correction> all = new ArrayList<>();
        for (String one : words.strip().replaceFirst("的(?:情形)?$", "").split("或者|或|、", -1)) {
            Matcher late = LATE.matcher(one.strip());
            Matcher inTime = IN_TIME.matcher(one.strip());
            if (late.matches() && !NEGATED.matcher(late.group("act")).matches()) {
                all.add(new Correction(true, act(late.group("act"))));
            } else if (inTime.matches()) {
                all.add(new Correction(false, act(inTime.group("act"))));
            } else {
                return Optional.empty();
            }
        }
        return all.stream().distinct().count() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** What the name of an item ends with: 未建立台账，逾期未改正. */
    public static Optional<Correction> endOf(String title) {
        String[] clauses = title.strip().replaceFirst("[）)。]+$", "").split("[，,；;（(]", -1);
        return clauses.length < 2 ? Optional.empty() : whole(clauses[clauses.length - 1]);
    }

    /** Whether both speak of the same order, whatever came of it. */
    public boolean sameOrder(Correction other) {
        return act.equals(other.act);
    }

    private static String act(String words) {
        return PLAIN.matcher(words).matches() ? "改正" : words;
    }
}
