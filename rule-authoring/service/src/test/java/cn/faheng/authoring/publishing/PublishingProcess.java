package cn.faheng.authoring.publishing;

import cn.faheng.authoring.AuthoringConfiguration;
import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftFilter;
import cn.faheng.authoring.drafts.DraftMaker;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.engine.proof.ProofReport.Finding;
import cn.faheng.server.ServerConfiguration;
import cn.faheng.server.registry.Publications;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A server without pages. As a process of its own it publishes draft after draft until it is killed. */
final class PublishingProcess {

    static final Actor AUTHOR = new Actor("author", "周敏", EnumSet.of(Office.AUTHOR));
    static final Actor APPROVER = new Actor("approver", "陈立", EnumSet.of(Office.REVIEWER, Office.APPROVER));

    /** Published benchmarks whose next versions prove. */
    static final List<String> BASES = List.of(
            "work-safety/MEM-26/000000@2024-11-01",
            "environment/GD-ENV-8.32/440000@2022-01-01",
            "environment/GD-ENV-8.36/440000@2022-01-01",
            "traffic/SD-TRAF-77/370000@2014-08-01",
            "urban/UR-PLAN-1/000000@2015-04-24");

    private PublishingProcess() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ServerConfiguration.class, AuthoringConfiguration.class})
    static class Server {}

    static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Server.class)
                .properties("server.port=0", "faheng.demo=false", "faheng.storage.data=" + data)
                .run();
    }

    /** {@code PublishingProcess <data folder>}; says READY when it starts to publish, and the id of each draft that is published. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext server = start(Path.of(arguments[0]));
        if (server.getBean(Drafts.class).list(DraftFilter.newest(1)).drafts().isEmpty()) {
            LocalDate first = server.getBean(Publications.class).today().plusDays(10);
            BASES.forEach(base -> approved(server, base, first));
        }
        System.out.println("READY");
        for (UUID id : approvedOnes(server)) {
            server.getBean(PublicationDesk.class).publish(id, null, APPROVER);
            System.out.println(id);
        }
    }

    static List<UUID> approvedOnes(ConfigurableApplicationContext server) {
        return server
                .getBean(Drafts.class)
                .list(new DraftFilter(DraftState.APPROVED, null, null, null, 100))
                .drafts()
                .stream()
                .map(Draft::id)
                .toList();
    }

    /** A draft of the next version of {@code base}, on its way up to its approval. */
    static UUID approved(ConfigurableApplicationContext server, String base, LocalDate first) {
        Publishing publishing = server.getBean(Publishing.class);
        UUID id =
                server.getBean(DraftMaker.class).newVersion(base, first, AUTHOR).id();
        StoredProof proof = publishing.prove(id, AUTHOR);
        for (Finding finding : proof.notProved()) {
            publishing.acknowledge(id, finding.key(), "已人工核对", APPROVER);
        }
        publishing.submit(id, "", AUTHOR);
        publishing.review(id, "同意", APPROVER);
        publishing.approve(id, "同意", null, APPROVER);
        return id;
    }
}
