/** Loads a folder of legal instruments into a running service over its API: the command {@code ./faheng law}. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.law.load;
