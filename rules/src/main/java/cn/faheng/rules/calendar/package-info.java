/** Working days as the State Council announces them year by year, and the days on which periods end. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.calendar;
