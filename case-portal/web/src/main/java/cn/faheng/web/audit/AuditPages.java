package cn.faheng.web.audit;

import cn.faheng.server.audit.AuditEntry;
import cn.faheng.server.audit.AuditExport;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.audit.AuditReader;
import cn.faheng.server.audit.AuditVerification;
import cn.faheng.server.audit.AuditVerifier;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.web.show.FieldErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everyone did: the list, the proof that nothing of it was changed, and an export that proves it elsewhere. */
@Controller
final class AuditPages {

    private static final int PAGE = 100;

    private final AuditReader reader;
    private final AuditVerifier verifier;
    private final AuditExport export;
    private final AuditLog log;
    private final MessageSource messages;
    private final Semaphore verifying = new Semaphore(1);

    AuditPages(AuditReader reader, AuditVerifier verifier, AuditExport export, AuditLog log, MessageSource messages) {
        this.reader = reader;
        this.verifier = verifier;
        this.export = export;
        this.log = log;
        this.messages = messages;
    }

    @GetMapping("/audit")
    String list(
            @RequestParam Map<String, String> entries,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        AuditFilter filter = AuditFilter.of(entries);
        FieldErrors errors = filter.errors(messages, locale);
        List<AuditEntry> found = errors.any() ? List.of() : reader.find(filter.query(), before, PAGE + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("errors", errors);
        model.addAttribute("before", before);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(entry -> AuditLine.of(entry, messages, locale))
                        .toList());
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).sequence() : null);
        model.addAttribute("actions", actions(locale));
        return "audit/log";
    }

    private Map<String, String> actions(Locale locale) {
        Map<String, String> actions = new LinkedHashMap<>();
        reader.actions().forEach(action -> actions.put(action, AuditLine.label(action, messages, locale)));
        return actions;
    }

    @PostMapping("/audit/verify")
    String verify(@RequestParam(defaultValue = "") String head, Locale locale, Model model) {
        String kept = head.strip().toLowerCase(Locale.ROOT);
        model.addAttribute("head", head);
        if (!kept.isEmpty() && !kept.matches("[0-9a-f]{64}")) {
            String page = list(Map.of(), null, locale, model);
            model.addAttribute("errors", FieldErrors.of("head", messages.getMessage("audit.error.head", null, locale)));
            return page;
        }
        if (!verifying.tryAcquire()) {
            throw new ProblemException(ProblemType.BUSY);
        }
        try {
            AuditVerification result = verifier.verify(kept.isEmpty() ? null : kept);
            log.write(
                    "audit-verified",
                    "audit-log",
                    result.head(),
                    Map.of("intact", result.isIntact(), "sealed", result.sealed()));
            model.addAttribute("result", result);
        } finally {
            verifying.release();
        }
        return list(Map.of(), null, locale, model);
    }

    @GetMapping("/audit/export")
    void download(@RequestParam(defaultValue = "1") long from, HttpServletResponse response) throws IOException {
        log.write("audit-exported", "audit-log", String.valueOf(from), Map.of("from", from));
        export.sealWaiting();
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"faheng-audit.ndjson\"");
        export.write(response.getOutputStream(), from);
    }
}
