package cn.faheng.authoring.library;

import cn.faheng.authoring.library.LawImport.Outcome;
import cn.faheng.authoring.library.LawImport.Wanted;
import cn.faheng.authoring.library.LawRows.TextRow;
import cn.faheng.drafting.law.CitationImpact;
import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.drafting.law.CitationImpact.Citing;
import cn.faheng.drafting.law.LawDifference;
import cn.faheng.drafting.law.LawFile;
import cn.faheng.drafting.law.LawMetadata;
import cn.faheng.drafting.law.LawText;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.drafting.law.LawTextReader;
import cn.faheng.drafting.law.ProvisionFates;
import cn.faheng.drafting.law.RefusedLawException;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.LawTexts;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.server.registry.StoredLaw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Legal instruments in dated versions: those of the release and those that people load, as one library. */
@Service
public class LawLibraryService {

    private final LawTexts laws;
    private final LawRows rows;
    private final LawShelf shelf;
    private final RuleBases ruleBases;
    private final OpenDrafts drafts;
    private final TransactionTemplate transaction;

    LawLibraryService(
            LawTexts laws,
            LawRows rows,
            LawShelf shelf,
            RuleBases ruleBases,
            OpenDrafts drafts,
            TransactionTemplate transaction) {
        this.laws = laws;
        this.rows = rows;
        this.shelf = shelf;
        this.ruleBases = ruleBases;
        this.drafts = drafts;
        this.transaction = transaction;
    }

    /** All instruments: those of the release, joined with those that were loaded. */
    public LawLibrary library() {
        return laws.library();
    }

    /**
     * Loads a text.
     *
     * @throws ProblemException {@code law-refused} where it cannot be read, {@code law-conflict} where it contradicts what is held
     */
    public LawImport load(LawFile file, LawMetadata stated, Wanted wanted, Recorder by) {
        LawText read = sourced(read(file, stated), file);
        if (wanted.dryRun()) {
            return loaded(read, wanted, by);
        }
        LawImport done = transaction.execute(status -> {
            rows.lock();
            shelf.look();
            return loaded(read, wanted, by);
        });
        shelf.look();
        return java.util.Objects.requireNonNull(done);
    }

    /** Where nobody names a source, the file is it. */
    private static LawText sourced(LawText text, LawFile file) {
        LegalInstrument law = text.instrument();
        if (!law.source().isEmpty()) {
            return text;
        }
        LegalInstrument named = new LegalInstrument(
                law.title(),
                law.level(),
                law.effective(),
                file.name().isBlank() ? "粘贴的文字" : "上传的文件 " + file.name(),
                law.confidence(),
                law.articles());
        return new LawText(
                named,
                text.promulgated(),
                text.note(),
                text.numbering(),
                text.headings(),
                text.front(),
                text.annex(),
                text.remarks());
    }

    private static LawText read(LawFile file, LawMetadata stated) {
        try {
            return LawTextReader.read(file, stated);
        } catch (RefusedLawException e) {
            throw new ProblemException(Problem.of(ProblemType.LAW_REFUSED, e.reason())
                    .with("reason", e.code())
                    .with("remarks", e.remarks()));
        }
    }

    private LawImport loaded(LawText text, Wanted wanted, Recorder by) {
        LegalInstrument law = text.instrument();
        Neighbours neighbours = Neighbours.of(laws.library(), law);
        Optional<String> held = rows.latestHash(law.title(), law.version());
        if (held.isPresent() && held.get().equals(LawRows.hash(text))) {
            return new LawImport(
                    Outcome.UNCHANGED, text, neighbours.previousDay(), null, null, text.remarks(), List.of());
        }
        boolean correction = held.isPresent();
        if (correction && wanted.reason().isBlank()) {
            throw conflict(
                    "《" + law.title() + "》自" + law.version() + "起施行的一版已经收录，文字不同。改正文字的，请写明理由（reason）；是另一版的，请核对施行日期。",
                    law);
        }
        List<Remark> remarks = new ArrayList<>(text.remarks());
        StoredLaw.Ending previousEnds = neighbours.ending(law, wanted.endPrevious());
        remarks.addAll(ReleasedWords.remarks(laws.released(), law));
        LegalInstrument previous = neighbours.previous();
        LawDifference difference = previous == null ? null : LawDifference.between(previous, law);
        LawImport result = new LawImport(
                wanted.dryRun() ? Outcome.PREVIEW : correction ? Outcome.CORRECTED : Outcome.STORED,
                text,
                neighbours.previousDay(),
                previousEnds == null ? null : previousEnds.lastDay(),
                difference,
                remarks,
                previous == null ? List.of() : affected(previous, law));
        if (!wanted.dryRun()) {
            rows.insert(text, wanted.reason(), by);
            LocalDate ends = law.effective().to();
            boolean openInRelease = laws.released()
                    .version(law.title(), law.version())
                    .filter(cited -> cited.effective().to() == null)
                    .isPresent();
            if (ends != null && openInRelease) {
                rows.insert(new StoredLaw.Ending(law.title(), law.version(), ends), law.source(), by);
            }
            if (previousEnds != null) {
                rows.insert(previousEnds, "《" + law.title() + "》自" + law.version() + "起施行的一版取代", by);
            }
        }
        return result;
    }

