package cn.faheng.drafting.clause;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The words with one form of punctuation and digits and without blanks, and the way back to positions in the original. */
@SuppressWarnings("ArrayRecordComponent") // Read by position only, never compared.
record ClauseText(String words, String plain, int[] at) {

    private static final String FROM = ",;:()?!％‰０１２３４５６７８９．壹贰叁肆伍陆柒捌玖拾佰仟萬億";
    private static final String TO = "，；：（）？！%‰0123456789.一二三四五六七八九十百千万亿";
    private static final Pattern ITEM =
            Pattern.compile("^(?:（[一二三四五六七八九十百零〇\\d]+）|\\d+[.、]|[一二三四五六七八九十]+、|第[一二三四五六七八九十百零〇\\d]+条)");

    static ClauseText of(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        int[] at = new int[words.length() + 1];
        for (int i = 0; i < words.length(); i++) {
            char c = plainOf(words, i);
            if (c == ' ' || (c == '\n' && !breaks(plain, words, i))) {
                continue;
            }
            at[plain.length()] = i;
            plain.append(c);
        }
        at[plain.length()] = words.length();
        return new ClauseText(words, plain.toString(), Arrays.copyOf(at, plain.length() + 1));
    }

    /** The span in the original of a piece of the plain text. */
    Span span(int start, int end) {
        int to = end == 0 ? at[0] : at[end - 1] + 1;
        return new Span(at[start], Math.max(at[start], Math.min(to, words.length())));
    }

    private static char plainOf(String words, int i) {
        char c = words.charAt(i);
        if (c == '\n' || c == '\r') {
            return c == '\r' ? ' ' : '\n';
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff') {
            return ' ';
        }
        boolean betweenDigits = i > 0
                && i + 1 < words.length()
                && Character.isDigit(words.charAt(i - 1))
                && Character.isDigit(words.charAt(i + 1));
        if ((c == ',' || c == '，') && betweenDigits) {
            return isThousands(words, i) ? ' ' : '，';
        }
        if (isZero(c) && followsChineseDigit(words, i)) {
            return '〇';
        }
        if (c == '.' && !betweenDigits && i > 0 && !Character.isDigit(words.charAt(i - 1))) {
            return '。';
        }
        int which = FROM.indexOf(c);
        return which < 0 ? c : TO.charAt(which);
    }

    private static boolean isZero(char c) {
        return "Oo○0０".indexOf(c) >= 0;
    }

    /** 二O元, 五00元: a zero in a Chinese number. */
    private static boolean followsChineseDigit(String words, int i) {
        int before = i - 1;
        while (before >= 0 && isZero(words.charAt(before))) {
            before--;
        }
        return before >= 0 && "一二三四五六七八九".indexOf(words.charAt(before)) >= 0;
    }

    private static boolean isThousands(String words, int comma) {
        int digits = 0;
        int i = comma + 1;
        while (i < words.length() && Character.isDigit(words.charAt(i))) {
            digits++;
            i++;
        }
        return digits == 3 && words.charAt(comma) == ',';
    }

    /** Whether a line break ends a paragraph; one in the middle of a sentence does not. */
    private static boolean breaks(StringBuilder before, String words, int i) {
        if (before.isEmpty()) {
            return false;
        }
        if ("。；：\n！”）".indexOf(before.charAt(before.length() - 1)) >= 0) {
            return true;
        }
        int end = words.indexOf('\n', i + 1);
        String next = words.substring(i + 1, end < 0 ? words.length() : end)
                .strip()
                .replace('(', '（')
                .replace(')', '）');
        int lineStart = before.lastIndexOf("\n") + 1;
        return ITEM.matcher(next).find()
                || next.isEmpty()
                || ITEM.matcher(before.substring(lineStart)).matches();
    }
}
