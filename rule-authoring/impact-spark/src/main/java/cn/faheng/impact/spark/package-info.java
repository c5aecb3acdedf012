/** Computes the impact of a draft on Apache Spark, with the very code that computes it on one machine. */
@org.jspecify.annotations.NullMarked
package cn.faheng.impact.spark;
