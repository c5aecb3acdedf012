package cn.faheng.casework.inspections;

/** What states are called in refusals. */
final class Words {

    private Words() {}

    static String of(PlanState state) {
        return switch (state) {
            case DRAFT -> "草拟";
            case SUBMITTED -> "待审批";
            case APPROVED -> "已批准";
            case PUBLISHED -> "已公布";
            case REPLACED -> "已被新版取代";
        };
    }

    static String of(DrawState state) {
        return switch (state) {
            case COMMITTING -> "等待第二人承诺";
            case COMMITTED -> "名单已冻结，待抽取";
            case DRAWN -> "已抽取";
            case GIVEN_UP -> "已放弃";
        };
    }

    static String of(TaskState state) {
        return switch (state) {
            case HELD -> "待负责人批准";
            case PLANNED -> "待检查";
            case RECORDED -> "已检查，待公布";
            case PUBLISHED -> "结果已公布";
            case JOINED -> "已并入联合检查";
            case CANCELLED -> "已取消";
        };
    }
}
