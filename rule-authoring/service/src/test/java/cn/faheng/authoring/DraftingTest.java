package cn.faheng.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests of drafts have in common: an author and an approver that are two systems. */
public abstract class DraftingTest extends AuthoringTest {

    protected static final String AUTHOR = "demo-system";
    protected static final String APPROVER = "demo-approver";
    private static final String RULES = "catalogue:read rules:read rules:write rules:review rules:approve";

    /** A published benchmark whose next version the tests make. */
    protected static final String BASE = "work-safety/MEM-26/000000";

    protected HttpRequest.Builder as(String client, String path) throws IOException, InterruptedException {
        String token = client.equals(AUTHOR) ? token() : token(client, RULES);
        return HttpRequest.newBuilder(uri("/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    protected Reply read(String client, String path) throws IOException, InterruptedException {
        return send(as(client, path));
    }

    protected Reply post(String client, String path, String json) throws IOException, InterruptedException {
        return send(as(client, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    protected Reply put(String client, String path, String revision, JsonNode json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = as(client, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.toString()));
        return send(revision.isEmpty() ? request : request.header("If-Match", "\"" + revision + "\""));
    }

    /** A draft of the next version of {@link #BASE}. */
    protected JsonNode nextVersion(String from) throws IOException, InterruptedException {
        JsonNode versions = read(AUTHOR, "/items/MEM-26/versions").json();
        String day = "";
        for (JsonNode benchmark : versions.path("benchmarks")) {
            if (benchmark.path("id").asString("").equals(BASE)) {
                day = benchmark.path("version").asString();
            }
        }
        assertThat(day).as(versions.toString()).isNotEmpty();
        Reply made =
                post(AUTHOR, "/drafts", "{\"base\":\"" + BASE + "@" + day + "\",\"effectiveFrom\":\"" + from + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    /** The content with another sentence in the notes. */
    protected static ObjectNode withNotes(JsonNode content, String notes) {
        ObjectNode changed = (ObjectNode) content.deepCopy();
        ((ObjectNode) changed.path("sheet")).put("notes", notes);
        return changed;
    }

    /** Proves a draft and answers, as the approver, for everything that could not be proved. */
    protected JsonNode proved(String id) throws IOException, InterruptedException {
        Reply proof = post(AUTHOR, "/drafts/" + id + ":prove", "");
        assertThat(proof.status()).as(proof.body()).isEqualTo(200);
        for (JsonNode report : proof.json().path("reports")) {
            for (JsonNode finding : report.path("findings")) {
                if (finding.path("status").asString().equals("NOT_PROVED")) {
                    ObjectNode acknowledged = JSON.createObjectNode();
                    acknowledged.put("key", finding.path("key").asString());
                    acknowledged.put("reason", "已人工核对");
                    proof = post(APPROVER, "/drafts/" + id + "/acknowledgements", acknowledged.toString());
                    assertThat(proof.status()).as(proof.body()).isEqualTo(200);
                }
            }
        }
        return proof.json();
    }

    /** Takes a draft from its proof to its approval. */
    protected void approved(String id) throws IOException, InterruptedException {
        JsonNode proof = proved(id);
        assertThat(proof.path("state").asString()).as(proof.toString()).isEqualTo("CHECKED");
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");
        step(APPROVER, id, "review", "{\"reason\":\"与上位法一致\"}", "REVIEWED");
        step(APPROVER, id, "approve", "{\"reason\":\"同意\"}", "APPROVED");
    }

    protected void step(String client, String id, String step, String body, String state)
            throws IOException, InterruptedException {
        Reply reply = post(client, "/drafts/" + id + ":" + step, body);
        assertThat(reply.status()).as(step + " " + reply.body()).isEqualTo(200);
        assertThat(reply.json().path("state").asString()).isEqualTo(state);
    }

    /** The slug of a problem. */
    protected static String problem(Reply reply) {
        return reply.json().path("type").asString("").replace("/problems/", "");
    }
}
