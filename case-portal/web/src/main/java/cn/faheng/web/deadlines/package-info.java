/** Deadlines of cases: a list by urgency, and a calendar of the month. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.deadlines;
