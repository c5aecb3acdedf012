/** What is asked of the engine, and the reading of raw facts against the questions of an item. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.request;
