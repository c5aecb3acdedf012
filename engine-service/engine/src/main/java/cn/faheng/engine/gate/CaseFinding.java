package cn.faheng.engine.gate;

import cn.faheng.rules.gate.FindingKind;
import cn.faheng.rules.gate.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something in a case that the law does not allow, or warns of, at a gate.
 *
 * @param kind what kind, with its provision in the version that counts
 * @param severity how severe it is at this gate
 * @param entry id of the entry it is about, or null for the file as a whole
 * @param detail what it is about in this case, in Chinese
 */
public record CaseFinding(FindingKind kind, Severity severity, @Nullable String entry, String detail) {

    /** The code, the same over all periods of the law. */
    public String code() {
        return kind.code();
    }
}
