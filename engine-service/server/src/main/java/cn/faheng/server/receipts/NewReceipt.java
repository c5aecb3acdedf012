package cn.faheng.server.receipts;

import org.jspecify.annotations.Nullable;

/**
 * A decision that is to be stored.
 *
 * @param client who asked
 * @param key key of the request, or null
 * @param line line of a batch, 0 for a single request
 * @param requestHash SHA-256 of the request as understood, empty without a key
 * @param contentHash SHA-256 of the content
 * @param content canonical JSON
 * @param trace canonical JSON
 */
public record NewReceipt(
        String client,
        @Nullable IdempotencyKey key,
        int line,
        String requestHash,
        String contentHash,
        String content,
        String trace) {}
