package cn.faheng.drafting.plain;

/** What became of a cell that a person wrote. */
public sealed interface Reading {

    /**
     * The cell was understood.
     *
     * @param feel the same in FEEL
     */
    record Understood(String feel) implements Reading {}

    /**
     * The cell was not understood; nothing is guessed.
     *
     * @param text the cell
     * @param reason why, in Chinese, and what to write
     */
    record NotUnderstood(String text, String reason) implements Reading {}

    static Reading of(String feel) {
        return new Understood(feel);
    }

    static Reading not(String text, String reason) {
        return new NotUnderstood(text, reason);
    }
}
