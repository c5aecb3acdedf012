/** What the tests of every module with a server have in common; compiled among the tests of each of them. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.testing;
