/** What the engine answers: legal outcomes as values, never null and never an exception. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.outcome;
