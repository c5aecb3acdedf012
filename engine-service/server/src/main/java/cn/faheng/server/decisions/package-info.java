/** One decision's way: request, engine, receipt, response; alone or line by line in a batch. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.decisions;
