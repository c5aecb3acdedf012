/** Reads the words of a provision and proposes the penalties it imposes, as a draft that a person confirms. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.clause;
