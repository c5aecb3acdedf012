package cn.faheng.web.modeleditor;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.DraftMaker;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.models.ModelTrials;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the script of the model's page asks; the services are those of the contract. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class ModelEditorApi {

    private static final int LARGEST = 5 << 20;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Drafts drafts;
    private final DraftMaker maker;
    private final ModelTrials models;

    ModelEditorApi(Drafts drafts, DraftMaker maker, ModelTrials models) {
        this.drafts = drafts;
        this.maker = maker;
        this.models = models;
    }

    /** The model, the models it imports, and the version it is. */
    @GetMapping("/authoring/drafts/{id}/model/content")
    ResponseEntity<String> content(@PathVariable UUID id) {
        Draft draft = drafts.get(id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", version(draft));
        answer.put("model", maker.model(draft));
        answer.put("imports", imports(draft));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(DraftJson.MAPPER.writeValueAsString(answer));
    }

    /** Saves what the editor holds; whoever saved meanwhile is not overwritten. */
    @PutMapping(path = "/authoring/drafts/{id}/model/content", consumes = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> save(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody byte[] dmn) {
        if (ifMatch == null || !ifMatch.matches("\"\\d{1,9}\"")) {
            throw new ProblemException(ProblemType.REVISION_REQUIRED);
        }
        Draft saved = maker.saveModel(id, Integer.parseInt(ifMatch.replace("\"", "")), limited(dmn), Actor.caller());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", version(saved));
        answer.put("savedAt", CLOCK.format(saved.updated().at()));
        answer.put("expert", saved.expert() != null);
        return ResponseEntity.ok(DraftJson.MAPPER.writeValueAsString(answer));
    }

    /** What the compiler and the schema say of what the editor holds, saved or not. */
    @PostMapping(path = "/authoring/drafts/{id}/model/check", consumes = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> check(@PathVariable UUID id, @RequestBody String dmn) {
        Actor.caller().require(Actor.Office.AUTHOR, Actor.Office.REVIEWER, Actor.Office.APPROVER);
        JsonNode described = models.check(new ModelTexts(dmn, imports(drafts.get(id))));
        return ResponseEntity.ok(DraftJson.MAPPER.writeValueAsString(
                Map.of("messages", described.path("messages"), "validation", described.path("validation"))));
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<String> refused(ProblemException e) {
        Problem problem = e.problem();
        Map<String, Object> answer = new LinkedHashMap<>(problem.members());
        answer.put("title", problem.type().title());
        answer.put("detail", problem.detail());
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.type().status());
        if (problem.type() == ProblemType.BUSY) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.body(DraftJson.MAPPER.writeValueAsString(answer));
    }

    private static byte[] limited(byte[] dmn) {
        if (dmn.length > LARGEST) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, "模型超过 5 MB；请拆分。");
        }
        return dmn;
    }

    private static String version(Draft draft) {
        return "\"" + draft.revision() + "\"";
    }

    private static List<String> imports(Draft draft) {
        return draft.expert() == null ? List.of() : draft.expert().imports();
    }
}
