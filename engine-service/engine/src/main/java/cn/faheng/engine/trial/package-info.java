/** Tries any DMN model with its imports as Drools answers it: checked before it is read, run where it can harm nothing. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.trial;
