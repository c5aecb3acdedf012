package cn.faheng.server.receipts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores decisions and finds them again. Storing waits for the disk and for nothing else. */
@Component
public class ReceiptStore {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReceiptRows rows;
    private final JdbcAggregateOperations aggregates;

    ReceiptStore(ReceiptRows rows, JdbcAggregateOperations aggregates) {
        this.rows = rows;
        this.aggregates = aggregates;
    }

    public Optional<Receipt> find(UUID id) {
        return rows.findById(id);
    }

    /** The receipt that a client stored under a key and line. */
    public Optional<Receipt> find(String client, IdempotencyKey key, int line) {
        return rows.findByClientAndIdempotencyKeyAndIdempotencyLine(client, key.value(), line);
    }

    /** The receipts that a client stored under a key, by line. */
    public Map<Integer, Receipt> find(String client, IdempotencyKey key, Collection<Integer> lines) {
        return rows.findByClientAndIdempotencyKeyAndIdempotencyLineIn(client, key.value(), lines).stream()
                .collect(Collectors.toMap(
                        r -> r.idempotencyLine() == null ? 0 : r.idempotencyLine(), Function.identity()));
    }

    /**
     * Stores decisions, all or none, and returns when they are on disk.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of the keys was used already
     */
    @Transactional
    public List<Receipt> store(List<NewReceipt> decisions) {
        // The moment of recording comes from the system clock, not from the clock that says which day it is.
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        List<Receipt> receipts = decisions.stream().map(d -> receipt(d, now)).toList();
        if (receipts.size() == 1) {
            aggregates.insert(receipts.get(0));
        } else if (!receipts.isEmpty()) {
            aggregates.insertAll(receipts);
        }
        return receipts;
    }

    private static Receipt receipt(NewReceipt decision, Instant now) {
        IdempotencyKey key = decision.key();
        return new Receipt(
                timeOrdered(now),
                null,
                now,
                decision.client(),
                key == null ? null : key.value(),
                key == null ? null : decision.line(),
                key == null ? null : decision.requestHash(),
                decision.contentHash(),
                decision.content(),
                decision.trace());
    }

    /** A UUID of version 7 (RFC 9562), so that new rows lie side by side in the index. */
    private static UUID timeOrdered(Instant now) {
        long random = RANDOM.nextLong();
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
