package cn.faheng.web.desk;

/**
 * Something entered that has to be corrected.
 *
 * @param field id of the field on the page
 * @param text what to do, in the reader's language
 */
public record FormProblem(String field, String text) {}
