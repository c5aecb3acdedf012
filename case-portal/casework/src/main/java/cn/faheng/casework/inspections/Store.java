package cn.faheng.casework.inspections;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of inspections: nothing that someone else has changed meanwhile is overwritten. */
@Component
final class Store {

    static final int MOST = 500;

    private final JdbcAggregateOperations aggregates;
    private final JdbcTemplate jdbc;

    Store(JdbcAggregateOperations aggregates, JdbcTemplate jdbc) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    <T> T insert(T row) {
        return aggregates.insert(row);
    }

    /** Writes a row as it stood at its revision. */
    <T> T update(T row, String what) {
        try {
            return aggregates.update(row);
        } catch (OptimisticLockingFailureException e) {
            throw Refused.stale(what);
        }
    }

    /** Refuses a form that shows an older state than the one stored. */
    static void requireCurrent(int seen, int stored, String what) {
        if (seen != stored) {
            throw Refused.stale(what);
        }
    }

    <T> Optional<T> find(UUID id, Class<T> type) {
        return Optional.ofNullable(aggregates.findById(id, type));
    }

    <T> List<T> list(Criteria criteria, Class<T> type, Sort order) {
        return aggregates.findAll(Query.query(criteria).sort(order).limit(MOST), type);
    }

    <T> List<T> all(Criteria criteria, Class<T> type, Sort order) {
        return aggregates.findAll(Query.query(criteria).sort(order), type);
    }

    /** Waits until nobody else works on a row; from then on this transaction alone does. */
    void lock(String table, UUID id) {
        jdbc.queryForList("select 1 from casework." + table + " where id = ? for update", id);
    }

    /** One after the other through a door: what is done behind it is not done twice at the same time. */
    <T> T alone(String door, Supplier<T> work) {
        jdbc.query("select pg_advisory_xact_lock(hashtext(?))", row -> {}, door);
        return work.get();
    }

    long next(String sequence) {
        Long next = jdbc.queryForObject("select nextval('casework." + sequence + "')", Long.class);
        return next == null ? 0 : next;
    }
}
