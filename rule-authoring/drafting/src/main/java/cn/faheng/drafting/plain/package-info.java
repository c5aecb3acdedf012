/** Cells as lawyers write them, and the FEEL underneath. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.plain;
