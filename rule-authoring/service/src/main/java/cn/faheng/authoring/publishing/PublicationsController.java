package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.Views;
import cn.faheng.authoring.publishing.PublicationDesk.Outcome;
import cn.faheng.contract.api.PublicationsApi;
import cn.faheng.contract.model.PublicationBody;
import cn.faheng.contract.model.PublicationFilesBody;
import cn.faheng.contract.model.PublicationPageBody;
import cn.faheng.contract.model.PublishedOutcomeBody;
import cn.faheng.contract.model.PublishedOutcomePageBody;
import cn.faheng.contract.model.RepealInputBody;
import cn.faheng.contract.model.WithdrawInputBody;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicationsController implements PublicationsApi {

    private final PublicationDesk desk;
    private final Publications publications;
    private final PublicationViews views;

    PublicationsController(PublicationDesk desk, Publications publications, PublicationViews views) {
        this.desk = desk;
        this.publications = publications;
        this.views = views;
    }

    @Override
    public ResponseEntity<PublicationPageBody> listPublications(@Nullable String cursor, Integer limit) {
        int most = Views.limit(limit);
        List<Publication> found = desk.list(Views.cursor(cursor), most + 1);
        List<Publication> page = found.subList(0, Math.min(most, found.size()));
        Long next = found.size() > most ? page.get(most - 1).sequence() : null;
        return ResponseEntity.ok()
                .headers(Views.link(next))
                .body(new PublicationPageBody()
                        .publications(page.stream().map(this::body).toList())
                        .nextCursor(next == null ? null : String.valueOf(next)));
    }

    @Override
    public ResponseEntity<PublicationBody> getPublication(Long number) {
        Publication publication = desk.find(number);
        PublicationBody body = body(publication);
        if (!publication.proofReport().isBlank()) {
            body.setProof(List.of(DraftJson.MAPPER.readValue(publication.proofReport(), ProofReport[].class)).stream()
                    .map(ProofViews::report)
                    .toList());
        }
        return ResponseEntity.ok(body);
    }

    @Override
    public ResponseEntity<PublicationFilesBody> getPublicationFiles(Long number) {
        desk.find(number);
        return ResponseEntity.ok(new PublicationFilesBody().files(new LinkedHashMap<>(publications.files(number))));
    }

    @Override
    public ResponseEntity<PublicationBody> withdrawPublication(Long number, WithdrawInputBody body) {
        String reason = body.getReason() == null ? "" : body.getReason();
        return ResponseEntity.ok(body(desk.withdraw(number, reason, body.getRequestedBy(), Actor.caller())));
    }

    @Override
    public ResponseEntity<PublicationBody> repealPublication(Long number, RepealInputBody body) {
        Publication publication = desk.find(number);
        List<String> versions = publication.versions().stream()
                .map(version -> version.ruleSet().toString())
                .toList();
        String ruleSet = body.getRuleSet();
        if (ruleSet == null && versions.size() == 1) {
            ruleSet = versions.get(0);
        }
        if (ruleSet == null || !versions.contains(ruleSet)) {
            throw new ProblemException(
                    Problem.of(ProblemType.MISSING_FIELD, "请在 ruleSet 里写明废止哪一个版本：" + String.join("、", versions) + "。"));
        }
        return repeal(ruleSet, body, publication.authoredBy());
    }

    @Override
    public ResponseEntity<PublicationBody> repealRuleSet(RepealInputBody body) {
        String ruleSet = body.getRuleSet();
        if (ruleSet == null) {
            throw new ProblemException(ProblemType.MISSING_FIELD, "请在 ruleSet 里写明废止哪一个版本（路径@施行日）。");
        }
        return repeal(ruleSet, body, null);
    }

    private ResponseEntity<PublicationBody> repeal(String ruleSet, RepealInputBody body, @Nullable String author) {
        String by = body.getRequestedBy() != null ? body.getRequestedBy() : author;
        if (body.getLastDay() == null || by == null || by.isBlank()) {
            throw new ProblemException(
                    ProblemType.MISSING_FIELD,
                    body.getLastDay() == null ? "请写明最后施行日（lastDay）。" : "请写明由谁提出（requestedBy）。");
        }
        RuleSetRef ref;
        try {
            ref = RuleSetRef.parse(ruleSet);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ProblemType.UNKNOWN_RULE_SET));
        }
        String reason = body.getReason() == null ? "" : body.getReason();
        return ResponseEntity.ok(
                body(desk.repeal(ref, body.getLastDay(), body.getDocument(), reason, by, Actor.caller())));
    }

    @Override
    public ResponseEntity<PublishedOutcomePageBody> listPublishedOutcomes(
            Long number, @Nullable String cursor, Integer limit) {
        int most = Views.limit(limit);
        Long after = Views.cursor(cursor);
        List<Outcome> found = desk.outcomes(number, after == null ? 0 : after, most + 1);
        List<Outcome> page = found.subList(0, Math.min(most, found.size()));
        Long next = found.size() > most ? page.get(most - 1).sequence() : null;
        return ResponseEntity.ok()
                .headers(Views.link(next))
                .body(new PublishedOutcomePageBody()
                        .outcomes(page.stream()
                                .map(o -> new PublishedOutcomeBody()
                                        .receipt(o.receipt())
                                        .recordedAt(o.recordedAt().atOffset(ZoneOffset.UTC))
                                        .client(o.client())
                                        .item(o.item()))
                                .toList())
                        .nextCursor(next == null ? null : String.valueOf(next)));
    }

    private PublicationBody body(Publication publication) {
        return views.body(publication, publications.today());
    }
}