    private static ProblemException conflict(String detail, LegalInstrument law) {
        return new ProblemException(Problem.of(ProblemType.LAW_CONFLICT, detail)
                .with("law", law.title())
                .with("version", law.version().toString()));
    }

    /** The versions of an instrument, oldest first; throws {@code unknown-law}. */
    public List<StoredVersion> versions(String law) {
        List<LegalInstrument> versions = laws.library().versions(law);
        if (versions.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW).with("law", law));
        }
        return versions.stream().map(this::stored).toList();
    }

    /** One version; throws {@code unknown-law} or {@code unknown-law-version}. */
    public StoredVersion version(String law, LocalDate version) {
        return stored(instrument(law, version));
    }

    private StoredVersion stored(LegalInstrument instrument) {
        List<TextRow> texts = rows.texts(instrument.title(), instrument.version());
        return new StoredVersion(
                instrument,
                texts.isEmpty() ? null : texts.get(texts.size() - 1).text(),
                laws.released()
                        .version(instrument.title(), instrument.version())
                        .isPresent(),
                texts.stream().map(TextRow::revision).toList(),
                rows.endings(instrument.title(), instrument.version()));
    }

    private LegalInstrument instrument(String law, LocalDate version) {
        LawLibrary library = laws.library();
        if (library.versions(law).isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW).with("law", law));
        }
        return library.version(law, version)
                .orElseThrow(() -> new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW_VERSION)
                        .with("law", law)
                        .with("version", version.toString())));
    }

    /** What changed between two versions. */
    public LawDifference difference(String law, LocalDate from, LocalDate to) {
        return LawDifference.between(instrument(law, from), instrument(law, to));
    }

    /** Rule sets and drafts that rest on a version, or on the provision {@code at} of it. */
    public List<Citing> citing(String law, LocalDate version, @Nullable ProvisionPath at) {
        instrument(law, version);
        return CitationImpact.citing(ruleBases.current().catalogue().ruleSets(), drafts.all(), law, version, at);
    }

    /** Those whose provision changes, moves or ends when the version {@code to} takes the place of {@code from}, or when it just ends. */
    public List<Affected> impact(String law, LocalDate from, @Nullable LocalDate to) {
        LegalInstrument before = instrument(law, from);
        return to == null
                ? CitationImpact.affected(citing(law, from, null), ProvisionFates.ended(before))
                : affected(before, instrument(law, to));
    }

    private List<Affected> affected(LegalInstrument before, LegalInstrument after) {
        List<Citing> citing = citing(before.title(), before.version(), null);
        return citing.isEmpty() ? List.of() : CitationImpact.affected(citing, ProvisionFates.between(before, after));
    }

    /** Writes the last day of a version, and says who is affected; throws {@code law-conflict} where it cannot be. */
    public List<Affected> end(String law, LocalDate version, LocalDate lastDay, String document, Recorder by) {
        LegalInstrument ending = instrument(law, version);
        if (lastDay.isBefore(version)) {
            throw conflict("终止日期 " + lastDay + " 早于施行日期 " + version + "。请改正日期。", ending);
        }
        Neighbours neighbours = Neighbours.of(laws.library(), ending);
        LegalInstrument next = neighbours.next();
        if (next != null && !lastDay.isBefore(next.version())) {
            throw conflict("下一版自 " + next.version() + " 起施行，这一版最晚施行到它的前一天。请改正日期。", ending);
        }
        transaction.executeWithoutResult(status -> {
            rows.lock();
            rows.insert(new StoredLaw.Ending(law, version, lastDay), document, by);
        });
        shelf.look();
        return impact(law, version, next == null ? null : next.version());
    }
}
