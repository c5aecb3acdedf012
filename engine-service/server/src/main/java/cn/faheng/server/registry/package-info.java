/** The rule base this process answers with, and every earlier one that a receipt still names. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.registry;
