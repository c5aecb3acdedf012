package cn.faheng.web.library;

import cn.faheng.authoring.library.ClauseService;
import cn.faheng.drafting.clause.ClauseReading;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading a clause: its words with marks, the forms proposed, a person confirms. */
@Controller
final class ClauseController {

    private final ClauseService clauses;

    ClauseController(ClauseService clauses) {
        this.clauses = clauses;
    }

    @GetMapping("/laws/clause")
    String provision(
            @RequestParam(defaultValue = "") String law,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> version,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        model.addAttribute("text", "");
        Paths.parsed(at).filter(path -> !law.isEmpty() && version.isPresent()).ifPresent(path -> {
            ClauseService.Words words = clauses.words(law, version.get(), null, path);
            model.addAttribute("citation", words.citation().chinese());
            show(words.words(), model);
        });
        return "library/clause";
    }

    @PostMapping("/laws/clause")
    String words(@RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("text", text);
        if (!text.isBlank()) {
            show(text, model);
        }
        return "library/clause";
    }

    private void show(String words, Model model) {
        ClauseReading reading = clauses.read(words);
        model.addAttribute("text", words);
        model.addAttribute("reading", reading);
        model.addAttribute("pieces", ClausePieces.of(reading));
    }
}
