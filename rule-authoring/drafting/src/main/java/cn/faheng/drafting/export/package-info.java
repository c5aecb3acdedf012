/** Writes sheets as tables that departments publish, in Excel and Word, so that they can be imported again. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.export;
