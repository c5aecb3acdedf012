package cn.faheng.server.receipts;

import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a client may repeat a request and get the stored answer.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        if (!value.matches("[\\x21-\\x7e]{1,200}")) {
            throw new ProblemException(ProblemType.INVALID_IDEMPOTENCY_KEY);
        }
    }

    /** The key of a header, or empty when there is none. */
    public static Optional<IdempotencyKey> of(@Nullable String header) {
        return Optional.ofNullable(header).map(IdempotencyKey::new);
    }
}
