package cn.faheng.authoring.drafts;

/** Where a draft stands. */
public enum DraftState {
    DRAFT("起草"),
    CHECKED("校验通过"),
    IN_LEGAL_REVIEW("法制审核中"),
    REVIEWED("审核通过"),
    APPROVED("已批准"),
    SCHEDULED("待公布"),
    PUBLISHED("已公布"),
    SUPERSEDED("已被新版取代"),
    REPEALED("已废止"),
    WITHDRAWN("已撤回"),
    DELETED("已删除");

    private final String chinese;

    DraftState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
