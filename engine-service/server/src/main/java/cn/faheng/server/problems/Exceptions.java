package cn.faheng.server.problems;

/** The problem behind an exception, for what answers outside a controller. */
public final class Exceptions {

    private Exceptions() {}

    /** Never fails; an unknown exception is {@link ProblemType#UNEXPECTED}. */
    public static Problem problem(Throwable e) {
        return ProblemAdvice.of(e, null);
    }
}
