package cn.faheng.rules.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The points at which a case is held against the law before it goes on. */
public enum Gate {
    FILING("立案"),
    MEASURE("强制措施"),
    REPORT("调查终结"),
    REVIEW("法制审核"),
    NOTICE("事先告知"),
    HEARING("听证"),
    DECISION("决定"),
    ON_THE_SPOT("当场处罚"),
    SERVICE("送达"),
    PUBLICITY("公开"),
    EXECUTION("执行"),
    CLOSING("结案"),
    ARCHIVE("归档");

    private final String chinese;

    Gate(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** As files and the API write it: on-the-spot. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Gate> ofCode(String code) {
        return Arrays.stream(values()).filter(gate -> gate.code().equals(code)).findFirst();
    }
}
