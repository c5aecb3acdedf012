package cn.faheng.casework.inspections;

/** Where a version of a plan stands. */
public enum PlanState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHED,
    REPLACED
}
