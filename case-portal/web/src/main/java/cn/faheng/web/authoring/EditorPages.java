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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    EditorPages(Drafts drafts, DraftExports exports, EditorWords words, MessageSource messages) {
        this.drafts = drafts;
        this.exports = exports;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/authoring/drafts/{id}")
    String edit(@PathVariable UUID id, Locale locale, Model model) {
        Actor actor = Actor.caller();
        Draft draft = drafts.get(id);
        boolean readOnly = draft.expert() != null || !Step.EDIT.isOpenTo(draft, actor);
        model.addAttribute("draft", draft);
        model.addAttribute("readOnly", readOnly);
        model.addAttribute("editorData", data(draft, readOnly, locale));
        return "authoring/draft";
    }

    private String data(Draft draft, boolean readOnly, Locale locale) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("draft", draft.id().toString());
        data.put("version", EditorApi.version(draft));
        data.put("readOnly", readOnly);
        data.put("sheet", EditorApi.sheet(draft.sheet()));
        data.put("plain", PlainSheet.of(draft.sheet()));
        data.put("words", words.of(messages, locale));
        return DraftJson.MAPPER.writeValueAsString(data);
    }

    /** The questions as an officer sees them, on a screen and on a phone. */
    @GetMapping("/authoring/drafts/{id}/preview")
    String preview(@PathVariable UUID id, Model model) {
        model.addAttribute("draft", drafts.get(id));
        return "authoring/preview";
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
