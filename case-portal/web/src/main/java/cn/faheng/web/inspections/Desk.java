package cn.faheng.web.inspections;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.PowerEntry;
import cn.faheng.casework.directory.PowerItem;
import cn.faheng.casework.directory.PowerItems;
import cn.faheng.casework.directory.PowerList;
import cn.faheng.casework.inspections.Actor;
import cn.faheng.casework.inspections.InspectionPolicy;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.web.show.FieldErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What all pages of inspections need: who reads them, what bodies are called, and what was refused. */
@Component
final class Desk {

    private final InspectionPolicy policy;
    private final Bodies bodies;
    private final Officers officers;
    private final PowerList powers;
    private final PowerItems items;
    private final Clock clock;

    Desk(InspectionPolicy policy, Bodies bodies, Officers officers, PowerList powers, PowerItems items, Clock clock) {
        this.policy = policy;
        this.bodies = bodies;
        this.officers = officers;
        this.powers = powers;
        this.items = items;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Actor actor() {
        return policy.caller();
    }

    /** What every page has. */
    void frame(String tab, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("desk", this);
        model.addAttribute("mayWork", actor().roles().contains("OFFICER"));
        model.addAttribute("mayDecide", actor().roles().contains("HEAD"));
        model.addAttribute("today", today());
        model.addAttribute("formKey", UUID.randomUUID());
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", FieldErrors.none());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
    }

    /** Keeps what was refused for the summary and the fields. */
    void refuse(ProblemException e, Map<String, ?> typed, Model model) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Problem.FieldError error : e.problem().errors()) {
            String pointer = error.pointer();
            if (pointer != null) {
                fields.putIfAbsent(pointer.substring(1), error.detail());
            }
        }
        model.addAttribute("errors", new FieldErrors(fields));
        model.addAttribute("typed", typed);
        if (typed instanceof MultiValueMap<?, ?> filled) {
            model.addAttribute("filled", filled);
        }
        if (fields.isEmpty()) {
            model.addAttribute("refused", e.problem());
        }
    }

    /** The name of a body; templates ask for it. */
    public String body(String code) {
        return bodies.find(code, today()).map(Body::name).orElse(code);
    }

    /** A moment in Chinese time, to the minute. */
    public String at(java.time.OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .format(moment.atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai")));
    }

    /** The inspection items in the list of powers of the reader's body, by code. */
    List<PowerItem> inspectionItems() {
        String body = actor().body();
        return body == null
                ? List.of()
                : powers.of(body, today()).stream()
                        .map(PowerEntry::item)
                        .map(code -> items.find(code, today()))
                        .flatMap(Optional::stream)
                        .filter(item -> item.kind() == PowerItem.Kind.INSPECTION)
                        .toList();
    }

    /** The officers of the reader's body with a certificate that is good today. */
    List<Officer> staff() {
        String body = actor().body();
        return body == null
                ? List.of()
                : officers.ofBody(body, today()).stream()
                        .filter(officer -> officer.certifiedOn(today()))
                        .toList();
    }
}
