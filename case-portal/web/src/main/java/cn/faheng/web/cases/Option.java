package cn.faheng.web.cases;

/**
 * Something that can be chosen.
 *
 * @param value as the form sends it
 * @param label in the reader's words
 */
public record Option(String value, String label) {}
