package cn.faheng.drafting.intake;

/**
 * A file as it was uploaded, or a piece of a table as it was pasted.
 *
 * @param name its name, with the extension that says what it is
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SourceFile(String name, byte[] bytes) {}
