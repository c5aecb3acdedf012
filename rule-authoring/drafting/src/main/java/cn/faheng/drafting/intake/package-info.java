/** Reads published benchmarks from JSON, Excel, Word and CSV into drafts, and shows cell by cell what was understood. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.intake;
