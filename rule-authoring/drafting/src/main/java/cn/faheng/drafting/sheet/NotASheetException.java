package cn.faheng.drafting.sheet;

/** A model that is no sheet; the message names the decision and the construct, in Chinese. */
public final class NotASheetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotASheetException(String message) {
        super(message);
    }
}
