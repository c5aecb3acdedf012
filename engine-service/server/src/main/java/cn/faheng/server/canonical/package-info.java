/** Canonical JSON (RFC 8785) and the hashes over it. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.canonical;
