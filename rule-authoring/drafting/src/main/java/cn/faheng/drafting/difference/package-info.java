/** What differs between two versions of a rule set, in the words of those who read it. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.difference;
