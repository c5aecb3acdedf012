package cn.faheng.drafting.intake;

/** A file that is not imported at all; the message says in Chinese why, and what to do. */
public final class IntakeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IntakeRefusedException(String message) {
        super(message);
    }

    public IntakeRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
