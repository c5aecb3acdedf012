package cn.faheng.drafting.clause;

/** How far a penalty is bound. */
public enum Mode {
    /** 处, 并处, 没收: it is imposed. */
    MUST("must"),
    /** 可以处, 可以并处: it may be imposed. */
    MAY("may"),
    /** 警告或者罚款: one of them is imposed. */
    EITHER("either"),
    /** 可以单处或者并处: one of them or both. */
    EITHER_OR_BOTH("either-or-both");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    /** As in the column of the decision {@code penalty}. */
    public String code() {
        return code;
    }
}
