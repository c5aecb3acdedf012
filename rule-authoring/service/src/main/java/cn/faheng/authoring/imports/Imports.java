package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.NewDraft;
import cn.faheng.authoring.drafts.ProposedCases;
import cn.faheng.authoring.drafts.ProposedCases.Proposal;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.Intake;
import cn.faheng.drafting.intake.IntakeContext;
import cn.faheng.drafting.intake.IntakeRefusedException;
import cn.faheng.drafting.intake.IntakeResult;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.LawTexts;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes published tables in: the file is kept, everything in it is shown with what was understood, and drafts are made of its items. */
@Service
public class Imports {

    /** The largest file, in bytes. */
    public static final int LARGEST = 20 << 20;

    private final ImportRows rows;
    private final Drafts drafts;
    private final RuleBases ruleBases;
    private final LawTexts texts;
    private final TransactionTemplate transaction;

    Imports(ImportRows rows, Drafts drafts, RuleBases ruleBases, LawTexts texts, TransactionTemplate transaction) {
        this.rows = rows;
        this.drafts = drafts;
        this.ruleBases = ruleBases;
        this.texts = texts;
        this.transaction = transaction;
    }

    /**
     * Reads a file and keeps it with what was understood.
     *
     * @throws ProblemException {@code import-refused} saying why a file is not read at all
     */
    public StoredImport read(SourceFile file, Actor actor) {
        actor.require(Office.AUTHOR);
        if (file.bytes().length > LARGEST) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "文件不能超过 20 MiB；请按事项拆分。");
        }
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".drl")) {
            throw new ProblemException(ProblemType.DRL_NOT_ACCEPTED);
        }
        IntakeResult result;
        try {
            RuleBaseState current = ruleBases.current();
            result = ExportedDraft.read(file)
                    .orElseGet(() -> Intake.read(file, new IntakeContext(current.base(), texts.library())));
        } catch (IntakeRefusedException e) {
            throw new ProblemException(Problem.of(ProblemType.IMPORT_REFUSED, String.valueOf(e.getMessage()))
                    .with("fileName", file.name()));
        }
        StoredImport made = new StoredImport(
                UUID.randomUUID(),
                file.name(),
                Sha256.hex(file.bytes()),
                new Signature(
                        actor.name(),
                        actor.displayName(),
                        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS)),
                result,
                Map.of());
        rows.insert(made, file);
        return made;
    }

    /** The import; throws the problem {@code import-not-found}. */
    public StoredImport get(UUID id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /** The imports, the newest first. */
    public List<ImportSummary> newest(int limit) {
        return rows.newest(limit);
    }

    /** Items of the rule base that rest on the same article as an imported one, those that read most like it first. */
    public List<Item> candidates(ImportedItem item) {
        return ItemLinks.candidates(ruleBases.current().base().catalogue(), item.content());
    }

    /** The item of the rule base that an imported one seems to be, if it is not numbered like one. */
    public Optional<Item> likely(ImportedItem item) {
        return ItemLinks.likely(ruleBases.current().base().catalogue(), item.content());
    }

    /** The file as it came. */
    public SourceFile file(UUID id) {
        return new SourceFile(get(id).fileName(), rows.bytes(id).orElseThrow(() -> unknown(id)));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(Problem.of(ProblemType.IMPORT_NOT_FOUND).with("import", id.toString()));
    }

    /**
     * Makes drafts of items; of one that a draft was made of before, that draft is answered.
     *
     * @param items numbers of the items from 1, or null for all of them
     * @param codes number of an item to the code of the item it is for: one of the rule base, or a new one; what is not named keeps the
     *     code it was read with
     */
    public List<Draft> draft(UUID id, @Nullable List<Integer> items, Map<Integer, String> codes, Actor actor) {
        actor.require(Office.AUTHOR);
        StoredImport stored = get(id);
        List<ImportedItem> found = stored.result().items();
        if (items != null) {
            items.forEach(item -> checkNumber(item, found.size()));
        }
        codes.keySet().forEach(item -> checkNumber(item, found.size()));
        List<Draft> made = new ArrayList<>();
        for (int number = 1; number <= found.size(); number++) {
            if (items == null || items.contains(number)) {
                UUID known = stored.drafts().get(number);
                made.add(
                        known != null
                                ? drafts.get(known)
                                : draft(stored, number, found.get(number - 1), codes.get(number), actor));
            }
        }
        return made;
    }

    private static void checkNumber(int item, int count) {
        if (item < 1 || item > count) {
            throw new ProblemException(ProblemType.OUT_OF_RANGE, "这次导入有 " + count + " 个事项，没有第 " + item + " 个。");
        }
    }

    private Draft draft(StoredImport stored, int number, ImportedItem item, @Nullable String code, Actor actor) {
        Proposal proposed = ProposedCases.ofStatute(
                ItemLinks.linked(ruleBases.current().base().catalogue(), item.content(), code));
        String what = "由《" + stored.fileName() + "》导入：" + item.title()
                + (proposed.problem() == null ? "" : "（" + proposed.problem() + "）");
        return Objects.requireNonNull(transaction.execute(status -> {
            Draft draft = drafts.create(NewDraft.of(proposed.content(), what), stored.id(), actor);
            if (!rows.drafted(stored.id(), number, draft.id())) {
                status.setRollbackOnly();
                return drafts.get(
                        Objects.requireNonNull(get(stored.id()).drafts().get(number)));
            }
            return draft;
        }));
    }
}
