package cn.faheng.rules.catalogue;

/**
 * A penalty a rule set speaks of. Its mode and range stand in the columns {@code id}, {@code idMin}, {@code idMax} of the model.
 *
 * @param id prefix of the columns
 * @param kind kind of the penalty
 * @param subject on whom it is imposed
 * @param label the law's own words where they say more than the kind ("吊销机动车驾驶证"), else the kind's name
 */
public record Penalty(String id, PenaltyKind kind, Subject subject, String label) {

    /** On whom a penalty is imposed. */
    public enum Subject {
        /** 当事人 */
        PARTY,
        /** 直接负责的主管人员和其他直接责任人员 */
        RESPONSIBLE_PERSON
    }
}
