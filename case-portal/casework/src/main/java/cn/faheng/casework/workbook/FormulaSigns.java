package cn.faheng.casework.workbook;

/** Keeps a spreadsheet from taking the text of a cell for a formula. */
public final class FormulaSigns {

    private static final String SIGNS = "=+-@\t\r\n＝＋－＠";
    private static final String MARK = "'";

    private FormulaSigns() {}

    /** The text with a mark in front of it where it begins as a formula does. */
    public static String neutralised(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }

    /** The text as it was before it was neutralised. */
    public static String restored(String text) {
        return text.length() > 1 && text.startsWith(MARK) && SIGNS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
