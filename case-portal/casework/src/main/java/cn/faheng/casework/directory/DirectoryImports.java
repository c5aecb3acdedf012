package cn.faheng.casework.directory;

import cn.faheng.casework.directory.FileRows.Row;
import cn.faheng.casework.directory.ImportResult.RefusedRow;
import cn.faheng.casework.directory.RowIntake.Taken;
import cn.faheng.casework.workbook.Line;
import cn.faheng.casework.workbook.RefusedWorkbookException;
import cn.faheng.casework.workbook.SheetOut;
import cn.faheng.casework.workbook.WorkbookReader;
import cn.faheng.casework.workbook.WorkbookWriter;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.identity.Role;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Excel files of master data: every row is checked, the good ones become proposals, the others are reported. */
@Service
public class DirectoryImports {

    /** Reading a file takes memory; two at a time are enough for a city. */
    private static final int AT_ONCE = 2;

    private final RowIntake intake;
    private final ImportStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);

    DirectoryImports(
            RowIntake intake, ImportStore store, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Role[] importers(Subject subject) {
        return subject == Subject.COUNTERPART ? Actor.WRITERS_OF_COUNTERPARTS : Actor.COMPILERS;
    }

    /**
     * Reads a file and takes its good rows over: as proposals to be reviewed, counterparts at once. The same file again changes nothing.
     *
     * @throws ProblemException when the file cannot be read as a whole
     */
    public ImportResult read(Subject subject, String fileName, byte[] bytes, String reason) {
        Actor actor = Actor.callerWith("导入" + subject.chinese(), importers(subject));
        String why = Proposals.reason(reason);
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemType.BUSY, "正在读取别人上传的文件。请过几秒再上传。");
        }
        try {
            List<Column> columns = intake.columns(subject);
            FileRows rows = FileRows.of(lines(fileName, bytes), columns, fileName);
            return take(subject, fileName, Sha256.hex(bytes), rows.rows(), why, actor);
        } finally {
            places.release();
        }
    }

    private static List<Line> lines(String fileName, byte[] bytes) {
        try {
            List<Line> lines = WorkbookReader.read(fileName, bytes);
            if (lines.isEmpty()) {
                throw new ProblemException(ProblemType.IMPORT_REFUSED, "文件“" + fileName + "”的第一张工作表是空的。请填写后再导入。");
            }
            return lines;
        } catch (RefusedWorkbookException e) {
            throw new ProblemException(ProblemType.IMPORT_REFUSED, String.valueOf(e.getMessage()));
        }
    }

    /** Takes rows over that were read elsewhere. */
    ImportResult take(Subject subject, String fileName, String fileHash, List<Row> rows, String why, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID id = UUID.randomUUID();
            Taken taken = intake.take(subject, rows, why, id, actor);
            ImportResult result = new ImportResult(
                    id,
                    subject,
                    fileName,
                    rows.size(),
                    taken.taken(),
                    taken.unchanged(),
                    taken.refused().size(),
                    why,
                    actor.name(),
                    actor.account(),
                    OffsetDateTime.now(clock));
            store.insert(result, fileHash, taken.refused());
            audit.write(
                    "directory-imported",
                    subject.slug() + "-import",
                    id.toString(),
                    Map.of(
                            "file", fileName,
                            "sha256", fileHash,
                            "rows", result.rows(),
                            "taken", result.taken(),
                            "unchanged", result.unchanged(),
                            "refused", result.refused()));
            return result;
        }));
    }

    public ImportResult get(UUID id) {
        ImportResult result = store.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.IMPORT_NOT_FOUND, "没有这次导入。请从导入页面的列表里打开。"));
        requireReader(result.subject());
        return result;
    }

    /** Rows hold what was typed; those of counterparts are for those who work with them. */
    private static void requireReader(Subject subject) {
        if (subject == Subject.COUNTERPART) {
            Actor.callerWith("查看行政相对人的导入", Actor.WRITERS_OF_COUNTERPARTS);
        } else {
            Actor.callerWith("查看名录的导入", Role.LEGAL, Role.HEAD, Role.SUPERVISOR, Role.AUDITOR);
        }
    }

    public List<ImportResult> newest(Subject subject, int limit) {
        requireReader(subject);
        return store.newest(subject, limit);
    }

    /** The rows that were refused, in the order of the file. */
    public List<RefusedRow> refused(UUID id) {
        get(id);
        return store.refused(id);
    }

    /** The refused rows as a file to be mended and imported again, and on a second sheet fault by fault. */
    public byte[] report(UUID id) {
        ImportResult result = get(id);
        List<Column> columns = intake.columns(result.subject());
        List<RefusedRow> refused = store.refused(id);
        List<String> headings = new ArrayList<>(headings(columns));
        headings.add(FileRows.ROW);
        headings.add(FileRows.FAULTS);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> faults = new ArrayList<>();
        for (RefusedRow row : refused) {
            List<String> cells = new ArrayList<>(columns.stream()
                    .map(column -> row.cells().getOrDefault(column.key(), ""))
                    .toList());
            cells.add(String.valueOf(row.number()));
            cells.add(row.faults().stream().map(Fault::text).collect(Collectors.joining("\n")));
            rows.add(cells);
            row.faults()
                    .forEach(fault -> faults.add(Arrays.asList(
                            String.valueOf(row.number()),
                            fault.heading(),
                            row.cells().getOrDefault(fault.column(), ""),
                            fault.what(),
                            fault.remedy())));
        }
        return WorkbookWriter.write(List.of(
                new SheetOut("退回的行", headings, choices(columns), rows),
                SheetOut.of("问题清单", List.of("行号", "列", "填写的内容", "问题", "怎么办"), faults)));
    }

    /** An empty file to fill in, with a sheet that says what belongs into each column. */
    public byte[] template(Subject subject) {
        List<Column> columns = intake.columns(subject);
        List<List<String>> help = columns.stream()
                .map(column ->
                        List.of(column.heading(), column.required() ? "必填" : "可以不填", words(column), column.example()))
                .toList();
        return WorkbookWriter.write(List.of(
                new SheetOut(subject.chinese(), headings(columns), choices(columns), List.of()),
                SheetOut.of("填写说明", List.of("列", "是否必填", "填写什么", "例如"), help)));
    }

    private static String words(Column column) {
        String choices = column.choices().stream().map(Column.Choice::name).collect(Collectors.joining("、"));
        return switch (column.type()) {
            case DATE -> "日期，写成2026-01-31的样子";
            case CHOICE -> "从中选一项：" + choices;
            case CHOICES -> "可以填几项，用顿号隔开：" + choices;
            case LINES -> "可以填几项，各占一行或者用分号隔开";
            case TEXT, LONG_TEXT -> "文字，不超过" + column.longest() + "字";
        };
    }

    static List<String> headings(List<Column> columns) {
        return columns.stream().map(Column::heading).toList();
    }

    private static Map<Integer, List<String>> choices(List<Column> columns) {
        Map<Integer, List<String>> choices = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == Column.Type.CHOICE) {
                choices.put(
                        i,
                        columns.get(i).choices().stream()
                                .map(Column.Choice::name)
                                .toList());
            }
        }
        return choices;
    }
}
