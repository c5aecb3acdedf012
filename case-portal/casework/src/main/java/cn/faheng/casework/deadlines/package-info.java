/** Deadlines of all cases: computed from each file, warned of ahead, escalated when missed, listed and shown as a calendar. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework.deadlines;
