package cn.faheng.server.audit;

import java.util.Map;

/** Where refusals are written down: in a transaction of their own, since that of the refused act is rolled back. */
public interface RefusalLog {

    /**
     * Writes that something was refused to the caller on this thread.
     *
     * @param action what was refused, as a slug
     * @param subjectKind kind of the thing it would have been done to
     * @param subject number or code of the thing
     * @param details why, and what else is worth knowing; no identity numbers
     */
    void refused(String action, String subjectKind, String subject, Map<String, ?> details);
}
