/** What is proved of a rule set before it may be used: shape, gaps, overlaps, cases, coverage of rows and boundaries. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.proof;
