/** A rule set as a lawyer sees it, and its way into the four files of the rule-set format and back. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.sheet;
