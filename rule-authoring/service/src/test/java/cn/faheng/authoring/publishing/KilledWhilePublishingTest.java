package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftFilter;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RuleBases;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("公布途中杀掉进程")
class KilledWhilePublishingTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledWhilePublishingTest.class);
    private static final int KILLS = 2;
    private static final long LONGEST = 1_200;

    @Test
    @DisplayName("在任意时刻杀掉（SIGKILL），重启之后每一份草案不是旧版就是新版，没有一半的，其余的照常公布")
    void eitherTheOldOrTheNew(@TempDir Path data) throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            long wait = random.nextLong(LONGEST);
            killed(data, wait);
            LOG.info("Killed {} ms after it had begun to publish", wait);
        }
        try (ConfigurableApplicationContext server = PublishingProcess.start(data)) {
            List<Draft> drafts =
                    server.getBean(Drafts.class).list(DraftFilter.newest(100)).drafts();
            assertThat(drafts).hasSize(PublishingProcess.BASES.size());
            drafts.forEach(draft -> eitherOr(server, draft));
            for (Draft draft : drafts) {
                Draft after =
                        server.getBean(PublicationDesk.class).publish(draft.id(), null, PublishingProcess.APPROVER);
                assertThat(after.state()).isEqualTo(DraftState.PUBLISHED);
                eitherOr(server, after);
            }
            assertThat(server.getBean(RuleBases.class).failure()).isEmpty();
        }
    }

    /** Runs a process that publishes, and kills it some time after it has begun. */
    private static void killed(Path data, long wait) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx600m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingProcess.class.getName(),
                        data.toString())
                .redirectError(new File(data.toFile(), "killed.log"))
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("READY")) {
                line = out.readLine();
            }
            assertThat(line).as("it began to publish").isNotNull();
            assertThat(process.waitFor(wait, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The version, its end of the one before, its log entry and the state of the draft are all there or all not. */
    private static void eitherOr(ConfigurableApplicationContext server, Draft draft) {
        RuleSet next = DraftRuleSets.of(draft).main();
        RuleSetRef before =
                RuleSetRef.parse(Objects.requireNonNull(draft.base()).ruleSet());
        Catalogue catalogue = server.getBean(RuleBases.class).current().catalogue();
        boolean published = draft.state() == DraftState.PUBLISHED;
        assertThat(published || draft.state() == DraftState.APPROVED)
                .as(draft.title() + " " + draft.state())
                .isTrue();

        assertThat(catalogue
                        .ruleSet(next.ref())
                        .map(RuleSet::contentHash)
                        .equals(java.util.Optional.of(next.contentHash())))
                .as("the new version of " + before)
                .isEqualTo(published);
        assertThat(next.ref()
                        .version()
                        .minusDays(1)
                        .equals(catalogue
                                .ruleSet(before)
                                .orElseThrow()
                                .effective()
                                .to()))
                .as("the end of " + before)
                .isEqualTo(published);
        List<Publication> events =
                server.getBean(Publications.class).concerning(next.ref().id());
        assertThat(events).hasSize(published ? 1 : 0);
    }
}
