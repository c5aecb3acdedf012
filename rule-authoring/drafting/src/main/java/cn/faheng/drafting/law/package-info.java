/** Texts of legal instruments: reading them from files, comparing their versions, and what rests on a provision that changes. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.law;
