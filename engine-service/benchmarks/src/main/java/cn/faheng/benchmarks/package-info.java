/** The same items computed by our engine, by bare Drools DMN, by jDMN and by hand, and how long each takes. */
@org.jspecify.annotations.NullMarked
package cn.faheng.benchmarks;
