package cn.faheng.rules.casefile;

/** Data that is no entry of a file. */
public final class EntryFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String pointer;

    EntryFormatException(String pointer, String reason, Throwable cause) {
        super(pointer + ": " + reason, cause);
        this.pointer = pointer;
    }

    /** JSON pointer to what is wrong. */
    public String pointer() {
        return pointer;
    }
}
