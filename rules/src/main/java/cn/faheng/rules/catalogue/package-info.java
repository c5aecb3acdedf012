/** What rule sets there are, and which of them is in force for an item, a place and a day. */
@org.jspecify.annotations.NullMarked
package cn.faheng.rules.catalogue;
