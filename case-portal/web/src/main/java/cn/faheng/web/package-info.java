/** The unified entry: the pages and the decision API in one process. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web;
