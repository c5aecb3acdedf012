package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Doubt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds words that limit or raise a penalty and are not part of its form: 除外, 另有规定的, 从其规定, 加倍, 最低不少于. */
final class Provisos {
    private static final String LIMIT = "(?:不得|不)(?:少于|低于|超过|高于)(?:人民币)?" + ChineseNumber.PATTERN + "元";
    private static final Pattern PROVISO =
            Pattern.compile("[^，；。：\\n]{0,40}另有[^，；。：\\n]{0,8}规定(?:的)?(?:，?(?:从其规定|(?:依照|适用|按照)其规定|除外))?"
                    + "|(?:但是?，?)?[^，；。：\\n]{0,40}(?:的|，)除外|[^，；。：\\n]{1,40}除外|从其规定"
                    + "|但是?，?[^；。\\n]{0,60}?不适用[^，；。\\n]*"
                    + "|加倍[^，；。：\\n]{0,12}|(?:每日|每天|按日|逐日)[^，；。：\\n]{0,30}加处[^，；。：\\n]{0,30}"
                    + "|(?:最低|最少|最高|最多)[^，；。：\\n]{0,6}" + LIMIT + "|但是?(?:罚款)?[^，；。：\\n]{0,8}" + LIMIT);

    private final String plain;
    private final List<Segment> segments;
    private final List<Words> all = new ArrayList<>();

    Provisos(String plain, List<Segment> segments, List<Found> found) {
        this.plain = plain;
        this.segments = segments;
        Matcher m = PROVISO.matcher(plain);
        while (m.find()) {
            int last = m.end() - 1;
            boolean read = found.stream().anyMatch(f -> f.fine() != null && f.start() <= last && last < f.end());
            if (!read) {
                all.add(new Words(m.start(), m.end()));
            }
        }
    }

    /** Why a penalty in the same sub-clause is unsure, or null. */
    @Nullable
    String reason(Found found) {
        Segment own = segments.get(found.segment());
        for (Words words : all) {
            boolean same = segments.stream()
                    .anyMatch(s -> s.sameSubClause(own) && s.start() < words.end() && words.start() < s.end());
            if (same) {
                return "“" + plain.substring(words.start(), words.end()) + "”限定或者加重处罚，没有写入草案";
            }
        }
        return null;
    }

    List<Doubt> doubts(ClauseText text) {
        return all.stream()
                .map(w -> new Doubt(
                        Kind.CONDITION,
                        text.span(w.start(), w.end()),
                        "“" + plain.substring(w.start(), w.end()) + "”限定或者加重处罚，没有写入草案。请确认它对哪些处罚适用，并补充条件或者数额。"))
                .toList();
    }

    /** Where they stand. */
    private record Words(int start, int end) {}
}
