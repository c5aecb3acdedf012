/** From trace to reasons a lawyer would write, why-not, and the distance to the next tier. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.explanation;
