/** What the law of one day leaves: statute, benchmark, national bands and circumstances made into one set of penalties. */
@org.jspecify.annotations.NullMarked
package cn.faheng.engine.sanction;
