package cn.faheng.web.authoring;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.ContentCheck;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.publishing.Publishing;
import cn.faheng.authoring.trials.Cases.Part;
import cn.faheng.authoring.trials.Trial;
import cn.faheng.authoring.trials.TrialQuestion;
import cn.faheng.authoring.trials.Trials;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.plain.PlainCell;
import cn.faheng.drafting.plain.Reading;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.web.show.Show;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the editor's script asks while a lawyer types. The same services answer the contract; here a session is enough. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class EditorApi {

    private static final int MOST_CELLS = 20_000;

    /** After which one of the places for a proof is likely to be free. */
    private static final String BUSY_SECONDS = "5";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Drafts drafts;
    private final Publishing publishing;
    private final Trials trials;
    private final ProvisionSearch provisions;
    private final ProofTurns turns;

    EditorApi(Drafts drafts, Publishing publishing, Trials trials, ProvisionSearch provisions, ProofTurns turns) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.trials = trials;
        this.provisions = provisions;
        this.turns = turns;
    }

    /** A sheet as the script and the contract have it. */
    static JsonNode sheet(Sheet sheet) {
        return DraftJson.MAPPER.valueToTree(sheet);
    }

    static String version(Draft draft) {
        return "\"" + draft.revision() + "\"";
    }

    /** Reads cells in plain Chinese; what is not understood comes back with the reason. */
    @PostMapping("/authoring/drafts/{id}/cells")
    String cells(@PathVariable UUID id, @RequestBody String body) {
        JsonNode asked = tree(body);
        Sheet sheet = onScreen(drafts.get(id), asked);
        if (asked.path("cells").size() > MOST_CELLS) {
            throw new ProblemException(ProblemType.OUT_OF_RANGE, "一次最多粘贴 " + MOST_CELLS + " 格，请分几次粘贴。");
        }
        List<Map<String, Object>> readings = new ArrayList<>();
        for (JsonNode cell : asked.path("cells")) {
            readings.add(reading(sheet, cell));
        }
        return DraftJson.MAPPER.writeValueAsString(readings);
    }

    private static Map<String, Object> reading(Sheet sheet, JsonNode cell) {
        String name = cell.path("decision").asString("");
        SheetDecision decision = sheet.decisions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.DRAFT_REFUSED, "草案里没有名为“" + name + "”的表。"));
        int column = cell.path("column").asInt(-1);
        boolean condition = cell.path("kind").asString("").equals("cells");
        if (column < 0 || column >= (condition ? decision.inputs() : decision.outputs()).size()) {
            throw new ProblemException(ProblemType.OUT_OF_RANGE, "表“" + name + "”没有第 " + (column + 1) + " 列。");
        }
        String text = cell.path("text").asString("").strip();
        Reading reading = condition
                ? PlainSheet.readCondition(sheet, decision, column, text)
                : PlainCell.output(sheet, decision, column, text);
        if (reading instanceof Reading.Understood understood) {
            String plain = condition
                    ? PlainSheet.condition(sheet, decision, column, understood.feel())
                    : PlainCell.outputText(sheet, decision, column, understood.feel());
            return Map.of("feel", understood.feel(), "plain", plain);
        }
        return Map.of("reason", ((Reading.NotUnderstood) reading).reason());
    }

    /** Proves what is on the screen, saved or not. */
    @PostMapping("/authoring/drafts/{id}/check")
    String check(@PathVariable UUID id, @RequestBody String body) {
        Draft draft = withSheet(drafts.get(id), tree(body));
        Actor actor = Actor.caller();
        return turns.take(
                id,
                actor.name(),
                () -> DraftJson.MAPPER.writeValueAsString(Map.of("findings", findings(draft, actor))));
    }

    private List<ProofReport.Finding> findings(Draft draft, Actor actor) {
        List<ProofReport.Finding> findings = new ArrayList<>();
        try {
            FactLabels labels = new FactLabels(draft);
            publishing.preview(draft, actor).forEach(report -> report.findings()
                    .forEach(found -> findings.add(labels.in(found))));
        } catch (ProblemException e) {
            findings.add(unfinished(e));
        }
        return findings;
    }

    /** Computes with what is on the screen. */
    @PostMapping("/authoring/drafts/{id}/try")
    String attempt(@PathVariable UUID id, @RequestBody String body) {
        JsonNode asked = tree(body);
        Draft draft = withSheet(drafts.get(id), asked);
        Map<String, Object> facts = new LinkedHashMap<>();
        asked.path("facts")
                .properties()
                .forEach(fact -> facts.put(
                        fact.getKey(),
                        fact.getValue().isBoolean()
                                ? fact.getValue().asBoolean()
                                : fact.getValue().asString()));
        Actor.caller().require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        try {
            Trial trial = trials.ask(draft, TrialQuestion.of(facts));
            return DraftJson.MAPPER.writeValueAsString(TrialLines.of(draft.sheet(), trial));
        } catch (ProblemException e) {
            return DraftJson.MAPPER.writeValueAsString(new TrialLines(
                    List.of(), List.of(), List.of(), List.of(e.problem().detail())));
        }
    }

    /** What is being written is often not whole yet; that is a finding, not an error of the page. */
    private static ProofReport.Finding unfinished(ProblemException e) {
        if (e.problem().type() == ProblemType.FORBIDDEN) {
            throw e;
        }
        return new ProofReport.Finding(
                ProofReport.Property.WELL_FORMED,
                ProofReport.Status.REFUTED,
                "WELL_FORMED/unfinished",
                "",
                Show.plain(e.problem().detail()),
                null);
    }

    @PutMapping("/authoring/drafts/{id}/sheet")
    ResponseEntity<String> save(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody String body) {
        if (ifMatch == null || !ifMatch.matches("\"\\d{1,9}\"")) {
            throw new ProblemException(ProblemType.REVISION_REQUIRED);
        }
        JsonNode asked = tree(body);
        Draft draft = drafts.get(id);
        DraftContent content = withSheet(draft, asked).content();
        Draft saved = drafts.save(
                id,
                Integer.parseInt(ifMatch.replace("\"", "")),
                content,
                asked.path("note").asString(""),
                Actor.caller());
        return ResponseEntity.ok(DraftJson.MAPPER.writeValueAsString(Map.of(
                "version",
                version(saved),
                "savedAt",
                CLOCK.format(saved.updated().at()))));
    }

    @GetMapping("/authoring/provisions")
    String provisions(@RequestParam String q) {
        return DraftJson.MAPPER.writeValueAsString(provisions.find(q));
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<String> refused(ProblemException e) {
        Problem problem = e.problem();
        Map<String, Object> answer = new LinkedHashMap<>(problem.members());
        answer.put("title", problem.type().title());
        answer.put("detail", Show.plain(problem.detail()));
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.type().status());
        if (problem.type() == ProblemType.BUSY) {
            response.header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
        }
        return response.body(DraftJson.MAPPER.writeValueAsString(answer));
    }

    /** The draft with what is on the screen: its table, or the statutory range it brings along. */
    private static Draft withSheet(Draft draft, JsonNode asked) {
        Sheet sheet = sheet(asked.path("sheet"));
        DraftContent old = draft.content();
        boolean statute = asked.path("part").asString("").equals(Part.STATUTE.name());
        Sheet range = old.statute();
        // The statutory range that a draft brings along is of the same item.
        Sheet followed =
                range == null || !Objects.equals(range.item(), old.sheet().item())
                        ? range
                        : range.withItem(sheet.item());
        DraftContent content = new DraftContent(
                statute ? old.sheet() : sheet,
                statute ? sheet : followed,
                old.laws(),
                old.cases(),
                old.statuteCases(),
                old.questions());
        ContentCheck.check(content, draft.expert());
        return draft.with(content);
    }

    /** The table on the screen, fit to be read. */
    private static Sheet onScreen(Draft draft, JsonNode asked) {
        DraftContent content = withSheet(draft, asked).content();
        Sheet statute = content.statute();
        return asked.path("part").asString("").equals(Part.STATUTE.name()) && statute != null
                ? statute
                : content.sheet();
    }

    private static JsonNode tree(String body) {
        try {
            return DraftJson.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ProblemException(ProblemType.MALFORMED_JSON);
        }
    }

    private static Sheet sheet(JsonNode node) {
        if (!node.isObject()) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请求里没有表格（sheet）；请刷新页面后再试。");
        }
        try {
            return DraftJson.MAPPER.treeToValue(node, Sheet.class);
        } catch (JacksonException e) {
            throw new ProblemException(ProblemType.DRAFT_REFUSED, "表格的内容读不出来：" + e.getOriginalMessage());
        }
    }
}
