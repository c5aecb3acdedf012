package cn.faheng.rules.format;

/**
 * What is wrong with a file of the rule base, and where.
 *
 * @param file path below the root of the rule base
 * @param line line number from 1, or 0 where the whole file is meant
 * @param reason what is wrong and what to write instead
 */
public record FormatProblem(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
