/** Holds the record of a case against the law at each gate: what is computed, what is found, which time limits run. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.gate;
