package cn.faheng.engine.request;

/**
 * What is wrong with a field of a request and how to mend it.
 *
 * @param pointer JSON pointer of the field, for example {@code /facts/goodsValue}
 * @param code slug of the problem: unknown-fact, wrong-type, wrong-unit, out-of-range, …
 * @param detail what to do, in Chinese
 */
public record FieldProblem(String pointer, String code, String detail) {}
