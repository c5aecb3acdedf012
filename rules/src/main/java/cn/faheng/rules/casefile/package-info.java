/** The record of a case as the law looks at it: who did what, when, and by whose leave, entry by entry. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.casefile;
