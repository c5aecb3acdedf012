package cn.faheng.server.audit;

import java.util.List;

/** A principal that is a person, as the log names people. */
public interface AuditedPerson {

    /** The name shown to others. */
    String displayName();

    List<String> roles();
}
