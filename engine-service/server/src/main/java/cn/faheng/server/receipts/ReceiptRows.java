package cn.faheng.server.receipts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReceiptRows extends Repository<Receipt, UUID> {

    Optional<Receipt> findById(UUID id);

    Optional<Receipt> findByClientAndIdempotencyKeyAndIdempotencyLine(
            String client, String idempotencyKey, int idempotencyLine);

    List<Receipt> findByClientAndIdempotencyKeyAndIdempotencyLineIn(
            String client, String idempotencyKey, Collection<Integer> idempotencyLine);
}
