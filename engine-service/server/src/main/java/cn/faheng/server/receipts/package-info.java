/** What was decided: stored append-only, sealed in groups into a hash chain, proved and computed again. */
@org.jspecify.annotations.NullMarked
package cn.faheng.server.receipts;
