package cn.faheng.casework.inspections;

/** Where a draw stands. */
public enum DrawState {
    COMMITTING,
    COMMITTED,
    DRAWN,
    GIVEN_UP
}
