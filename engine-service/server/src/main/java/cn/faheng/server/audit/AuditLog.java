package cn.faheng.server.audit;

import java.util.Map;

/** Where everything that anyone does is written down. */
public interface AuditLog {

    /**
     * Writes that the caller on this thread did something. Takes part in the transaction of the caller: what was rolled back was not
     * done. Where it cannot be written, the act fails as well.
     *
     * @param action what was done, as a slug: officer-changed, case-filed, id-number-unmasked
     * @param subjectKind kind of the thing it was done to: officer, body, case, draw
     * @param subject number or code of the thing
     * @param details what else is worth knowing; no identity numbers
     */
    void write(String action, String subjectKind, String subject, Map<String, ?> details);
}
