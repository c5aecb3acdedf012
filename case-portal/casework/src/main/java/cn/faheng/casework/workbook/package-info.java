/** Reads uploaded Excel files with care and writes Excel files in which no cell is a formula. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework.workbook;
