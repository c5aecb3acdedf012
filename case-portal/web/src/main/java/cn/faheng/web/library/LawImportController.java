package cn.faheng.web.library;

import cn.faheng.authoring.library.LawImport;
import cn.faheng.authoring.library.LawImport.Wanted;
import cn.faheng.authoring.library.LawLibraryService;
import cn.faheng.authoring.library.Recorder;
import cn.faheng.drafting.law.LawFile;
import cn.faheng.drafting.law.LawMetadata;
import cn.faheng.drafting.law.LawTextReader;
import cn.faheng.drafting.law.RefusedLawException;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Loading a text: a file or pasted words, looked at before they are stored. */
@Controller
final class LawImportController {

    private final LawLibraryService laws;

    LawImportController(LawLibraryService laws) {
        this.laws = laws;
    }

    @GetMapping("/laws/import")
    String form(Model model) {
        Authors.require();
        model.addAttribute("form", new LawForm());
        return "library/import";
    }

    @PostMapping("/laws/import")
    String load(
            @ModelAttribute("form") LawForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "preview") String action,
            Model model,
            RedirectAttributes next) {
        Authors.require();
        try {
            LawFile source = source(form, file);
            LawMetadata stated = form.metadata();
            boolean store = action.equals("store");
            LawImport done = laws.load(
                    source,
                    stated,
                    new Wanted(!store, form.isEndPrevious(), form.getReason().strip()),
                    Recorder.caller());
            if (store) {
                next.addAttribute("law", done.text().instrument().title());
                next.addAttribute("version", done.text().instrument().version().toString());
                next.addFlashAttribute("stored", done.outcome().name());
                return "redirect:/laws/text";
            }
            model.addAttribute("preview", done);
            if (done.difference() != null) {
                model.addAttribute("counts", ChangeCounts.of(done.difference()));
            }
            model.addAttribute(
                    "affected",
                    AffectedView.of(done.affected(), done.text().instrument().title()));
        } catch (ProblemException e) {
            problem(e.problem(), model);
        }
        return "library/import";
    }

    private static void problem(Problem problem, Model model) {
        if (problem.type() != ProblemType.LAW_REFUSED
                && problem.type() != ProblemType.LAW_CONFLICT
                && problem.type() != ProblemType.INVALID_PARAMETER) {
            throw new ProblemException(problem);
        }
        model.addAttribute("problem", problem.detail());
        model.addAttribute("conflict", problem.type() == ProblemType.LAW_CONFLICT);
        model.addAttribute(
                "problemRemarks",
                Optional.ofNullable(problem.members().get("remarks")).orElse(java.util.List.of()));
    }

    /** Of a new file the words are put into the form, so that they can be mended and are stored as they were looked at. */
    private static LawFile source(LawForm form, @Nullable MultipartFile file) {
        if (file != null && !file.isEmpty()) {
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            try {
                LawFile uploaded = new LawFile(shortened(name), file.getContentType(), file.getBytes());
                form.setFileName(shortened(name));
                form.setText(LawTextReader.plain(uploaded));
            } catch (RefusedLawException e) {
                throw new ProblemException(
                        Problem.of(ProblemType.LAW_REFUSED, e.reason()).with("remarks", e.remarks()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (form.getText().isBlank()) {
            throw new ProblemException(Problem.of(ProblemType.LAW_REFUSED, "请选择文件，或者粘贴法律文件的文字。"));
        }
        return form.file();
    }

    private static String shortened(String name) {
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }
}
