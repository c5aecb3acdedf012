package cn.faheng.drafting.sheet;

/** Writes indented XML. */
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** Opens an element; {@code attributes} are names and values in turn, an empty value leaves the attribute out. */
    XmlText open(String element, String... attributes) {
        start(element, attributes);
        out.append(">\n");
        depth++;
        return this;
    }

    XmlText close(String element) {
        depth--;
        indent();
        out.append("</").append(element).append(">\n");
        return this;
    }

    XmlText empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>\n");
        return this;
    }

    XmlText text(String element, String text) {
        indent();
        out.append('<').append(element).append('>');
        escape(text, false);
        out.append("</").append(element).append(">\n");
        return this;
    }

    private void start(String element, String... attributes) {
        indent();
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1], true);
                out.append('"');
            }
        }
    }

    private void indent() {
        out.append("  ".repeat(depth));
    }

    private void escape(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> {
                    if (c < ' ' || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
                        throw new IllegalArgumentException(
                                "“" + text + "”中含有不能保存的控制字符（U+" + Integer.toHexString(c) + "），请删去后再保存。");
                    }
                    out.appendCodePoint(c);
                }
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
