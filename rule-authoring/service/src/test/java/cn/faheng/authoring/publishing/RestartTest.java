package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftLaws;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.Publications;
import cn.faheng.server.registry.RuleBases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("重启之后")
class RestartTest {

    private static final String BASE = "work-safety/MEM-26/000000";

    @Test
    @DisplayName("草案、历史、公布都在；公布途中被杀的进程，重启后草案跟上已经存下的公布")
    void everythingIsKept(@TempDir Path data) {
        LocalDate first;
        UUID id;
        try (ConfigurableApplicationContext server = PublishingProcess.start(data)) {
            Publications publications = server.getBean(Publications.class);
            first = publications.today().plusDays(10);
            id = PublishingProcess.approved(server, BASE + "@2024-11-01", first);
            Draft draft = server.getBean(Drafts.class).get(id);
            StoredProof proof = server.getBean(Publishing.class).proof(id).orElseThrow();
            // What the desk does first; the process ends before the draft learns of it.
            publications.publish(new PublicationFiles(
                            draft,
                            server.getBean(DraftLaws.class).of(draft),
                            server.getBean(RuleBases.class).current())
                    .publication(proof, Objects.requireNonNull(draft.approval()), null, publications.today()));
            assertThat(server.getBean(Drafts.class).get(id).state()).isEqualTo(DraftState.APPROVED);
        }
        try (ConfigurableApplicationContext server = PublishingProcess.start(data)) {
            Draft draft = server.getBean(Drafts.class).get(id);
            assertThat(draft.state()).isEqualTo(DraftState.PUBLISHED);
            assertThat(draft.publication()).isNotNull();
            assertThat(server.getBean(RuleBases.class)
                            .current()
                            .catalogue()
                            .ruleSet(RuleSetRef.parse(BASE + "@" + first)))
                    .isPresent();
            assertThat(server.getBean(Drafts.class).actions(id))
                    .extracting(action -> action.action())
                    .contains("CREATE", "SUBMIT", "REVIEW", "APPROVE", "PUBLISH");
            assertThat(server.getBean(PublicationDesk.class)
                            .publish(id, null, PublishingProcess.APPROVER)
                            .publication())
                    .isEqualTo(draft.publication());
        }
    }
}
