package cn.faheng.engine.steps;

import java.util.Locale;

/** How far a case has come; the order of the work, the law of each stage stands in the rule sets. */
public enum Stage {
    LEAD("线索待核查"),
    VERIFIED("待立案"),
    DECLINED("不予立案"),
    ON_THE_SPOT("当场处罚"),
    INVESTIGATION("调查取证"),
    REVIEW("审查"),
    NOTICE("告知与听取意见"),
    SERVICE("决定送达"),
    EXECUTION("执行"),
    ENDING("待结案"),
    CLOSED("已结案"),
    ARCHIVED("已归档");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** As rule sets and addresses write it: on-the-spot. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
