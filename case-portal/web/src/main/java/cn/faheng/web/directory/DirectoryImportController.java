package cn.faheng.web.directory;

import cn.faheng.casework.directory.DirectoryImports;
import cn.faheng.casework.directory.ImportResult;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Subject;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Excel files of master data: the template, the upload, what became of it, and the report of refused rows. */
@Controller
final class DirectoryImportController {

    private static final int NEWEST = 30;
    private static final int SHOWN = 100;
    private static final String COUNTERPARTS = "counterparts";

    private final DirectoryImports imports;
    private final Proposals proposals;

    DirectoryImportController(DirectoryImports imports, Proposals proposals) {
        this.imports = imports;
        this.proposals = proposals;
    }

    private static Subject subject(String register) {
        return register.equals(COUNTERPARTS)
                ? Subject.COUNTERPART
                : Shelf.of(register).subject();
    }

    @GetMapping("/directory/{register}/template")
    ResponseEntity<byte[]> template(@PathVariable String register) {
        Subject subject = subject(register);
        return Files.excel(subject.chinese() + "模板.xlsx", imports.template(subject));
    }

    @GetMapping("/directory/{register}/import")
    String upload(@PathVariable String register, Model model, HttpServletRequest request) {
        return form(register, "", "", model, request);
    }

    @GetMapping("/counterparts/import")
    String uploadCounterparts(Model model, HttpServletRequest request) {
        return form(COUNTERPARTS, "", "", model, request);
    }

    private String form(String register, String reason, String refused, Model model, HttpServletRequest request) {
        Subject subject = subject(register);
        model.addAttribute("shelf", register);
        model.addAttribute("subject", subject);
        model.addAttribute("imports", imports.newest(subject, NEWEST));
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "mayImport",
                request.isUserInRole("LEGAL") || (subject == Subject.COUNTERPART && request.isUserInRole("OFFICER")));
        return "directory/import";
    }

    @PostMapping("/directory/{register}/import")
    String read(
            @PathVariable String register,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request) {
        return readFile(register, file, reason, model, request);
    }

    @PostMapping("/counterparts/import")
    String readCounterparts(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request) {
        return readFile(COUNTERPARTS, file, reason, model, request);
    }

    private String readFile(
            String register, @Nullable MultipartFile file, String reason, Model model, HttpServletRequest request) {
        try {
            if (file == null) {
                throw new ProblemException(ProblemType.IMPORT_REFUSED, "没有选择文件。请选择按模板填写的.xlsx文件。");
            }
            ImportResult result = imports.read(subject(register), Files.name(file), Files.bytes(file), reason);
            return "redirect:/directory/imports/" + result.id();
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN) {
                throw e;
            }
            return form(register, reason, e.problem().detail(), model, request);
        }
    }

    @GetMapping("/directory/imports/{id}")
    String result(@PathVariable UUID id, Model model, HttpServletRequest request) {
        ImportResult result = imports.get(id);
        boolean versions = result.subject() != Subject.COUNTERPART;
        boolean waiting = versions && !proposals.open(null, id, null, 1).lines().isEmpty();
        model.addAttribute("result", result);
        model.addAttribute("shelf", versions ? Shelf.of(result.subject()).path() : COUNTERPARTS);
        model.addAttribute("rows", imports.refused(id).stream().limit(SHOWN).toList());
        model.addAttribute("waiting", waiting);
        model.addAttribute("own", result.byAccount().equals(request.getRemoteUser()));
        model.addAttribute("mayDecide", waiting && Reviewers.mayDecide(request));
        return "directory/imported";
    }

    @GetMapping("/directory/imports/{id}/report")
    ResponseEntity<byte[]> report(@PathVariable UUID id) {
        return Files.excel(imports.get(id).subject().chinese() + "退回的行.xlsx", imports.report(id));
    }

    @PostMapping("/directory/imports/{id}")
    String approve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletRequest request) {
        try {
            proposals.approveImport(id, remark);
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN) {
                throw e;
            }
            model.addAttribute("refused", e.problem().detail());
            return result(id, model, request);
        }
        return "redirect:/directory/imports/" + id;
    }
}
