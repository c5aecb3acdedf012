package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.casework.directory.Officers;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.desk.Entries;
import cn.faheng.web.desk.Sheet;
import cn.faheng.web.show.FieldErrors;
import cn.faheng.web.show.FormalAmount;
import cn.faheng.web.show.Places;
import cn.faheng.web.show.Show;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Shows and reads the form of a step. */
@Component
final class StepPage {

    private final ActPart acts;
    private final Officers officers;
    private final RuleBases bases;
    private final Clock clock;

    StepPage(ActPart acts, Officers officers, RuleBases bases, Clock clock) {
        this.acts = acts;
        this.officers = officers;
        this.bases = bases;
        this.clock = clock;
    }

    /**
     * What was sent from the form of a step.
     *
     * @param view the case as it stands
     * @param step the step
     * @param kind what it puts on record
     * @param show the wording
     * @param values what is typed
     * @param seen revision of the case that the page showed
     */
    record Sent(
            CaseView view, LawfulStep step, StepKind kind, Show show, MultiValueMap<String, String> values, int seen) {

        static Sent fresh(CaseView view, LawfulStep step, StepKind kind, Show show) {
            return new Sent(
                    view,
                    step,
                    kind,
                    show,
                    new LinkedMultiValueMap<>(),
                    view.head().revision());
        }

        Sent with(MultiValueMap<String, String> other) {
            return new Sent(view, step, kind, show, other, seen);
        }

        Sent seenAt(int revision) {
            return new Sent(view, step, kind, show, values, revision);
        }

        UUID caseId() {
            return view.head().id();
        }

        Typed typed() {
            return new Typed(values);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** What the form of an entry on record, or of one that was sent back, holds. */
    MultiValueMap<String, String> values(Entry entry) {
        MultiValueMap<String, String> values = EntryValues.of(entry);
        values.addAll(ActPart.values(entry));
        return values;
    }

    /** What the form holds when it is opened; with the key of a party or act what is on record of it. */
    MultiValueMap<String, String> prefilled(Sent sent, @Nullable String key) {
        if (key != null) {
            Optional<? extends Entry> known = sent.kind().kind() == PartyRecorded.class
                    ? sent.view().file().party(key)
                    : sent.view().file().act(key);
            if (known.isPresent()) {
                MultiValueMap<String, String> values = values(known.get());
                values.set(
                        "f.at",
                        now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString());
                return values;
            }
        }
        StepForm form = new StepForms(sent.view(), sent.show(), now()).of(sent.step(), sent.kind());
        MultiValueMap<String, String> values =
                new Prefill(sent.view(), Caller.person(), now(), this::basesOf).of(form, sent.kind());
        String certificate = Caller.person().certificate();
        if (sent.kind().type().equals("legal-reviewed") && certificate != null) {
            officers.find(certificate, LocalDate.now(clock))
                    .filter(officer -> officer.legalQualification())
                    .ifPresent(officer -> values.set("f.lawQualified", "on"));
        }
        return values;
    }

    private List<String> basesOf(ActRecorded act) {
        LocalDate end = act.end() == null ? LocalDate.now(clock) : act.end();
        return bases.current().catalogue().statute(act.item(), end) instanceof InForce.Found found
                ? found.ruleSet().basis().stream()
                        .filter(basis -> basis.role() != RuleSet.Role.HOOK)
                        .map(basis -> basis.citation().chinese())
                        .toList()
                : List.of();
    }

    /** The entry that was typed, or what has to be corrected. */
    Optional<Entry> read(Sent sent, Map<String, String> errors) {
        Map<String, Object> own = new LinkedHashMap<>();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>(sent.values());
        if (sent.kind().kind() == ActRecorded.class) {
            String item = sent.typed().text("f.item");
            if (item != null) {
                values.set("f.item", ActPart.code(item));
            }
            acts.sheet(sent.values(), LocalDate.now(clock))
                    .ifPresentOrElse(
                            sheet -> own.putAll(acts.read(sheet, sent.values(), sent.show(), errors)),
                            () -> errors.put(EntryField.id("item"), sent.show().text("cases.error.item")));
        }
        EntryReader reader = new EntryReader(sent.kind(), values, sent.show());
        Optional<Entry> entry = reader.read(id(sent), own);
        Map<String, String> act = new LinkedHashMap<>(errors);
        errors.clear();
        errors.putAll(reader.errors());
        act.forEach(errors::putIfAbsent);
        return errors.isEmpty() ? entry : Optional.empty();
    }

    /** The id of the entry that follows those the page showed. */
    private static String id(Sent sent) {
        int entries = sent.view().recorded().size() - (sent.view().head().revision() - sent.seen());
        return "e" + (entries + 1);
    }

    /** The page of the form. */
    String show(Sent sent, Map<String, String> errors, Model model) {
        CaseView view = sent.view();
        Show show = sent.show();
        Labels labels = new Labels(show);
        model.addAttribute("head", view.head());
        model.addAttribute("stepForm", new StepForms(view, show, now()).of(sent.step(), sent.kind()));
        model.addAttribute("form", new Entries(sent.values()));
        model.addAttribute("errors", new FieldErrors(errors));
        model.addAttribute("revision", view.head().revision());
        model.addAttribute("changes", Happened.since(view, sent.seen()));
        model.addAttribute("names", new EntryNames(view.file(), labels));
        model.addAttribute(
                "mayTake", Hands.mayTry(sent.step(), view.head()) && sent.step().isOpen());
        model.addAttribute("formal", formal(sent));
        model.addAttribute("places", Places.home());
        model.addAttribute("allItems", bases.current().catalogue().items());
        model.addAttribute("evidence", ActPart.evidence(view.file()));
        model.addAttribute("bars", new Assessments(view, show).all());
        model.addAttribute("hosts", officers.ofBody(view.head().body(), LocalDate.now(clock)));
        asked(sent, model);
        model.addAttribute("today", LocalDate.now(clock));
        return "cases/step";
    }

    private void asked(Sent sent, Model model) {
        if (sent.kind().kind() == ActRecorded.class) {
            acts.sheet(sent.values(), LocalDate.now(clock)).ifPresent(sheet -> model.addAttribute("asked", sheet));
        } else if (sent.step().name().equals("penaltyProposed")) {
            Optional<Sheet> sheet = sent.view().file().acts().stream()
                    .filter(act -> sent.typed().value("f.act").isEmpty()
                            || act.key().equals(sent.typed().value("f.act")))
                    .findFirst()
                    .flatMap(act -> acts.sheet(act, LocalDate.now(clock)));
            sheet.ifPresent(found -> {
                model.addAttribute("mitigations", found.mitigating());
                model.addAttribute("deviations", found.deviationGrounds());
            });
        }
    }

    private static Map<String, String> formal(Sent sent) {
        Map<String, String> formal = new LinkedHashMap<>();
        sent.values().forEach((name, typed) -> {
            String yuan = new Typed(sent.values()).number(name);
            Long fen = yuan == null || !name.startsWith(EntryField.PREFIX) ? null : Typed.fen(yuan);
            if (fen != null) {
                formal.put(EntryField.id(name.substring(EntryField.PREFIX.length())), FormalAmount.of(fen));
            }
        });
        return formal;
    }
}
