package cn.faheng.web.cases;

import cn.faheng.casework.cases.Cases;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps what is typed while it is typed. */
@Controller
final class DraftApi {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Cases cases;
    private final Clock clock;

    DraftApi(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps the fields of a form; answers when. */
    @PostMapping("/cases/{id}/drafts/{step}")
    @ResponseBody
    String keep(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> values) {
        cases.keepDraft(CaseIds.of(id), step, revision, KeptFields.write(values));
        return TIME.format(LocalTime.now(clock));
    }

    /** Throws away what was typed. */
    @PostMapping("/cases/{id}/drafts/{step}/discard")
    String discard(@PathVariable String id, @PathVariable String step, @RequestParam int revision) {
        cases.keepDraft(CaseIds.of(id), step, revision, "{}");
        return "redirect:/cases/" + CaseIds.of(id) + "/steps/" + step;
    }
}
