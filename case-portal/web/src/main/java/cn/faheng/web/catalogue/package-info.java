/** Finding items, and reading the rule sets behind them. */
@org.jspecify.annotations.NullMarked
package cn.faheng.web.catalogue;
