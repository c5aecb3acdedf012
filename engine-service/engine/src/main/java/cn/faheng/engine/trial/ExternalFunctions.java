package cn.faheng.engine.trial;

import java.util.regex.Pattern;

/** Finds FEEL functions that are defined outside FEEL. In one pass, however long the text. */
final class ExternalFunctions {

    private static final String WORD = "external";
    private static final Pattern DEFINITION = Pattern.compile(
            "\\)[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+(?::[^{}()]{0,300}?)?(?<![\\p{L}\\p{N}_])external(?![\\p{L}\\p{N}_])");

    private ExternalFunctions() {}

    /** Whether a text could define one. It is read as it stands, and once more without comments and strings. */
    static boolean in(String text) {
        return text.contains(WORD)
                && (DEFINITION.matcher(text).find()
                        || DEFINITION.matcher(withoutCommentsAndStrings(text)).find());
    }

    private static String withoutCommentsAndStrings(String text) {
        StringBuilder code = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end == at) {
                code.append(text.charAt(at));
                at++;
            } else {
                code.append(' ');
                at = end;
            }
        }
        return code.toString();
    }

    /** Where the comment or string that begins at a place ends; the place itself where none begins. */
    private static int end(String text, int at) {
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        if (text.startsWith("//", at)) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        if (text.charAt(at) != '"') {
            return at;
        }
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        return text.length();
    }
}
