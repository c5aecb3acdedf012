package cn.faheng.casework.directory;

import cn.faheng.casework.directory.CounterpartWriter.Decision;
import cn.faheng.casework.directory.Counterparts.Outcome;
import cn.faheng.casework.directory.EntryCheck.Result;
import cn.faheng.casework.directory.FileRows.Row;
import cn.faheng.casework.directory.ImportResult.RefusedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes rows over, each for itself: a wrong row does not keep the others out. */
@Component
class RowIntake {

    private final VersionStore store;
    private final Layouts layouts;
    private final CounterpartWriter counterparts;

    RowIntake(VersionStore store, Layouts layouts, CounterpartWriter counterparts) {
        this.store = store;
        this.layouts = layouts;
        this.counterparts = counterparts;
    }

    /** What became of some rows. */
    record Taken(int taken, int unchanged, List<RefusedRow> refused) {}

    List<Column> columns(Subject subject) {
        return subject == Subject.COUNTERPART ? CounterpartLayout.COLUMNS : EntryCheck.columns(layouts.of(subject));
    }

    /** Takes rows over in the transaction of the caller. */
    Taken take(Subject subject, List<Row> rows, String reason, @Nullable UUID importId, Actor by) {
        store.lock(subject);
        return subject == Subject.COUNTERPART
                ? counterparts(rows, reason, by)
                : versions(layouts.of(subject), rows, reason, importId, by);
    }

    private Taken versions(Layout<?> layout, List<Row> rows, String reason, @Nullable UUID importId, Actor by) {
        EntryCheck check = new EntryCheck(
                new Known(store, layouts.all(), layout.subject(), true), store.today(), reason, importId);
        List<NewVersion> ready = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        int unchanged = 0;
        for (Row row : rows) {
            if (!row.faults().isEmpty()) {
                refused.add(new RefusedRow(row.number(), row.cells(), row.faults()));
                continue;
            }
            Result result = check.check(layout, row.cells());
            if (result instanceof Result.Refused wrong) {
                refused.add(new RefusedRow(row.number(), row.cells(), wrong.faults()));
            } else if (result instanceof Result.Ready version) {
                ready.add(version.version());
            } else {
                unchanged++;
            }
        }
        store.insertAll(ready, by);
        return new Taken(ready.size(), unchanged, refused);
    }

    /** A counterpart read from a row. */
    private record ReadRow(Row row, Counterpart entry, Typed typed) {}

    private Taken counterparts(List<Row> rows, String reason, Actor by) {
        List<RefusedRow> refused = new ArrayList<>();
        List<ReadRow> read = new ArrayList<>();
        for (Row row : rows) {
            Typed typed = new Typed(row.cells(), CounterpartLayout.COLUMNS);
            Optional<Counterpart> entry =
                    row.faults().isEmpty() ? CounterpartLayout.read(typed, counterparts.today()) : Optional.empty();
            if (entry.isPresent()) {
                read.add(new ReadRow(row, entry.orElseThrow(), typed));
            } else {
                List<Fault> faults = row.faults().isEmpty() ? typed.faults() : row.faults();
                refused.add(new RefusedRow(row.number(), row.cells(), faults));
            }
        }
        List<Decision> decisions = decide(read, refused);
        counterparts.store(decisions, reason, by);
        int unchanged = (int) decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.UNCHANGED)
                .count();
        refused.sort(java.util.Comparator.comparingInt(RefusedRow::number));
        return new Taken(decisions.size() - unchanged, unchanged, refused);
    }

    private List<Decision> decide(List<ReadRow> rows, List<RefusedRow> refused) {
        Map<String, CounterpartRow> held = counterparts.held(rows.stream()
                .map(row -> CounterpartRow.numberKey(row.entry()))
                .distinct()
                .toList());
        Map<String, Integer> rowOfKey = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (ReadRow row : rows) {
            String key = CounterpartRow.numberKey(row.entry());
            Integer earlier = rowOfKey.putIfAbsent(key, row.row().number());
            if (earlier != null) {
                row.typed().fault("name", "与第" + earlier + "行是同一个号码", "同一个行政相对人只保留一行");
                refused.add(refusedRow(row));
                continue;
            }
            counterparts
                    .decide(row.entry(), held.get(key), row.typed())
                    .ifPresentOrElse(decisions::add, () -> refused.add(refusedRow(row)));
        }
        return decisions;
    }

    private static RefusedRow refusedRow(ReadRow row) {
        return new RefusedRow(row.row().number(), row.row().cells(), row.typed().faults());
    }
}
