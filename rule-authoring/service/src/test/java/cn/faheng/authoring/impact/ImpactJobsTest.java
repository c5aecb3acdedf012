package cn.faheng.authoring.impact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.server.registry.RuleBases;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("影响测算：开始、暂停、继续、重新启动；不能编译的模型测算失败并说明原因")
class ImpactJobsTest extends DraftingTest {

    private static final int CASES = 1_700;
    private static final String SPEED = "traffic/SD-TRAF-77/370000@2014-08-01";

    @Autowired
    private Drafts drafts;

    @Autowired
    private RuleBases ruleBases;

    @Autowired
    private ImpactRows rows;

    @Autowired
    private ImpactJobs jobs;

    private static String line(int n) {
        return "{\"id\":\"T-%05d\",\"open\":false,\"request\":{\"item\":\"MEM-26\",\"place\":\"370811\",\"act\":{\"start\":\"2026-01-10\"},\"decidedOn\":\"2026-03-01\",\"party\":{\"kind\":\"organisation\"}}}"
                .formatted(n);
    }

    private void loadCases() throws Exception {
        String lines = IntStream.range(0, CASES).mapToObj(ImpactJobsTest::line).collect(Collectors.joining("\n"));
        Reply loaded = send(as(AUTHOR, "/past-cases:batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
        assertThat(loaded.json().path("loaded").asInt()).as(loaded.body()).isEqualTo(CASES);
    }

    private JsonNode job(long number) throws Exception {
        Reply job = read(AUTHOR, "/impact-jobs/" + number);
        assertThat(job.status()).as(job.body()).isEqualTo(200);
        return job.json();
    }

    private JsonNode ended(long number) throws Exception {
        Instant last = Instant.now().plus(Duration.ofSeconds(90));
        JsonNode job = job(number);
        while (job.path("status").asString().equals("RUNNING") && Instant.now().isBefore(last)) {
            Thread.sleep(100);
            job = job(number);
        }
        return job;
    }

    @Test
    @DisplayName("开始后暂停，停在一步的末尾；继续后算完，每个案件恰好一次；算完的不能再暂停")
    void pausesAndGoesOn() throws Exception {
        loadCases();
        String id = nextVersion("2026-12-13").path("id").asString();
        Reply started = post(AUTHOR, "/drafts/" + id + ":impact", "");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        long number = started.json().path("number").asLong();
        assertThat(started.header("Location")).endsWith("/impact-jobs/" + number);

        Reply paused = post(AUTHOR, "/impact-jobs/" + number + ":pause", "");
        assertThat(paused.status()).as(paused.body()).isEqualTo(200);
        assertThat(paused.json().path("status").asString()).isEqualTo("PAUSED");
        long done = paused.json().path("done").asLong();
        assertThat(done).isLessThan(CASES);
        Thread.sleep(500);
        assertThat(job(number).path("done").asLong()).isEqualTo(done);

        Reply resumed = post(AUTHOR, "/impact-jobs/" + number + ":resume", "");
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        JsonNode ended = ended(number);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("DONE");
        assertThat(ended.path("done").asLong()).isBetween((long) CASES, CASES + 100L);
        assertThat(ended.at("/tally/cases").asLong())
                .isEqualTo(ended.path("done").asLong());
        assertThat(ended.at("/tally/byDistrict/370811/cases").asLong()).isGreaterThanOrEqualTo(CASES);
        assertThat(problem(post(AUTHOR, "/impact-jobs/" + number + ":pause", "")))
                .isEqualTo("step-not-allowed");
    }

    @Test
    @DisplayName("模型不能编译：不开始；已经在算的，重新启动后失败并说明原因，而不是一直在算")
    void invalidModelFails() throws Exception {
        Reply made = post(AUTHOR, "/drafts", "{\"base\":\"" + SPEED + "\",\"effectiveFrom\":\"2026-12-14\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        String note = "<decision id=\"note\" name=\"note\"><variable name=\"note\" typeRef=\"Any\"/><list"
                + " id=\"l1\"><literalExpression id=\"l2\"><text>1 + + nothing"
                + " known</text></literalExpression></list></decision>";
        String model =
                read(AUTHOR, "/drafts/" + id + "/model").body().replace("</definitions>", note + "</definitions>");
        Reply saved = send(as(AUTHOR, "/drafts/" + id + "/model")
                .header("Content-Type", "application/xml")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString(model)));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);

        assertThat(problem(post(AUTHOR, "/drafts/" + id + ":impact", ""))).isEqualTo("model-refused");

        Draft draft = drafts.get(UUID.fromString(id));
        Actor author = new Actor(AUTHOR, "起草人", Set.of(Actor.Office.AUTHOR));
        long number = rows.insert(draft, ruleBases.current().hash(), TODAY, Set.of("SD-TRAF-77"), 1, author);
        jobs.goOn();
        JsonNode ended = ended(number);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("FAILED");
        assertThat(ended.path("failure").asString()).contains("模型");
    }

    @Test
    @DisplayName("后来的保存不影响已经开始的测算：内容和模型都是开始时那一版的")
    void computesTheRevisionItWasStartedFor() throws Exception {
        Reply made = post(AUTHOR, "/drafts", "{\"base\":\"" + SPEED + "\",\"effectiveFrom\":\"2026-12-15\"}");
        UUID id = UUID.fromString(made.json().path("id").asString());
        Draft first = drafts.get(id);
        String model = read(AUTHOR, "/drafts/" + id + "/model")
                .body()
                .replace(
                        "</definitions>",
                        "<decision id=\"note\" name=\"note\"><variable name=\"note\" typeRef=\"Any\"/><list"
                                + " id=\"l1\"><literalExpression id=\"l2\"><text>1 + + nothing"
                                + " known</text></literalExpression></list></decision></definitions>");
        Reply saved = send(as(AUTHOR, "/drafts/" + id + "/model")
                .header("Content-Type", "application/xml")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString(model)));
        assertThat(saved.json().path("revision").asInt()).as(saved.body()).isEqualTo(2);

        Actor author = new Actor(AUTHOR, "起草人", Set.of(Actor.Office.AUTHOR));
        long number = rows.insert(first, ruleBases.current().hash(), TODAY, Set.of("没有案件的事项"), 0, author);
        jobs.goOn();
        JsonNode ended = ended(number);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("DONE");
    }
}
