package cn.faheng.drafting.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** FEEL as text: strings, lists and the names that an expression uses. */
public final class FeelText {

    private FeelText() {}

    /** {@code text} as a FEEL string literal. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether {@code text} is one FEEL string literal and nothing else. */
    public static boolean isString(String text) {
        return text.length() >= 2 && text.charAt(0) == '"' && endOfString(text, 0) == text.length();
    }

    /** The text of a FEEL string literal. */
    public static String unquote(String literal) {
        if (!isString(literal)) {
            throw new IllegalArgumentException("不是FEEL文本：" + literal);
        }
        StringBuilder text = new StringBuilder(literal.length());
        int i = 1;
        while (i < literal.length() - 1) {
            char c = literal.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
                continue;
            }
            char escaped = literal.charAt(i + 1);
            i += 2;
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    if (!literal.substring(i).matches("(?s)[0-9A-Fa-f]{4}.+")) {
                        throw new IllegalArgumentException("FEEL文本中的\\u后面要有四位十六进制数：" + literal);
                    }
                    text.append((char) Integer.parseInt(literal.substring(i, i + 4), 16));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    /** The parts of a FEEL list: split at commas outside strings and brackets. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
                continue;
            }
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
            i++;
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Behind the closing quote of the string that opens at {@code start}. */
    static int endOfString(String text, int start) {
        int i = start + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            i += c == '\\' ? 2 : 1;
        }
        return text.length() + 1;
    }

    /** Which of {@code known} an expression uses, the longest name first where one begins another, in order of appearance. */
    static Set<String> namesIn(String expression, Collection<String> known) {
        Set<String> used = new LinkedHashSet<>();
        int i = 0;
        char before = ' ';
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == '"') {
                i = endOfString(expression, i);
                before = '"';
                continue;
            }
            String name = isNamePart(before) || isPath(expression, i) ? "" : longest(expression, i, known);
            if (name.isEmpty()) {
                before = c;
                i++;
            } else {
                used.add(name);
                i += name.length();
                before = name.charAt(name.length() - 1);
            }
        }
        return used;
    }

    /** Whether a single dot stands before position {@code i}: what follows is a component, not a name. */
    private static boolean isPath(String text, int i) {
        int j = i - 1;
        while (j >= 0 && Character.isWhitespace(text.charAt(j))) {
            j--;
        }
        return j >= 0 && text.charAt(j) == '.' && (j == 0 || text.charAt(j - 1) != '.');
    }

    private static String longest(String expression, int start, Collection<String> known) {
        String found = "";
        for (String name : known) {
            if (name.length() > found.length() && expression.startsWith(name, start)) {
                int end = start + name.length();
                boolean ends = end == expression.length()
                        || !isNamePart(expression.charAt(end))
                        || !isNamePart(name.charAt(name.length() - 1));
                if (ends) {
                    found = name;
                }
            }
        }
        return found;
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
