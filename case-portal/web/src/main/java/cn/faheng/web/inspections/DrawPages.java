package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.Draw;
import cn.faheng.casework.inspections.DrawProof;
import cn.faheng.casework.inspections.DrawVerifier;
import cn.faheng.casework.inspections.Draws;
import cn.faheng.casework.inspections.Plans;
import cn.faheng.casework.inspections.TaskMaking;
import cn.faheng.casework.inspections.Tasks;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draw from the lists to the tasks, and the page on which anyone's export is verified. */
@Controller
final class DrawPages {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Plans plans;
    private final Draws draws;
    private final TaskMaking making;
    private final Tasks tasks;
    private final Desk desk;

    DrawPages(Plans plans, Draws draws, TaskMaking making, Tasks tasks, Desk desk) {
        this.plans = plans;
        this.draws = draws;
        this.making = making;
        this.tasks = tasks;
        this.desk = desk;
    }

    @GetMapping("/inspections/plans/{id}/draw")
    String prepare(@PathVariable UUID id, Model model) {
        desk.frame("plans", model);
        model.addAttribute("plan", plans.get(id));
        model.addAttribute("preview", draws.preview(id));
        return "inspections/draw-prepare";
    }

    @PostMapping("/inspections/plans/{id}/draw")
    String commit(
            @PathVariable UUID id, @RequestParam Map<String, String> entries, @RequestParam UUID key, Model model) {
        try {
            Draw draw = entries.getOrDefault("method", "").equals("TWO_PERSONS")
                    ? draws.commit(id, entries.getOrDefault("secret", ""), key)
                    : draws.commit(id, entries.getOrDefault("announced", ""), moment(entries), key);
            return "redirect:/inspections/draws/" + draw.id();
        } catch (ProblemException e) {
            Map<String, String> typed = new HashMap<>(entries);
            typed.remove("secret");
            desk.refuse(e, typed, model);
            return prepare(id, model);
        }
    }

    private static OffsetDateTime moment(Map<String, String> entries) {
        try {
            return LocalDateTime.parse(entries.getOrDefault("announcedFor", ""))
                    .atZone(CHINA)
                    .toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.ofFields(
                    List.of(Problem.FieldError.at("/announcedFor", ProblemType.ENTRY_REFUSED, "请填写公开数值产生的日期和时间。"))));
        }
    }

    @GetMapping("/inspections/draws/{id}")
    String show(@PathVariable UUID id, Model model) {
        Draw draw = draws.get(id);
        desk.frame("plans", model);
        model.addAttribute("draw", draw);
        model.addAttribute("account", desk.actor().account());
        DrawProof proof = draw.proof();
        if (proof != null) {
            model.addAttribute("verdict", DrawVerifier.verify(proof.json()));
            model.addAttribute(
                    "names",
                    draw.candidates().inspectors().stream().collect(Collectors.toMap(i -> i.id(), i -> i.name())));
            model.addAttribute("intended", making.preview(id));
            model.addAttribute("tasks", tasks.ofDraw(id));
        }
        return "inspections/draw";
    }

    @PostMapping("/inspections/draws/{id}")
    String step(
            @PathVariable UUID id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            switch (action) {
                case "second" -> draws.commitSecond(id, secret);
                case "reveal" -> draws.reveal(id, secret);
                case "draw" -> draws.draw(id, value);
                case "give-up" -> draws.giveUp(id, reason);
                default -> throw new IllegalArgumentException("No such step: " + action);
            }
            return "redirect:/inspections/draws/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("value", value, "reason", reason), model);
            return show(id, model);
        }
    }

    /** Each warning comes with its reason, under the id of the object. */
    @PostMapping("/inspections/draws/{id}/tasks")
    String make(@PathVariable UUID id, @RequestParam Map<String, String> entries, Model model) {
        Map<UUID, String> reasons = new HashMap<>();
        entries.forEach((field, text) -> {
            if (field.startsWith("reason-")) {
                reasons.put(UUID.fromString(field.substring("reason-".length())), text);
            }
        });
        try {
            making.make(id, reasons);
            return "redirect:/inspections/draws/" + id + "#tasks";
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return show(id, model);
        }
    }

    @GetMapping("/inspections/draws/{id}/proof.json")
    ResponseEntity<String> proof(@PathVariable UUID id) {
        DrawProof proof = draws.get(id).proof();
        if (proof == null) {
            throw new ProblemException(ProblemType.STEP_NOT_ALLOWED, "这次抽取还没有结果，抽取以后才能导出。");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"draw-" + id + ".json\"")
                .body(proof.json());
    }

    @GetMapping("/inspections/verify")
    String verify(Model model) {
        desk.frame("verify", model);
        return "inspections/verify";
    }

    @PostMapping("/inspections/verify")
    String verify(@RequestParam(defaultValue = "") String export, Model model) {
        desk.frame("verify", model);
        model.addAttribute("export", export);
        model.addAttribute("verdict", DrawVerifier.verify(export));
        return "inspections/verify";
    }
}
