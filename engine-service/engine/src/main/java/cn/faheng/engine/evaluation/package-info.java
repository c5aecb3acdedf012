/** Runs the models of rule sets through Kogito's decision API and keeps every row that matched. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.evaluation;
