package cn.faheng.web.library;

import cn.faheng.authoring.library.LawLibraryService;
import cn.faheng.authoring.library.Recorder;
import cn.faheng.authoring.library.StoredVersion;
import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.drafting.law.LawDifference;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The instruments of the library, their versions, and who rests on them. */
@Controller
final class LawController {

    private static final int MOST = 200;

    private final LawLibraryService laws;

    LawController(LawLibraryService laws) {
        this.laws = laws;
    }

    @GetMapping("/laws")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String level, Model model) {
        LawLibrary library = laws.library();
        String wanted = q.strip();
        List<Shown> all = library.titles().stream()
                .map(title -> new Shown(title, library.versions(title)))
                .toList();
        List<Shown> found = all.stream()
                .filter(law -> law.title().contains(wanted))
                .filter(law -> level.isEmpty() || law.latest().level().equals(level))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("level", level);
        model.addAttribute(
                "levels",
                all.stream()
                        .map(law -> law.latest().level())
                        .filter(l -> !l.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("total", found.size());
        model.addAttribute("laws", found.stream().limit(MOST).toList());
        model.addAttribute("mayWrite", Authors.isSignedIn());
        return "library/laws";
    }

    /**
     * An instrument.
     *
     * @param title its title
     * @param versions its versions, oldest first
     */
    public record Shown(String title, List<LegalInstrument> versions) {
        public LegalInstrument latest() {
            return versions.get(versions.size() - 1);
        }
    }

    @GetMapping("/laws/text")
    String text(
            @RequestParam String law,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> version,
            Model model) {
        List<StoredVersion> versions = laws.versions(law);
        StoredVersion shown = version.map(day -> laws.version(law, day)).orElse(versions.get(versions.size() - 1));
        model.addAttribute("law", law);
        model.addAttribute("versions", versions);
        model.addAttribute("shown", shown);
        model.addAttribute("articles", ArticleView.of(shown));
        model.addAttribute(
                "citing", CitingView.of(laws.citing(law, shown.instrument().version(), null), law));
        model.addAttribute("mayWrite", Authors.isSignedIn());
        return "library/law";
    }

    @GetMapping("/laws/diff")
    String difference(
            @RequestParam String law,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        LawDifference difference = laws.difference(law, from, to);
        model.addAttribute("law", law);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("all", all);
        model.addAttribute("counts", ChangeCounts.of(difference));
        model.addAttribute(
                "changes",
                ChangeView.of(
                        difference,
                        laws.version(law, from).instrument(),
                        laws.version(law, to).instrument(),
                        all));
        List<Affected> affected = laws.impact(law, from, to);
        model.addAttribute("affected", AffectedView.of(affected, law));
        return "library/difference";
    }

    @GetMapping("/laws/citing")
    String citing(
            @RequestParam String law,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate version,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        Optional<ProvisionPath> path = Paths.parsed(at);
        model.addAttribute("law", law);
        model.addAttribute("version", version);
        model.addAttribute("at", at);
        model.addAttribute("wrong", !at.isBlank() && path.isEmpty());
        model.addAttribute("place", path.map(ProvisionPath::chinese).orElse(""));
        model.addAttribute("citing", CitingView.of(laws.citing(law, version, path.orElse(null)), law));
        return "library/citing";
    }

    @PostMapping("/laws/end")
    String end(
            @RequestParam(defaultValue = "") String law,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String document,
            Model model) {
        Authors.require();
        LocalDate from = day("version", version);
        LocalDate last = day("lastDay", lastDay);
        if (document.isBlank() || document.length() > 500) {
            throw new ProblemException(Problem.ofParameter("document", "请写明依据的文件，最多 500 个字符。"));
        }
        List<Affected> affected = laws.end(law, from, last, document.strip(), Recorder.caller());
        model.addAttribute("law", law);
        model.addAttribute("version", from);
        model.addAttribute("lastDay", last);
        model.addAttribute("affected", AffectedView.of(affected, law));
        return "library/ended";
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.ofParameter(name, "“" + value + "”不是日期，请写作 2021-07-15。"));
        }
    }
}
