package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.drafting.draft.LawYaml;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.server.registry.NewPublication;
import cn.faheng.server.registry.NewPublication.Acknowledgement;
import cn.faheng.server.registry.NewPublication.Ending;
import cn.faheng.server.registry.RuleBaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A draft as the publication that is made of it. */
final class PublicationFiles {

    private final Draft draft;
    private final DraftRuleSets parts;
    private final List<LegalInstrument> laws;
    private final RuleBaseState current;

    PublicationFiles(Draft draft, List<LegalInstrument> laws, RuleBaseState current) {
        this.draft = draft;
        this.laws = laws;
        this.parts = DraftRuleSets.of(draft);
        this.current = current;
    }

    NewPublication publication(StoredProof proof, Approval approval, @Nullable LocalDate visibleFrom, LocalDate today) {
        return new NewPublication(
                files(),
                endings(approval.reason()),
                proof.base(),
                draft.updated().by(),
                approval.reviewedBy(),
                approval.by(),
                approval.reason(),
                DraftJson.MAPPER.writeValueAsString(proof.reports()),
                acknowledged(proof, approval, today),
                visibleFrom);
    }

    /** The files of the versions; the item and the law only where the rule base does not hold them as they are. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(parts.files());
        if (parts.item() != null
                && current.catalogue().item(parts.item().code()).isPresent()) {
            files.keySet().removeIf(path -> path.endsWith("/item.yaml"));
        }
        LawLibrary joined = current.law().with(laws);
        for (LegalInstrument law : laws) {
            LegalInstrument whole = joined.version(law.title(), law.version()).orElseThrow();
            if (!current.law().version(law.title(), law.version()).equals(java.util.Optional.of(whole))) {
                files.put(LawYaml.path(law), LawYaml.write(whole));
            }
        }
        return files;
    }

    /** A new version ends the one before it on the day before its own first day. */
    private List<Ending> endings(String reason) {
        List<Ending> endings = new ArrayList<>();
        for (RuleSet next : parts.ruleSets()) {
            for (RuleSet known : current.catalogue().ruleSets()) {
                boolean before = known.ref().id().equals(next.ref().id())
                        && known.effective().from().isBefore(next.effective().from());
                if (before && known.effective().overlaps(next.effective())) {
                    LocalDate lastDay = next.effective().from().minusDays(1);
                    endings.add(new Ending(known.ref(), lastDay, next.ref().toString(), reason));
                }
            }
        }
        return endings;
    }

    private List<Acknowledgement> acknowledged(StoredProof proof, Approval approval, LocalDate today) {
        List<Acknowledgement> all = new ArrayList<>();
        proof.reports().forEach(report -> report.notProved().forEach(finding -> proof.acknowledgement(finding.key())
                .ifPresent(a -> all.add(new Acknowledgement(
                        report.ruleSet(), finding.key(), a.made().by(), a.reason())))));
        for (RuleSet ruleSet : parts.ruleSets()) {
            if (approval.backfillReason() != null && ruleSet.effective().from().isBefore(today)) {
                all.add(new Acknowledgement(
                        ruleSet.ref(),
                        "EFFECTIVE_DATE_IN_THE_PAST",
                        approval.by(),
                        Objects.requireNonNull(approval.backfillReason())));
            }
        }
        return all;
    }
}
