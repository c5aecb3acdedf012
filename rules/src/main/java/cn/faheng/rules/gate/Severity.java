package cn.faheng.rules.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding does to the step at whose gate it is raised, the mildest first. */
public enum Severity {
    /** It is shown. */
    NOTE("提示"),
    /** The step goes on with reasons in words and somebody else's leave. */
    REASON("须说明理由并经批准"),
    /** The step does not go on. */
    BLOCK("禁止");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** As files and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> ofCode(String code) {
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst();
    }
}
