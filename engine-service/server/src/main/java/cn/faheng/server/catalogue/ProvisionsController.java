package cn.faheng.server.catalogue;

import cn.faheng.contract.api.ProvisionsApi;
import cn.faheng.contract.model.LawBody;
import cn.faheng.contract.model.LawListBody;
import cn.faheng.contract.model.LawVersionBody;
import cn.faheng.contract.model.ProvisionDiffBody;
import cn.faheng.contract.model.ProvisionOnDayBody;
import cn.faheng.contract.model.ProvisionOnDayBody.StateEnum;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.LawTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProvisionsController implements ProvisionsApi {

    private static final int LONGEST_COMPARED = 20_000;

    private final LawTexts laws;

    ProvisionsController(LawTexts laws) {
        this.laws = laws;
    }

    @Override
    public ResponseEntity<ProvisionOnDayBody> getProvision(String law, String at, LocalDate on) {
        return ResponseEntity.ok(onDay(law, path(at), Parameters.required("on", on)));
    }

    @Override
    public ResponseEntity<ProvisionDiffBody> diffProvision(String law, String at, LocalDate from, LocalDate to) {
        ProvisionPath path = path(at);
        ProvisionOnDayBody before = onDay(law, path, Parameters.required("from", from));
        ProvisionOnDayBody after = onDay(law, path, Parameters.required("to", to));
        String old = text(before);
        String fresh = text(after);
        if (old.length() > LONGEST_COMPARED || fresh.length() > LONGEST_COMPARED) {
            throw new ProblemException(Problem.ofParameter("at", "条文太长，请指定到款或者项。"));
        }
        return ResponseEntity.ok(new ProvisionDiffBody()
                .before(before)
                .after(after)
                .changed(!old.equals(fresh))
                .segments(TextDiff.between(old, fresh)));
    }

    private static String text(ProvisionOnDayBody provision) {
        return Optional.ofNullable(provision.getWords()).orElse("");
    }

    @Override
    public ResponseEntity<LawListBody> listLaws() {
        LawLibrary library = laws.library();
        return ResponseEntity.ok(new LawListBody()
                .laws(library.titles().stream()
                        .map(title -> law(title, library.versions(title)))
                        .toList()));
    }

    private static LawBody law(String title, List<LegalInstrument> versions) {
        return new LawBody()
                .title(title)
                .level(versions.get(versions.size() - 1).level())
                .versions(versions.stream()
                        .map(v -> new LawVersionBody()
                                .version(v.version())
                                .effectiveTo(v.effective().to())
                                .source(v.source())
                                .confidence(v.confidence())
                                .articles(v.articles().size()))
                        .toList());
    }

    private ProvisionOnDayBody onDay(String law, ProvisionPath at, LocalDate day) {
        List<LegalInstrument> versions = laws.library().versions(law);
        if (versions.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_LAW).with("law", Parameters.shortened(law)));
        }
        ProvisionOnDayBody body = new ProvisionOnDayBody()
                .law(law)
                .at(at.toString())
                .citation(new Citation.OfProvision(law, day, at).chinese())
                .on(day);
        Optional<LegalInstrument> inForce =
                versions.stream().filter(v -> v.effective().contains(day)).findFirst();
        return inForce.isPresent() ? words(body, inForce.get(), at) : notInForce(body, versions, day);
    }

    private static ProvisionOnDayBody words(ProvisionOnDayBody body, LegalInstrument version, ProvisionPath at) {
        body.version(version.version())
                .effectiveTo(version.effective().to())
                .source(version.source())
                .confidence(version.confidence());
        return version.words(at)
                .map(words -> body.state(StateEnum.IN_FORCE).words(words))
                .orElseGet(() -> body.state(StateEnum.PROVISION_NOT_HELD)
                        .explanation("《" + version.title() + "》自" + version.version() + "起施行的一版没有收录" + at.chinese()
                                + "，或者没有这一条款项。"));
    }

    private static ProvisionOnDayBody notInForce(
            ProvisionOnDayBody body, List<LegalInstrument> versions, LocalDate day) {
        LocalDate first = versions.get(0).version();
        LocalDate lastEnd = null;
        LocalDate next = null;
        for (LegalInstrument version : versions) {
            LocalDate to = version.effective().to();
            if (to != null && to.isBefore(day)) {
                lastEnd = to;
            }
            if (next == null && version.version().isAfter(day)) {
                next = version.version();
            }
        }
        if (lastEnd == null) {
            return body.state(StateEnum.NOT_YET_IN_FORCE)
                    .firstInForce(first)
                    .explanation("收录的最早一版自" + first + "起施行，" + day + "尚未施行或者没有收录。");
        }
        return body.state(StateEnum.ENDED)
                .lastInForce(lastEnd)
                .firstInForce(next)
                .explanation("此前收录的一版至" + lastEnd + "止" + (next == null ? "。" : "，其后收录的一版自" + next + "起施行。"));
    }

    private static ProvisionPath path(String at) {
        try {
            return ProvisionPath.parse(at);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.ofParameter("at", "条款项写作 条/款/项/目，例如 124/1/1；第一百二十条之一写作 120-1。"));
        }
    }
}
