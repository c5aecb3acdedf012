/** Errors as RFC 9457 problem details from one factory, and the pages that describe their types. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.problems;
