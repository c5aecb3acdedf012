/** What everyone did and what was refused: append-only, chained by hashes, verified by whoever holds an export. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.audit;
