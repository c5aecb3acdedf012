package cn.faheng.casework.inspections;

import java.util.Set;

/** Whose inspections someone sees and works with: those of his or her own body and of the bodies below it. */
public interface InspectionPolicy {

    /** Who is signed in on this thread. */
    Actor caller();

    /** Codes of the bodies whose inspections the caller may see. */
    Set<String> visible();

    /** Refuses, as if it were not there, what belongs to a body the caller may not see. */
    default void requireSees(String body, String what) {
        if (!visible().contains(body)) {
            throw Refused.unknown(what);
        }
    }

    /** Refuses who may see but not change what belongs to a body. */
    void requireWorks(String body, String what);
}
