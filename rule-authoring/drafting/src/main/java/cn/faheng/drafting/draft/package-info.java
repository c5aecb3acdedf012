/** What people work on before it is published: sheets of one item, with what is still open. */
@org.jspecify.annotations.NullMarked
package cn.faheng.drafting.draft;
