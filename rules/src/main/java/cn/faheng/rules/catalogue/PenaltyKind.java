package cn.faheng.rules.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of administrative penalty: 行政处罚法 (2021) 第九条; and the rectification order of its 第二十八条, a measure beside them. */
public enum PenaltyKind {
    WARNING("warning", "警告", Quantity.NONE),
    CRITICISM("criticism", "通报批评", Quantity.NONE),
    FINE("fine", "罚款", Quantity.MONEY),
    CONFISCATE_ILLEGAL_GAINS("confiscate-illegal-gains", "没收违法所得", Quantity.NONE),
    CONFISCATE_ILLEGAL_PROPERTY("confiscate-illegal-property", "没收非法财物", Quantity.NONE),
    LICENCE_SUSPENSION("licence-suspension", "暂扣许可证件", Quantity.MONTHS),
    QUALIFICATION_DOWNGRADE("qualification-downgrade", "降低资质等级", Quantity.NONE),
    LICENCE_REVOCATION("licence-revocation", "吊销许可证件", Quantity.NONE),
    BUSINESS_RESTRICTION("business-restriction", "限制开展生产经营活动", Quantity.NONE),
    SUSPEND_OPERATIONS("suspend-operations", "责令停产停业", Quantity.NONE),
    CLOSURE("closure", "责令关闭", Quantity.NONE),
    PROFESSION_RESTRICTION("profession-restriction", "限制从业", Quantity.NONE),
    DETENTION("detention", "行政拘留", Quantity.DAYS),
    OTHER("other", "法律、行政法规规定的其他行政处罚", Quantity.NONE),
    RECTIFICATION_ORDER("rectification-order", "责令改正", Quantity.NONE);

    /** What the amount of a penalty counts. */
    public enum Quantity {
        NONE,
        MONEY,
        MONTHS,
        DAYS
    }

    private final String code;
    private final String chinese;
    private final Quantity quantity;

    PenaltyKind(String code, String chinese, Quantity quantity) {
        this.code = code;
        this.chinese = chinese;
        this.quantity = quantity;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** False for the rectification order, which is a measure and not a penalty. */
    public boolean isPenalty() {
        return this != RECTIFICATION_ORDER;
    }

    public static Optional<PenaltyKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
