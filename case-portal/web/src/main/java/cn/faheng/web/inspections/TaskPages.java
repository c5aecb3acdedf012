package cn.faheng.web.inspections;

import cn.faheng.casework.inspections.Answer;
import cn.faheng.casework.inspections.InspectionResult;
import cn.faheng.casework.inspections.ObjectLibrary;
import cn.faheng.casework.inspections.OnSiteRecord;
import cn.faheng.casework.inspections.Question;
import cn.faheng.casework.inspections.SingleCheck;
import cn.faheng.casework.inspections.Task;
import cn.faheng.casework.inspections.TaskMaking;
import cn.faheng.casework.inspections.TaskState;
import cn.faheng.casework.inspections.Tasks;
import cn.faheng.server.problems.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tasks: the list, one task with its checklist on site, and checks after a complaint. */
@Controller
final class TaskPages {

    private final Tasks tasks;
    private final TaskMaking making;
    private final ObjectLibrary library;
    private final Desk desk;

    TaskPages(Tasks tasks, TaskMaking making, ObjectLibrary library, Desk desk) {
        this.tasks = tasks;
        this.making = making;
        this.library = library;
        this.desk = desk;
    }

    @GetMapping("/inspections/tasks")
    String list(@RequestParam(required = false) @Nullable TaskState state, Model model) {
        desk.frame("tasks", model);
        model.addAttribute("state", state);
        model.addAttribute("states", TaskState.values());
        model.addAttribute("tasks", tasks.list(state));
        return "inspections/tasks";
    }

    @GetMapping("/inspections/tasks/{id}")
    String show(@PathVariable UUID id, Model model) {
        desk.frame("tasks", model);
        model.addAttribute("task", tasks.get(id));
        model.addAttribute("values", Answer.Value.values());
        model.addAttribute("results", InspectionResult.values());
        model.addAttribute("signatures", OnSiteRecord.Signature.values());
        return "inspections/task";
    }

    @PostMapping("/inspections/tasks/{id}/record")
    String record(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> entries,
            Model model) {
        try {
            tasks.record(id, revision, content(tasks.get(id), entries));
            return "redirect:/inspections/tasks/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return show(id, model);
        }
    }

    private OnSiteRecord content(Task task, MultiValueMap<String, String> entries) {
        Typed typed = new Typed(entries);
        List<Answer> answers = new ArrayList<>();
        for (Question question : task.order().questions()) {
            if (!typed.text("q-" + question.id()).isEmpty()) {
                answers.add(new Answer(
                        question.id(),
                        typed.choice("q-" + question.id(), Answer.Value.class, Answer.Value.YES),
                        typed.text("note-" + question.id())));
            }
        }
        LocalDate day = typed.day("day", desk.today());
        OnSiteRecord content = new OnSiteRecord(
                day,
                typed.time("from"),
                typed.time("to"),
                typed.all("present"),
                typed.text("certificatesShown").equals("true"),
                typed.text("partyPresent"),
                answers,
                typed.text("findings"),
                typed.text("provisions"),
                typed.choice("signature", OnSiteRecord.Signature.class, OnSiteRecord.Signature.SIGNED),
                typed.text("signatureNote"),
                typed.choice("result", InspectionResult.class, InspectionResult.NOTHING_FOUND),
                typed.text("rectifyBy").isEmpty() ? null : typed.day("rectifyBy", day));
        typed.require();
        return content;
    }

    @PostMapping("/inspections/tasks/{id}/steps")
    String step(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            switch (action) {
                case "release" -> tasks.release(id, revision);
                case "publish" -> tasks.publish(id, revision);
                case "cancel" -> tasks.cancel(id, revision, reason);
                default -> throw new IllegalArgumentException("No such step: " + action);
            }
            return "redirect:/inspections/tasks/" + id;
        } catch (ProblemException e) {
            desk.refuse(e, Map.of("reason", reason), model);
            return show(id, model);
        }
    }

    @GetMapping("/inspections/tasks/new")
    String blank(@RequestParam UUID object, @RequestParam(required = false) @Nullable UUID follows, Model model) {
        desk.frame("tasks", model);
        model.addAttribute("object", library.get(object));
        model.addAttribute("follows", follows == null ? null : tasks.get(follows));
        model.addAttribute("items", desk.inspectionItems());
        model.addAttribute("staff", desk.staff());
        return "inspections/task-new";
    }

    @PostMapping("/inspections/tasks")
    String make(
            @RequestParam UUID object,
            @RequestParam(required = false) @Nullable UUID follows,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> entries,
            Model model) {
        Typed typed = new Typed(entries);
        try {
            LocalDate starts = typed.day("starts", desk.today());
            SingleCheck single = new SingleCheck(
                    follows == null ? Task.Kind.COMPLAINT : Task.Kind.FOLLOW_UP,
                    object,
                    typed.all("items"),
                    typed.all("officers"),
                    starts,
                    typed.day("ends", starts),
                    typed.text("ground"),
                    follows);
            typed.require();
            return "redirect:/inspections/tasks/" + making.make(single, key).id();
        } catch (ProblemException e) {
            desk.refuse(e, entries, model);
            return blank(object, follows, model);
        }
    }
}
