package cn.faheng.engine.trial;

/** A trial that gives no answer. */
public final class TrialException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The text is no DMN model, or not one that can be loaded. */
        NOT_DMN("model-not-dmn"),
        /** It holds something that is never run or read here. */
        REFUSED("model-refused"),
        /** A model that it imports was not given. */
        IMPORT_MISSING("model-import-missing"),
        /** An input does not fit its declared type. */
        WRONG_INPUT("wrong-type"),
        /** The model has no such decision or decision service. */
        UNKNOWN_DECISION("unknown-decision"),
        /** It wants more memory, more recursion or a longer answer than a trial gets. */
        TOO_EXPENSIVE("model-too-expensive"),
        /** It does not end in the time that a trial gets. */
        TIMEOUT("model-timeout"),
        /** All places are taken. */
        BUSY("busy");

        private final String slug;

        Reason(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }

    private final Reason reason;
    private final String pointer;

    /**
     * @param reason why
     * @param pointer JSON pointer of what it concerns in the request
     * @param detail what happened and what to do, in Chinese
     */
    public TrialException(Reason reason, String pointer, String detail) {
        super(detail);
        this.reason = reason;
        this.pointer = pointer;
    }

    public Reason reason() {
        return reason;
    }

    public String pointer() {
        return pointer;
    }

    /** What happened and what to do, in Chinese. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
