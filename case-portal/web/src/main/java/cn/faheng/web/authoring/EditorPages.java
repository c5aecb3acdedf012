package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Attempt;
import cn.faheng.authoring.drafts.Changes;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftExports;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Revision;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.authoring.trials.Cases.Part;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetReader;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.server.registry.RuleBases;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft in the table editor, what others see of it, and saves that came too late. */
@Controller
final class EditorPages {

    private final Drafts drafts;
    private final DraftExports exports;
    private final EditorWords words;
    private final MessageSource messages;
    private final RuleBases ruleBases;

    EditorPages(Drafts drafts, DraftExports exports, EditorWords words, MessageSource messages, RuleBases ruleBases) {
        this.drafts = drafts;
        this.exports = exports;
        this.words = words;
        this.messages = messages;
        this.ruleBases = ruleBases;
    }

    /** The table of a draft, or the statutory range that it brings along. */
    @GetMapping("/authoring/drafts/{id}")
    String edit(@PathVariable UUID id, @RequestParam(defaultValue = "RULE_SET") Part part, Locale locale, Model model) {
        Actor actor = Actor.caller();
        Draft draft = drafts.get(id);
        boolean readOnly = draft.expert() != null || !Step.EDIT.isOpenTo(draft, actor);
        model.addAttribute("draft", draft);
        model.addAttribute("readOnly", readOnly);
        model.addAttribute("part", part);
        model.addAttribute("editorData", data(draft, part, readOnly, locale));
        return "authoring/draft";
    }

    private String data(Draft draft, Part part, boolean readOnly, Locale locale) {
        Sheet sheet = part.sheet(draft);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("draft", draft.id().toString());
        data.put("version", EditorApi.version(draft));
        data.put("readOnly", readOnly);
        data.put("part", part.name());
        data.put("sheet", EditorApi.sheet(sheet));
        data.put("plain", PlainSheet.of(sheet));
        data.put("words", words.of(messages, locale));
        data.put("known", words.known(ruleBases.current().catalogue().items(), messages, locale));
        return DraftJson.MAPPER.writeValueAsString(data);
    }

    /** The questions as an officer sees them, on a screen and on a phone. */
    @GetMapping("/authoring/drafts/{id}/preview")
    String preview(@PathVariable UUID id, Model model) {
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("asked", asked(draft));
        return "authoring/preview";
    }

    /** The questions of the table and those of the statutory range it refines, each once. */
    private List<SheetFact> asked(Draft draft) {
        Map<String, SheetFact> asked = new LinkedHashMap<>();
        draft.sheet().facts().forEach(fact -> asked.put(fact.name(), fact));
        statute(draft).ifPresent(sheet -> sheet.facts().forEach(fact -> asked.putIfAbsent(fact.name(), fact)));
        return List.copyOf(asked.values());
    }

    private Optional<Sheet> statute(Draft draft) {
        Sheet brought = draft.content().statute();
        SheetItem item = draft.sheet().item();
        Catalogue catalogue = ruleBases.current().base().catalogue();
        if (brought != null || item == null || catalogue.statutes(item.code()).isEmpty()) {
            return Optional.ofNullable(brought);
        }
        return catalogue.statute(item.code(), draft.sheet().effectiveFrom()) instanceof InForce.Found found
                ? Optional.of(SheetReader.read(
                        found.ruleSet(), catalogue.item(item.code()).orElse(null)))
                : Optional.empty();
    }

    @GetMapping("/authoring/drafts/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable UUID id, @RequestParam String format) {
        DraftExports.Exported file = exports.export(drafts.get(id), format);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    /** Every save and every step, and what was refused. */
    @GetMapping("/authoring/drafts/{id}/history")
    String history(@PathVariable UUID id, Model model) {
        model.addAttribute("draft", drafts.get(id));
        model.addAttribute("revisions", drafts.history(id));
        model.addAttribute("actions", drafts.actions(id));
        model.addAttribute("attempts", drafts.attempts(id));
        return "authoring/history";
    }

    /** A save that came too late, beside what others had saved. */
    @GetMapping("/authoring/drafts/{id}/attempts/{number}")
    String attempt(@PathVariable UUID id, @PathVariable int number, Model model) {
        Draft draft = drafts.get(id);
        Attempt attempt = drafts.attempt(id, number);
        Revision base = drafts.revision(id, attempt.basedOn())
                .orElseThrow(() -> new IllegalStateException("Revision " + attempt.basedOn() + " is missing"));
        model.addAttribute("draft", draft);
        model.addAttribute("attempt", attempt);
        model.addAttribute("mine", Changes.between(base.content(), attempt.content()));
        model.addAttribute("theirs", Changes.between(base.content(), draft.content()));
        return "authoring/attempt";
    }

    @PostMapping("/authoring/drafts/{id}/attempts/{number}/merge")
    String merge(@PathVariable UUID id, @PathVariable int number) {
        drafts.merge(id, number, Actor.caller());
        return "redirect:/authoring/drafts/" + id;
    }
}
