package cn.faheng.casework.inspections;

/** What came out of a check. */
public enum InspectionResult {
    NOTHING_FOUND("未发现问题"),
    RECTIFY("发现问题责令改正"),
    SUSPECTED_VIOLATION("涉嫌违法");

    private final String chinese;

    InspectionResult(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
