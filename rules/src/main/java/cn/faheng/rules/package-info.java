/** The law as data, and the types that name it: no Spring, no database, no HTTP, no clock. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules;
