package cn.faheng.rules.timelimit;

import java.util.Arrays;
import java.util.Optional;

/** The part of the work to which a time limit belongs, roughly in the order of a case. */
public enum Stage {
    LIMITATION("limitation", "追究时效"),
    FILING("filing", "立案"),
    JURISDICTION("jurisdiction", "管辖"),
    EVIDENCE("evidence", "调查取证"),
    COMPULSORY_MEASURES("compulsory-measures", "行政强制措施"),
    RECTIFICATION("rectification", "责令改正"),
    NOTICE("notice", "事先告知"),
    HEARING("hearing", "听证"),
    LEGAL_REVIEW("legal-review", "法制审核"),
    DECISION("decision", "决定"),
    SUMMARY_PROCEDURE("summary-procedure", "简易程序"),
    SERVING("serving", "送达"),
    PAYMENT("payment", "缴纳罚款"),
    EXECUTION("execution", "执行"),
    PUBLICATION("publication", "公开"),
    CLOSURE("closure", "结案"),
    REFERRAL("referral", "移送"),
    RECONSIDERATION("reconsideration", "行政复议"),
    LITIGATION("litigation", "行政诉讼"),
    SUPERVISION("supervision", "执法监督");

    private final String code;
    private final String chinese;

    Stage(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** As the files write it. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public static Optional<Stage> ofCode(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code.equals(code)).findFirst();
    }
}
