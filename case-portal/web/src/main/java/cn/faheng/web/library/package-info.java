/** Pages of the law library: instruments and their versions, loading a text, comparing versions, reading a clause. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.library;
