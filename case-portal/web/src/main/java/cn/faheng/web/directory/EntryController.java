package cn.faheng.web.directory;

import cn.faheng.casework.directory.Photos;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.casework.directory.Registers;
import cn.faheng.casework.directory.Subject;
import cn.faheng.casework.directory.Version;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Proposing a new entry of a register, or a change of one. */
@Controller
final class EntryController {

    private final Registers registers;
    private final Proposals proposals;
    private final Photos photos;

    EntryController(Registers registers, Proposals proposals, Photos photos) {
        this.registers = registers;
        this.proposals = proposals;
        this.photos = photos;
    }

    @GetMapping("/directory/{register}/new")
    String blank(@PathVariable String register, @RequestParam Map<String, String> query, Model model) {
        return form(Shelf.of(register), null, Typing.of(query), model);
    }

    @GetMapping("/directory/{register}/change")
    String change(@PathVariable String register, @RequestParam String code, Model model) {
        Shelf shelf = Shelf.of(register);
        Version<?> version = registers
                .newest(shelf.subject(), code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.RECORD_NOT_FOUND, shelf.subject().chinese() + "“" + code + "”还没有生效的版本。请先审核。"));
        return form(shelf, version.id(), Typing.of(proposals.typed(version)), model);
    }

    @PostMapping("/directory/{register}/new")
    String propose(
            @PathVariable String register,
            @RequestParam MultiValueMap<String, String> entries,
            @RequestParam(required = false) @Nullable MultipartFile photoFile,
            Model model) {
        return propose(Shelf.of(register), null, entries, photoFile, model);
    }

    @PostMapping("/directory/{register}/change")
    String proposeChange(
            @PathVariable String register,
            @RequestParam long basedOn,
            @RequestParam MultiValueMap<String, String> entries,
            @RequestParam(required = false) @Nullable MultipartFile photoFile,
            Model model) {
        return propose(Shelf.of(register), basedOn, entries, photoFile, model);
    }

    private String propose(
            Shelf shelf,
            @Nullable Long basedOn,
            MultiValueMap<String, String> entries,
            @Nullable MultipartFile photoFile,
            Model model) {
        Map<String, String> typed = new LinkedHashMap<>();
        entries.forEach((key, values) -> typed.put(key, String.join("、", values)));
        try {
            if (shelf.subject() == Subject.OFFICER && photoFile != null && !photoFile.isEmpty()) {
                typed.put("photo", photos.store(Files.bytes(photoFile)));
            }
            Optional<Version<?>> proposed =
                    proposals.propose(shelf.subject(), basedOn, typed, typed.getOrDefault("reason", ""));
            if (proposed.isPresent()) {
                return "redirect:/directory/reviews/" + proposed.orElseThrow().id();
            }
            return form(shelf, basedOn, new Typing(typed, Map.of(), "填写的内容与现行的或者待审核的一版完全相同，没有产生变更。"), model);
        } catch (ProblemException e) {
            if (e.problem().type() == ProblemType.FORBIDDEN) {
                throw e;
            }
            return form(shelf, basedOn, Typing.refused(typed, e), model);
        }
    }

    private String form(Shelf shelf, @Nullable Long basedOn, Typing typing, Model model) {
        model.addAttribute("shelf", shelf.path());
        model.addAttribute("subject", shelf.subject());
        model.addAttribute("columns", proposals.columns(shelf.subject()));
        model.addAttribute("basedOn", basedOn);
        model.addAttribute("typing", typing);
        return "directory/form";
    }
}
