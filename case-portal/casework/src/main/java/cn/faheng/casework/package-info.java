/** The daily work of enforcement: master data, inspections, cases and their deadlines. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework;
