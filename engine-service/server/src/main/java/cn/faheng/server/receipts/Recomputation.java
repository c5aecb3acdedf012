package cn.faheng.server.receipts;

/** Computes the request of a stored receipt again, on the rule base it names. */
public interface Recomputation {

    /** The content and trace as they come out now. */
    Recomputed recompute(Receipt receipt);

    /**
     * What came out.
     *
     * @param content canonical JSON, with the engine build of the recorded one
     * @param trace canonical JSON
     * @param engineBuild build that computed it now
     */
    record Recomputed(String content, String trace, String engineBuild) {}
}
