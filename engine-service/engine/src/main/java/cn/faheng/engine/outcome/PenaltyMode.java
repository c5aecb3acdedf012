package cn.faheng.engine.outcome;

import java.util.Arrays;
import java.util.Optional;

/** Whether a penalty of a clause is imposed: 应当, 可以, 或者, 单处或者并处. */
public enum PenaltyMode {
    MUST("must", "应当并处"),
    MAY("may", "可以"),
    EITHER("either", "择一"),
    EITHER_OR_BOTH("either-or-both", "单处或者并处"),
    NONE("none", "不适用");

    private final String code;
    private final String chinese;

    PenaltyMode(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public static Optional<PenaltyMode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }
}
