/** Serves the contract itself. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.contract;
