/** What was decided, as it was recorded, and computing it again. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.receipt;
