/** Missing facts: the range over all completions, and the shortest list of questions that narrows it. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.completion;
