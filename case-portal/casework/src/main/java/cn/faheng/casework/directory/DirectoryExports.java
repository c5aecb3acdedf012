package cn.faheng.casework.directory;

import cn.faheng.casework.workbook.SheetOut;
import cn.faheng.casework.workbook.WorkbookWriter;
import cn.faheng.server.audit.AuditLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Excel files of what is in force, in the columns in which it is imported. */
@Service
public class DirectoryExports {

    private static final int PER_PAGE = 500;

    private final VersionStore store;
    private final Layouts layouts;
    private final CounterpartService counterparts;
    private final CounterpartSearch search;
    private final AuditLog audit;

    DirectoryExports(
            VersionStore store,
            Layouts layouts,
            CounterpartService counterparts,
            CounterpartSearch search,
            AuditLog audit) {
        this.store = store;
        this.layouts = layouts;
        this.counterparts = counterparts;
        this.search = search;
        this.audit = audit;
    }

    /** Everything that matches, as it stood on a day. */
    @Transactional
    public byte[] export(Subject subject, Find find, LocalDate day) {
        Actor.caller();
        Layout<?> layout = layouts.of(subject);
        List<Column> columns = layout.columns();
        List<List<String>> rows = store.search(subject, find.after(null).unlimited(), day).stream()
                .map(version -> cells(columns, layouts.typed(layouts.version(version))))
                .toList();
        audit.write("directory-exported", subject.slug(), "", Map.of("rows", rows.size(), "day", day.toString()));
        return WorkbookWriter.write(List.of(SheetOut.of(subject.chinese(), DirectoryImports.headings(columns), rows)));
    }

    /**
     * Counterparts that match, personal data hidden; in full where a reason is given, which the audit log keeps.
     *
     * @param reason why the numbers are needed, or null
     */
    @Transactional
    public byte[] exportCounterparts(Find find, @Nullable String reason) {
        Actor.callerWith("导出行政相对人", Actor.READERS_OF_COUNTERPARTS);
        Optional<String> why =
                Optional.ofNullable(reason).filter(text -> !text.isBlank()).map(Proposals::reason);
        List<List<String>> rows = new ArrayList<>();
        Find page = find.after(null).atMost(PER_PAGE);
        Found<CounterpartSearch.Hit> hits = search.find(page);
        while (true) {
            for (CounterpartSearch.Hit hit : hits.lines()) {
                counterparts
                        .find(hit.id())
                        .ifPresent(c ->
                                rows.add(cells(CounterpartLayout.COLUMNS, CounterpartLayout.write(c, why.isEmpty()))));
            }
            String next = hits.next();
            if (next == null) {
                break;
            }
            hits = search.find(page.after(next));
        }
        audit.write(
                why.isPresent() ? "counterparts-exported-unmasked" : "counterparts-exported",
                "counterpart",
                "",
                Map.of("rows", rows.size(), "reason", why.orElse("")));
        return WorkbookWriter.write(List.of(SheetOut.of(
                Subject.COUNTERPART.chinese(), DirectoryImports.headings(CounterpartLayout.COLUMNS), rows)));
    }

    private static List<String> cells(List<Column> columns, Map<String, String> row) {
        return columns.stream()
                .map(column -> row.getOrDefault(column.key(), ""))
                .toList();
    }
}
