package cn.faheng.casework.inspections;

/** Where a task stands. */
public enum TaskState {
    /** Made in spite of a warning: waits for the head. */
    HELD,
    PLANNED,
    RECORDED,
    PUBLISHED,
    JOINED,
    CANCELLED
}
