/** What is held against a case at each gate: kinds of findings as versioned data, and the unit in which their rules run. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.gate;
