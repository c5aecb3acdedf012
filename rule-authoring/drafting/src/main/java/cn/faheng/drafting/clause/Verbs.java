package cn.faheng.drafting.clause;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The verb that governs a penalty.
 *
 * @param start where it starts, with 可以 and 并
 * @param end after it
 * @param mode what it says
 * @param joins whether it says 并: the penalty comes on top of another one
 */
record Verbs(int start, int end, Mode mode, boolean joins) {
    /** 处, but not in 处理, 处置, 处分, 处罚, 查处, 每处. */
    private static final String PUNISH =
            "(?:处以|课以|科以|(?<![查惩每各一该到住出])处(?!理|置|分(?!别)|罚(?!款)|方|于|长|境|室|所(?![需收支获欠涉付承缴得受])))";

    private static final Pattern FINE_VERB =
            Pattern.compile("(?<lead>(?:可以|可|应当|并|单|一并|同时|另|分别|还|再|依法|酌情|根据情节轻重|根据情节|视情节轻重|视情节|按次|按日|按天|或者)*)(?<verb>"
                    + PUNISH + "|给予|予以|并(?=[\\d一二三四五六七八九十])|罚款(?:(?:数额|金额|标准|幅度)?为)?(?=人民币|[\\d一二三四五六七八九十两]|不超过))");

    /** The last verb of a fine before {@code at} in the segment, or null. */
    static @Nullable Verbs beforeFine(Segment segment, String plain, int at) {
        return last(FINE_VERB, segment, plain, at);
    }

    /** The mode of a penalty whose own verb stands at {@code at}. */
    static Mode modeAt(Segment segment, String plain, int at) {
        String left = plain.substring(segment.start(), at);
        return modeOf(left, left);
    }

    private static @Nullable Verbs last(Pattern pattern, Segment segment, String plain, int at) {
        Matcher m = pattern.matcher(plain).region(segment.start(), at);
        m.useTransparentBounds(true);
        Verbs found = null;
        int previous = segment.start();
        while (m.find()) {
            String before = plain.substring(previous, m.start("verb"));
            String left = plain.substring(segment.start(), m.start("verb"));
            Mode mode = modeOf(left, before);
            found = new Verbs(
                    m.start(),
                    m.end(),
                    mode,
                    m.group("lead").contains("并") || m.group("verb").startsWith("并"));
            previous = m.end();
        }
        return found;
    }

    /** 可以根据情节轻重，予以…: the mode stands in the segment before. */
    static boolean isMayBefore(String segment) {
        return segment.matches(".*可以(?:根据|按照|依据|视|依照)[^，；。]*");
    }

    private static Mode modeOf(String left, String before) {
        if (left.contains("单处或者并处")
                || left.contains("并处或者单处")
                || left.endsWith("单处或者并")
                || left.endsWith("并处或者单")
                || left.endsWith("单处、并")) {
            return Mode.EITHER_OR_BOTH;
        }
        boolean may =
                before.contains("可以") || before.matches("(?:.*[并，、])?可(?![能行靠用供持燃降再移回不利疑见]).*|.*[^许认]可(?:并|单|依法)*$");
        return may ? Mode.MAY : Mode.MUST;
    }
}
