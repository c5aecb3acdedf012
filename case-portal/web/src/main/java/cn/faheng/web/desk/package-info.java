/** The desk of an officer: the questions of an item, and the answer beside them. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.desk;
