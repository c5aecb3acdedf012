package cn.faheng.authoring.library;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.authoring.library.LawImport.Wanted;
import cn.faheng.contract.api.LawsApi;
import cn.faheng.contract.model.CitingListBody;
import cn.faheng.contract.model.ClauseDraftRequestBody;
import cn.faheng.contract.model.ClauseReadingBody;
import cn.faheng.contract.model.ClauseRequestBody;
import cn.faheng.contract.model.DraftBody;
import cn.faheng.contract.model.LawDiffBody;
import cn.faheng.contract.model.LawEndingBody;
import cn.faheng.contract.model.LawImpactBody;
import cn.faheng.contract.model.LawImportBody;
import cn.faheng.contract.model.LawTextViewBody;
import cn.faheng.contract.model.LawVersionsBody;
import cn.faheng.drafting.law.LawFile;
import cn.faheng.drafting.law.LawMetadata;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.Problem.FieldError;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LawsController implements LawsApi {

    private final LawLibraryService library;
    private final ClauseService clauses;
    private final ClauseDrafts clauseDrafts;
    private final HttpServletRequest request;
    private final Clock clock;

    LawsController(
            LawLibraryService library,
            ClauseService clauses,
            ClauseDrafts clauseDrafts,
            HttpServletRequest request,
            Clock clock) {
        this.library = library;
        this.clauses = clauses;
        this.clauseDrafts = clauseDrafts;
        this.request = request;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public ResponseEntity<LawImportBody> importLaw(
            Resource body,
            @Nullable String fileName,
            @Nullable String title,
            @Nullable String level,
            @Nullable LocalDate promulgated,
            @Nullable LocalDate effective,
            @Nullable LocalDate validTo,
            @Nullable String source,
            @Nullable String confidence,
            @Nullable String note,
            @Nullable String reason,
            Boolean endPrevious,
            Boolean dryRun) {
        LawFile file = new LawFile(limited("fileName", fileName, 200), request.getContentType(), content(body));
        LawMetadata stated = new LawMetadata(
                limited("title", title, 200),
                limited("level", level, 40),
                day("promulgated", promulgated),
                day("effective", effective),
                day("validTo", validTo),
                limited("source", source, 500),
                limited("confidence", confidence, 500),
                limited("note", note, 2000));
        Wanted wanted = new Wanted(dryRun, endPrevious, limited("reason", reason, 500));
        return ResponseEntity.ok(LawViews.imported(library.load(file, stated, wanted, Recorder.caller()), today()));
    }

    private static byte[] content(Resource body) {
        try {
            return body.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ResponseEntity<LawVersionsBody> listLawVersions(String law) {
        return ResponseEntity.ok(new LawVersionsBody()
                .law(law)
                .versions(library.versions(law).stream().map(LawViews::version).toList()));
    }

    @Override
    public ResponseEntity<LawTextViewBody> readLaw(String law, LocalDate version) {
        return ResponseEntity.ok(LawViews.text(library.version(law, version)));
    }

    @Override
    public ResponseEntity<LawDiffBody> diffLaw(String law, LocalDate from, LocalDate to, Boolean all) {
        return ResponseEntity.ok(LawViews.difference(library.difference(law, from, to), all));
    }

    @Override
    public ResponseEntity<CitingListBody> listCitingRuleSets(String law, LocalDate version, @Nullable String at) {
        return ResponseEntity.ok(new CitingListBody()
                .law(law)
                .version(version)
                .citing(library.citing(law, version, at == null ? null : path(at)).stream()
                        .map(citing -> LawViews.citing(citing, law, today()))
                        .toList()));
    }

    @Override
    public ResponseEntity<LawImpactBody> getLawImpact(String law, LocalDate from, @Nullable LocalDate to) {
        return ResponseEntity.ok(new LawImpactBody()
                .law(law)
                .from(from)
                .to(to)
                .affected(LawViews.affected(library.impact(law, from, to), law, today())));
    }

    @Override
    public ResponseEntity<LawImpactBody> endLaw(LawEndingBody ending) {
        String law = required("/law", ending.getLaw(), 200);
        String document = required("/document", ending.getDocument(), 500);
        LocalDate version = required("/version", ending.getVersion());
        LocalDate lastDay = required("/lastDay", ending.getLastDay());
        return ResponseEntity.ok(new LawImpactBody()
                .law(law)
                .from(version)
                .affected(LawViews.affected(
                        library.end(law, version, lastDay, document, Recorder.caller()), law, today())));
    }

    @Override
    public ResponseEntity<ClauseReadingBody> readClause(ClauseRequestBody asked) {
        return ResponseEntity.ok(clauses.read(asked));
    }

    @Override
    public ResponseEntity<DraftBody> draftClause(ClauseDraftRequestBody asked) {
        Draft draft = clauseDrafts.draft(asked, Actor.caller());
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .eTag(String.valueOf(draft.revision()))
                .body(Views.draft(draft));
    }

    static ProvisionPath path(String at) {
        try {
            return ProvisionPath.parse(at);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.ofParameter("at", "条款项写作 条/款/项/目，例如 124/1/1；第一百二十条之一写作 120-1。"));
        }
    }

    private static String limited(String name, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 最多 " + longest + " 个字符。"));
        }
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate day(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
            throw new ProblemException(Problem.ofParameter(name, "参数 " + name + " 应当是 1900 年至 2199 年的日期。"));
        }
        return day;
    }

    private static String required(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw missing(pointer, "，最多 " + longest + " 个字符。");
        }
        return value;
    }

    private static LocalDate required(String pointer, @Nullable LocalDate value) {
        if (value == null) {
            throw missing(pointer, "（yyyy-mm-dd）。");
        }
        return value;
    }

    private static ProblemException missing(String pointer, String form) {
        return new ProblemException(Problem.ofFields(
                List.of(FieldError.at(pointer, ProblemType.MISSING_FIELD, "请填写 " + pointer.substring(1) + form))));
    }
}
