package cn.faheng.drafting.clause;

/** On whom a penalty is imposed. */
public enum Subject {
    /** Whoever did it; the role says more where the words name one (广告主, 驾驶人). */
    PARTY,
    /** 对单位, 对法人或者其他组织. */
    ORGANISATION,
    /** 对个人, 对公民. */
    INDIVIDUAL,
    /** 直接负责的主管人员和其他直接责任人员, 法定代表人, 主要负责人. */
    RESPONSIBLE_PERSON
}
