/** What can be asked and on which law: items, rule sets, provisions and the working calendar. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.catalogue;
