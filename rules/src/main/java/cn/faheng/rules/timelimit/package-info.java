/** The time limits of the procedure as data, each with its article, and the days on which they run out. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.timelimit;
