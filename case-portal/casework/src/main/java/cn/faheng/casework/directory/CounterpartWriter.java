package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Counterparts.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes counterparts over: the same number is the same counterpart, and what was there before stays in the list of changes. */
@Component
class CounterpartWriter {

    private static final int BATCH = 1_000;

    private final CounterpartRows rows;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CounterpartWriter(CounterpartRows rows, JdbcTemplate jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What becomes of an entry.
     *
     * @param outcome made, changed or unchanged
     * @param row the row to be stored, or the one that stays
     * @param fields fields that change
     */
    record Decision(Outcome outcome, CounterpartRow row, List<String> fields) {}

    /** Those that are held under some numbers: number key to row; one that was merged is replaced by the one that it leads to. */
    Map<String, CounterpartRow> held(Collection<String> numberKeys) {
        Map<String, CounterpartRow> held = new HashMap<>();
        List<String> all = List.copyOf(numberKeys);
        for (int from = 0; from < all.size(); from += BATCH) {
            for (CounterpartRow row : rows.findByNumberKeyIn(all.subList(from, Math.min(from + BATCH, all.size())))) {
                CounterpartRow leadsTo = leadsTo(row);
                if (row.mergedInto() == null) {
                    held.put(row.numberKey(), leadsTo);
                } else {
                    held.putIfAbsent(row.numberKey(), leadsTo);
                }
            }
        }
        return held;
    }

    private CounterpartRow leadsTo(CounterpartRow row) {
        UUID into = row.mergedInto();
        return into == null ? row : rows.findById(into).orElseThrow();
    }

    /** What becomes of what was typed beside what is held under its number; what is wrong is in {@code typed}. */
    Optional<Decision> decide(Counterpart entry, @Nullable CounterpartRow held, Typed typed) {
        if (held == null) {
            return Optional.of(new Decision(Outcome.MADE, CounterpartRow.of(entry, entry.id(), 0, null), List.of()));
        }
        if (!held.numberKey().equals(CounterpartRow.numberKey(entry))) {
            // The number belongs to one that was merged: what is held stays as it is.
            return Optional.of(new Decision(Outcome.UNCHANGED, held, List.of()));
        }
        if (!held.nameKey().equals(CounterpartRow.of(entry, entry.id(), 0, null).nameKey())) {
            typed.fault("name", "这个号码已经登记在另一个名称之下", "请核对号码和名称；确属更名的，请打开该相对人的页面变更");
            return Optional.empty();
        }
        return Optional.of(changed(entry, held));
    }

    Decision changed(Counterpart entry, CounterpartRow held) {
        List<String> fields = differences(held.content(), entry);
        return fields.isEmpty()
                ? new Decision(Outcome.UNCHANGED, held, List.of())
                : new Decision(Outcome.CHANGED, CounterpartRow.of(entry, held.id(), held.revision(), null), fields);
    }

    private static List<String> differences(Counterpart before, Counterpart after) {
        Map<String, String> old = CounterpartLayout.write(before, false);
        Map<String, String> now = CounterpartLayout.write(after, false);
        return now.entrySet().stream()
                .filter(field -> !field.getValue().equals(old.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Stores what was decided; returns the rows as they are now, in the same order. */
    List<CounterpartRow> store(List<Decision> decisions, String reason, Actor by) {
        List<Decision> effective = decisions.stream()
                .filter(decision -> decision.outcome() != Outcome.UNCHANGED)
                .toList();
        List<CounterpartRow> stored =
                rows.saveAll(effective.stream().map(Decision::row).toList());
        List<NewChange> changes = new ArrayList<>();
        Map<UUID, CounterpartRow> byId = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            Decision decision = effective.get(i);
            byId.put(stored.get(i).id(), stored.get(i));
            changes.add(new NewChange(stored.get(i), decision.outcome().name(), decision.fields(), reason));
        }
        note(changes, by);
        return decisions.stream()
                .map(decision -> byId.getOrDefault(decision.row().id(), decision.row()))
                .toList();
    }

    /** Something that happened to a counterpart. */
    record NewChange(CounterpartRow row, String kind, List<String> fields, String reason) {}

    void note(List<NewChange> changes, Actor by) {
        Timestamp now = Timestamp.from(clock.instant());
        for (int from = 0; from < changes.size(); from += BATCH) {
            jdbc.batchUpdate(
                    """
                    insert into casework.counterpart_change
                      (counterpart, kind, revision, content, fields, reason, by_account, by_name, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    changes.subList(from, Math.min(from + BATCH, changes.size())).stream()
                            .map(change -> new Object[] {
                                change.row().id(),
                                change.kind(),
                                change.row().revision(),
                                ContentJson.write(
                                        CounterpartLayout.write(change.row().content(), false)),
                                jdbc.execute((Connection c) ->
                                        c.createArrayOf("text", change.fields().toArray())),
                                change.reason(),
                                by.account(),
                                by.name(),
                                now
                            })
                            .toList());
        }
    }

    List<CounterpartChange> history(List<UUID> ids) {
        return jdbc.query(
                "select kind, fields, reason, by_account, by_name, at from casework.counterpart_change"
                        + " where counterpart = any (?) order by id desc limit 500",
                CounterpartWriter::change,
                jdbc.execute((Connection c) -> c.createArrayOf("uuid", ids.toArray())));
    }

    private static CounterpartChange change(ResultSet row, int number) throws SQLException {
        return new CounterpartChange(
                row.getString("kind"),
                new Version.Signature(
                        row.getString("by_account"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class)),
                row.getString("reason"),
                Arrays.asList((String[]) row.getArray("fields").getArray()));
    }
}
