package cn.faheng.drafting.intake;

/** Small things about the characters of a document. */
final class Words {

    private Words() {}

    /** Full-width digits, letters, per cent signs and points as half-width ones; Chinese punctuation stays. */
    static String halfWidth(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
            if (letterOrDigit || c == '％' || c == '．' || c == '／' || c == '＝' || c == '－') {
                result.append((char) (c - 0xFEE0));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Half-width and without any blank or line break. */
    static String squeezed(String text) {
        return halfWidth(text).replaceAll("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+", "");
    }

    /** The words as a fact name or an answer: without blanks around and without line breaks inside. */
    static String name(String text) {
        return text.replace('\u00A0', ' ')
                .replaceAll("[\\u200B\\uFEFF]", "")
                .replaceAll("\\s*\\R\\s*", "")
                .strip();
    }

    /** At most {@code length} characters. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** 第3档, “从轻”档. */
    static String tier(String name) {
        return name.matches("[0-9一二三四五六七八九十]+") ? "第" + name + "档" : "“" + name + "”档";
    }

    /** A FEEL string literal. */
    static String literal(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
