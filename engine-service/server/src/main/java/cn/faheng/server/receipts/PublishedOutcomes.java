package cn.faheng.server.receipts;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every decision that was computed with a version of a rule set: for the day on which that version turns out to be wrong. */
@Component
public class PublishedOutcomes {

    private static final String COMBINATIONS =
            "select v.combination from receipts.combination_version v where v.rule_set = ? and v.version = ?"
                    + " and v.content_hash = coalesce(?, v.content_hash)";

    private final JdbcTemplate jdbc;

    PublishedOutcomes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision without its content, which {@link ReceiptStore} holds.
     *
     * @param sequence order of recording
     * @param id its number
     * @param recordedAt when it was recorded
     * @param client who asked
     * @param item code of the item it was asked for
     * @param contentHash SHA-256 of its content
     */
    public record OutcomeRef(
            long sequence, UUID id, Instant recordedAt, String client, String item, String contentHash) {}

    /**
     * Decisions in the order of their recording.
     *
     * @param ruleSet the version
     * @param contentHash its content, or null for whatever was published under this version
     * @param after only those with a higher sequence; 0 from the first on
     * @param limit most of them, 1 to 10000
     */
    public List<OutcomeRef> computedWith(RuleSetRef ruleSet, @Nullable String contentHash, long after, int limit) {
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit is from 1 to 10000: " + limit);
        }
        return jdbc.query(
                "select r.sequence, r.id, r.recorded_at, r.client, r.content_hash,"
                        + " r.content::json #>> '{request,item}' as item"
                        + " from receipts.receipt_combination c join receipts.receipt r on r.sequence = c.sequence"
                        + " where c.combination = any (array(" + COMBINATIONS + ")) and c.sequence > ?"
                        + " order by c.sequence limit ?",
                (row, i) -> new OutcomeRef(
                        row.getLong("sequence"),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("client"),
                        row.getString("item"),
                        row.getString("content_hash")),
                ruleSet.id().path(),
                ruleSet.version(),
                contentHash,
                after,
                limit);
    }

    /** How many there are. */
    public long count(RuleSetRef ruleSet, @Nullable String contentHash) {
        Long count = jdbc.queryForObject(
                "select count(*) from receipts.receipt_combination c where c.combination = any (array(" + COMBINATIONS
                        + "))",
                Long.class,
                ruleSet.id().path(),
                ruleSet.version(),
                contentHash);
        return count == null ? 0 : count;
    }
}
