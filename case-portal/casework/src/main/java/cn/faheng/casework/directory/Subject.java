package cn.faheng.casework.directory;

/** What the master data are about. Counterparts are taken over as they are; of the others every change is a version that is reviewed. */
public enum Subject {
    BODY("执法主体"),
    OFFICER("执法人员"),
    ITEM("执法事项"),
    POWER("权责清单"),
    COUNTERPART("行政相对人");

    private final String chinese;

    Subject(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** As it is written in addresses and in the audit log. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
