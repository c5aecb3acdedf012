package cn.faheng.drafting.law;

import cn.faheng.rules.legal.ChineseNumerals;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The marks at the beginning of a line: 第一百二十条之一, 第三章, 一、, （一）, 1. */
final class Labels {

    static final String NUMERAL = "[零〇○一二三四五六七八九十百千两0-9０-９]";

    private static final String SPACED = "(" + NUMERAL + "(?:[\\s　]{0,2}" + NUMERAL + "){0,11})";
    private static final Pattern ARTICLE = Pattern.compile(
            "第[\\s　]{0,2}" + SPACED + "[\\s　]{0,2}条{1,2}(?:[\\s　]{0,2}之[\\s　]{0,2}(" + NUMERAL + "{1,3}))?(.*)",
            Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("([一二三四五六七八九十百]{1,5})[\\s　]*、[\\s　]*(.*)", Pattern.DOTALL);
    private static final Pattern HEADING =
            Pattern.compile("第[\\s　]*" + SPACED + "[\\s　]*(编|分[\\s　]*编|部分|章|节)([\\s　:：].*|[^\\s　].*)?", Pattern.DOTALL);
    static final Pattern ITEM =
            Pattern.compile("(?:[（(]\\s*[一二三四五六七八九十百零]{1,4}\\s*[）)]|[㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩]).*", Pattern.DOTALL);
    static final Pattern SUB_ITEM =
            Pattern.compile("(?:[（(]?\\s*[0-9０-９]{1,2}\\s*[.．、)）](?![0-9])|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]).*", Pattern.DOTALL);
    private static final Pattern CROSS_REFERENCE = Pattern.compile(
            "(?:第[\\s　]*" + NUMERAL + "|[、，,；;至和或及与的中所规等之款项目修增删改作内前后“”》]|以[下上]|(?:之)?规定|[（(][一二三四五六七八九十]+[）)]项).*",
            Pattern.DOTALL);
    private static final String SPACES = " \t　\u00A0\u2002\u2003\u2009";

    private Labels() {}

    /**
     * The mark of an article at the beginning of a line.
     *
     * @param number its number
     * @param insertion the number behind 之, or 0
     * @param label the mark as written, without spaces
     * @param rest the words behind it
     * @param spaced whether a space stands between them, or nothing follows
     */
    record ArticleLabel(int number, int insertion, String label, String rest, boolean spaced) {

        String key() {
            return number + (insertion > 0 ? "-" + insertion : "");
        }

        /**
         * Whether it may be a reference within a sentence: 第三条第二款规定的…, 第三条、第四条…. A space behind it and the number that is
         * due leave only 第三条 第二款.
         */
        boolean isReference(boolean due) {
            return (spaced && due)
                    ? rest.matches("第[\\s　]*" + NUMERAL + "{1,3}[\\s　]*[款项](?s).*")
                    : CROSS_REFERENCE.matcher(rest).matches();
        }
    }

    static @Nullable ArticleLabel article(String line) {
        Matcher m = ARTICLE.matcher(line);
        if (!m.matches()) {
            return null;
        }
        OptionalInt number = ChineseNumerals.parse(m.group(1).replaceAll("[\\s　]", ""));
        OptionalInt insertion = m.group(2) == null ? OptionalInt.of(0) : ChineseNumerals.parse(m.group(2));
        if (number.isEmpty() || insertion.isEmpty() || insertion.getAsInt() > 99) {
            return null;
        }
        String behind = m.group(3);
        boolean spaced =
                behind.isEmpty() || SPACES.indexOf(behind.charAt(0)) >= 0 || "：:【[".indexOf(behind.charAt(0)) >= 0;
        String label = line.substring(0, line.length() - behind.length())
                .replaceAll("[\\s　]", "")
                .replace("条条", "条");
        String rest = Lines.stripped(behind.startsWith("：") || behind.startsWith(":") ? behind.substring(1) : behind);
        return new ArticleLabel(number.getAsInt(), insertion.getAsInt(), label, rest, spaced);
    }

    /**
     * The mark of a section: 一、.
     *
     * @param number its number
     * @param label the mark
     * @param rest the words behind it
     */
    record SectionLabel(int number, String label, String rest) {}

    static @Nullable SectionLabel section(String line) {
        Matcher m = SECTION.matcher(line);
        OptionalInt number = m.matches() ? ChineseNumerals.parse(m.group(1)) : OptionalInt.empty();
        return number.isEmpty()
                ? null
                : new SectionLabel(number.getAsInt(), m.group(1) + "、", Lines.stripped(m.group(2)));
    }

    /** How deep a heading lies, from 1 for 编 to 4 for 节; 0 where the line is none. */
    static int headingDepth(String line) {
        if (line.length() > 60 || line.indexOf('。') >= 0 || line.indexOf('；') >= 0) {
            return 0;
        }
        String bare = line.replaceAll("[\\s　]", "");
        if (bare.matches("总则|附则|罚则|法律责任")) {
            return 3;
        }
        Matcher m = HEADING.matcher(line);
        if (!m.matches()
                || ChineseNumerals.parse(m.group(1).replaceAll("[\\s　]", "")).isEmpty()) {
            return 0;
        }
        String rest = m.group(3) == null ? "" : Lines.stripped(m.group(3));
        if (rest.matches("(?:的|所|中的|规定[的了]|第" + NUMERAL + "{1,5}[款项条节]).*")
                || rest.endsWith("，")
                || rest.endsWith("：")) {
            return 0;
        }
        return switch (m.group(2).replaceAll("[\\s　]", "")) {
            case "编", "部分" -> 1;
            case "分编" -> 2;
            case "章" -> 3;
            default -> 4;
        };
    }
}
