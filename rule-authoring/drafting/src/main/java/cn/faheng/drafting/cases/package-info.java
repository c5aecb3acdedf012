/** The cases of a sheet: edited as a table, generated at the boundaries, run, and measured. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.cases;
