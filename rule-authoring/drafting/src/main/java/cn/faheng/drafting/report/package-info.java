/** What the proof finds in published benchmark tables, as a report that anyone can repeat. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.report;
