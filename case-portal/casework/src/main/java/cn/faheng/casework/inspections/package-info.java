/** Inspections: plans, the double-random draw that anyone can repeat, tasks on site, and what becomes of what was found. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework.inspections;
