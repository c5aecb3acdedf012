package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Layout.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks one entry of what is kept in versions, from a form or from a row of a file, and says what is to be proposed. */
final class EntryCheck {

    static final Column APPLIES_FROM = Column.date("appliesFrom", "本版施行日", false, "2026-01-01");

    private static final int FURTHEST_YEARS = 2;

    private final Known known;
    private final LocalDate today;
    private final String reason;
    private final @Nullable UUID importId;

    EntryCheck(Known known, LocalDate today, String reason, @Nullable UUID importId) {
        this.known = known;
        this.today = today;
        this.reason = reason;
        this.importId = importId;
    }

    /** The columns of a subject with the day from which the version applies. */
    static List<Column> columns(Layout<?> layout) {
        List<Column> columns = new ArrayList<>(layout.columns());
        columns.add(APPLIES_FROM);
        return List.copyOf(columns);
    }

    /** What becomes of an entry. */
    sealed interface Result {

        /** Nothing: it is wrong. */
        record Refused(List<Fault> faults) implements Result {}

        /** Nothing: it is in force or proposed already. */
        record Unchanged(String code) implements Result {}

        /** A proposal. */
        record Ready(NewVersion version) implements Result {}
    }

    <T> Result check(Layout<T> layout, Map<String, String> row) {
        Typed typed = new Typed(row, columns(layout));
        Optional<T> read = layout.read(typed);
        Optional<LocalDate> wanted = typed.date(APPLIES_FROM.key());
        if (read.isEmpty() || !typed.faults().isEmpty()) {
            return new Result.Refused(typed.faults());
        }
        T typedContent = read.orElseThrow();
        Known.Held held = known.of(layout.subject(), layout.code(typedContent));
        StoredVersion inForce = held.inForce();
        T before = inForce == null ? null : ContentJson.read(inForce.content(), layout.type());
        T content = layout.keeping(typedContent, before);
        LocalDate appliesFrom = wanted.orElseGet(() -> inForce == null ? layout.begins(content) : today);
        NewVersion version =
                NewVersion.of(layout, content, appliesFrom, inForce == null ? null : inForce.id(), reason, importId);
        if (inForce != null && inForce.contentHash().equals(version.hash())) {
            return new Result.Unchanged(version.code());
        }
        StoredVersion open = held.open();
        if (open != null && open.contentHash().equals(version.hash())) {
            return new Result.Unchanged(version.code());
        }
        checkState(layout, typed, held, appliesFrom, wanted.isPresent());
        checkReferences(layout, typed, content);
        layout.check(content, known, typed);
        if (!typed.faults().isEmpty()) {
            return new Result.Refused(typed.faults());
        }
        known.coming(layout, content);
        return new Result.Ready(version);
    }

    private <T> void checkState(Layout<T> layout, Typed typed, Known.Held held, LocalDate appliesFrom, boolean wanted) {
        String key = layout.columns().get(0).key();
        if (held.open() != null) {
            typed.fault(
                    key,
                    "已有待审核的变更（" + held.open().compiled().name() + "提出，第"
                            + held.open().id() + "号）",
                    "请等它审核完毕，或者请提出人撤回后再提交");
        }
        if (held.coming() != null) {
            typed.fault(key, "与同一文件中前面的一行重复", "同一编码只保留一行");
        }
        StoredVersion inForce = held.inForce();
        if (wanted && inForce != null && appliesFrom.isBefore(inForce.appliesFrom())) {
            typed.fault(
                    APPLIES_FROM.key(), "早于现行版的施行日" + inForce.appliesFrom(), "请改为" + inForce.appliesFrom() + "或者以后的日期");
        }
        if (appliesFrom.isAfter(today.plusYears(FURTHEST_YEARS))) {
            typed.fault(APPLIES_FROM.key(), "在" + FURTHEST_YEARS + "年以后", "请核对施行日");
        }
    }

    private <T> void checkReferences(Layout<T> layout, Typed typed, T content) {
        for (Reference missing : known.missing(layout, content)) {
            typed.fault(
                    missing.column(),
                    "没有" + missing.subject().chinese() + "“" + Typed.shortened(missing.code()) + "”",
                    "请核对编码，或者先登记该" + missing.subject().chinese());
        }
    }
}
