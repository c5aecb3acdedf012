/** The auditor's own program: it uses nothing of the server, and its one source file runs without being built. */
@org.jspecify.annotations.NullMarked
package cn.faheng.auditor;
