/** Law and facts to outcome and explanation. A plain library: no Spring, no database, no clock. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine;
