package cn.faheng.rules.gate;

import java.util.Locale;

/** Whom a time limit of a case concerns, and so what its end means for the organ. */
public enum Bearing {
    /** The organ has to act within it; it is warned ahead and escalated. */
    DUTY("本机关办理"),
    /** A party may act within it; until then the organ waits. */
    RIGHT("当事人行使"),
    /** Another organ or a court has to act within it. */
    OTHERS("其他机关办理"),
    /** At its end something begins or ceases by itself. */
    EFFECT("届满生效");

    private final String chinese;

    Bearing(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** As the API and the store write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
