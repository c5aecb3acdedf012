package cn.faheng.server.receipts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A stored decision.
 *
 * @param id its own number; two decisions with the same content have two
 * @param sequence order of recording; null until it is read back
 * @param recordedAt when it was recorded, whole microseconds
 * @param client who asked
 * @param idempotencyKey key of the request, or null
 * @param idempotencyLine line of a batch, 0 for a single request, null without a key
 * @param requestHash SHA-256 of the request as understood, or null without a key
 * @param contentHash SHA-256 of the content
 * @param content canonical JSON: what was asked, on which rules, and what was answered
 * @param trace canonical JSON of the tables as applied; its digest is part of the content
 */
@Table(schema = "receipts", name = "receipt")
public record Receipt(
        @Id UUID id,
        @ReadOnlyProperty @Nullable Long sequence,
        Instant recordedAt,
        String client,
        @Nullable String idempotencyKey,
        @Nullable Integer idempotencyLine,
        @Nullable String requestHash,
        String contentHash,
        String content,
        String trace) {}
