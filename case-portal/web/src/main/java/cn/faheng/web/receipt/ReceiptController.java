package cn.faheng.web.receipt;

import cn.faheng.contract.api.ReceiptsApi;
import cn.faheng.contract.model.ReceiptBody;
import cn.faheng.contract.model.ReplayBody;
import cn.faheng.server.decisions.StoredAnswers;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.web.show.Answer;
import cn.faheng.web.show.CaseAsked;
import cn.faheng.web.show.Show;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receipt: what was decided, from what was stored, and computing it again. */
@Controller
final class ReceiptController {

    private final ReceiptsApi receipts;
    private final RuleBases bases;
    private final JsonMapper json;
    private final StoredAnswers answers;
    private final MessageSource messages;

    ReceiptController(
            ReceiptsApi receipts, RuleBases bases, JsonMapper json, StoredAnswers answers, MessageSource messages) {
        this.receipts = receipts;
        this.bases = bases;
        this.json = json;
        this.answers = answers;
        this.messages = messages;
    }

    @GetMapping("/receipts")
    String find(@RequestParam(defaultValue = "") String id, Model model) {
        String typed = id.strip();
        Optional<UUID> known = parsed(typed).filter(this::exists);
        if (known.isPresent()) {
            return "redirect:/receipts/" + known.get();
        }
        model.addAttribute("typed", typed);
        return "receipt/find";
    }

    @GetMapping("/receipts/{id}")
    String show(@PathVariable String id, Locale locale, Model model) {
        UUID known = parsed(id).orElseThrow(() -> new ProblemException(ProblemType.RECEIPT_NOT_FOUND));
        ReceiptBody receipt = receipts.getReceipt(known).getBody();
        if (receipt == null) {
            throw new ProblemException(ProblemType.RECEIPT_NOT_FOUND);
        }
        JsonNode content = json.valueToTree(receipt.getContent());
        RuleBaseState base = bases.state(content.path("ruleBase").asString("")).orElseGet(bases::current);
        model.addAttribute("receiptFile", receipt);
        model.addAttribute("content", json.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        model.addAttribute("traceDigest", content.path("traceDigest").asString(""));
        model.addAttribute("engineBuild", content.path("engineBuild").asString(""));
        model.addAttribute("ruleBase", content.path("ruleBase").asString(""));
        model.addAttribute("asked", content.path("request"));
        model.addAttribute(
                "answer",
                new Answer(
                        answers.read(content, json.valueToTree(receipt.getTrace())),
                        CaseAsked.in(content.path("request")),
                        base,
                        new Show(messages, locale)));
        return "receipt/receipt";
    }

    @PostMapping("/receipts/{id}/replay")
    String replay(@PathVariable String id, Locale locale, Model model) {
        UUID known = parsed(id).orElseThrow(() -> new ProblemException(ProblemType.RECEIPT_NOT_FOUND));
        ReplayBody replay = receipts.replayReceipt(known).getBody();
        model.addAttribute("replay", replay);
        return show(id, locale, model);
    }

    private boolean exists(UUID id) {
        try {
            return receipts.getReceipt(id).getBody() != null;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
