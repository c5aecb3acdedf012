package cn.faheng.drafting.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words of a published table can be names in FEEL. Brackets, stops and signs in full width, {@code / - + * .} and blanks can; a
 * first digit, ASCII brackets, commas, quotation marks and signs cannot and have a look-alike that can.
 */
public final class FeelNames {

    private static final Set<String> WORDS = Set.of(
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "instance",
            "of",
            "function",
            "external",
            "or",
            "and",
            "between",
            "true",
            "false",
            "null",
            "not");
    private static final int[][] START = {
        {'?', '?'},
        {'A', 'Z'},
        {'_', '_'},
        {'a', 'z'},
        {0xC0, 0xD6},
        {0xD8, 0xF6},
        {0xF8, 0x2FF},
        {0x370, 0x37D},
        {0x37F, 0x1FFF},
        {0x200C, 0x200D},
        {0x2070, 0x218F},
        {0x2C00, 0x2FEF},
        {0x3001, 0xD7FF},
        {0xF900, 0xFDCF},
        {0xFDF0, 0xFFFD},
        {0x10000, 0xEFFFF}
    };
    private static final int[][] PART = {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
    private static final String INSIDE = " ./-'+*";

    /** A range, a comment and a power: each sign alone can stand in a name, these two together cannot. */
    private static final List<String> SIGNS = List.of("..", "//", "/*", "**");

    private static final int FULL_WIDTH = 0xFEE0;
    private static final Map<Integer, String> LOOK_ALIKE = Map.ofEntries(
            Map.entry((int) '“', "「"),
            Map.entry((int) '”', "」"),
            Map.entry((int) '‘', "『"),
            Map.entry((int) '’', "』"),
            Map.entry((int) '—', "－"),
            Map.entry((int) '–', "－"),
            Map.entry((int) '…', "．．．"),
            Map.entry((int) '≥', "＞＝"),
            Map.entry((int) '≤', "＜＝"),
            Map.entry((int) '×', "＊"),
            Map.entry((int) '²', "2"),
            Map.entry((int) '³', "3"),
            Map.entry((int) '\u3000', " "),
            Map.entry((int) '\u00A0', " "),
            Map.entry((int) '\n', " "),
            Map.entry((int) '\r', " "),
            Map.entry((int) '\t', " "));

    private FeelNames() {}

    /** Why {@code name} cannot be a name in FEEL, in Chinese; empty when it can. */
    public static String problem(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            return "是空的，或者前后有空格";
        }
        if (WORDS.contains(name)) {
            return "是FEEL的保留字";
        }
        if (!in(START, name.codePointAt(0))) {
            return "不能以“" + Character.toString(name.codePointAt(0)) + "”开头";
        }
        for (String sign : SIGNS) {
            if (name.contains(sign)) {
                return "不能含有“" + sign + "”";
            }
        }
        return name.codePoints()
                .filter(c -> !isPart(c))
                .mapToObj(c -> "不能含有“" + Character.toString(c) + "”")
                .findFirst()
                .orElse("");
    }

    /**
     * {@code name} as FEEL can hold it: what it cannot is replaced by its full-width form or a sign of the same meaning
     * ({@code 3次(含)} becomes {@code ３次（含）}), and nothing else changes. The original belongs into the question's label.
     *
     * @throws IllegalArgumentException when a sign of it has no look-alike
     */
    public static String legal(String name) {
        String text = name.strip();
        if (problem(text).isEmpty()) {
            return text;
        }
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPart(c)) {
                legal.appendCodePoint(c);
            } else if (LOOK_ALIKE.containsKey(c)) {
                legal.append(LOOK_ALIKE.get(c));
            } else if (c > ' ' && c < 0x7F) {
                legal.appendCodePoint(c + FULL_WIDTH);
            } else if (c >= '①' && c <= '⑳') {
                legal.append('（').append(c - '①' + 1).append('）');
            } else {
                legal.appendCodePoint(c);
            }
        });
        String first = legal.toString().strip();
        for (String sign : SIGNS) {
            first = first.replace(sign, widened(sign, sign.length()));
        }
        int narrow = 0;
        while (narrow < first.length() && first.charAt(narrow) < 0x7F && !in(START, first.charAt(narrow))) {
            narrow++;
        }
        first = widened(first, narrow);
        if (WORDS.contains(first)) {
            first = widened(first, 1);
        }
        String reason = problem(first);
        if (!reason.isEmpty()) {
            throw new IllegalArgumentException("“" + name + "”不能作为模型中的名称：" + reason + "。请改用意思相同的名称。");
        }
        return first;
    }

    /** The first {@code count} signs in full width. */
    private static String widened(String text, int count) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < count; i++) {
            wide.append((char) (text.charAt(i) + FULL_WIDTH));
        }
        return wide + text.substring(count);
    }

    private static boolean isPart(int c) {
        return in(START, c) || in(PART, c) || INSIDE.indexOf(c) >= 0;
    }

    private static boolean in(int[][] ranges, int c) {
        for (int[] range : ranges) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
