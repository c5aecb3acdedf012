package cn.faheng.authoring.publishing;

import cn.faheng.contract.model.PublicationBody;
import cn.faheng.contract.model.PublishedAcknowledgementBody;
import cn.faheng.contract.model.PublishedEndingBody;
import cn.faheng.contract.model.PublishedVersionBody;
import cn.faheng.server.identity.People;
import cn.faheng.server.registry.Publication;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publications as the contract shows them, with the names of the people behind the accounts. */
@Component
final class PublicationViews {

    private final People people;

    PublicationViews(People people) {
        this.people = people;
    }

    PublicationBody body(Publication publication, LocalDate today) {
        return new PublicationBody()
                .number(publication.sequence())
                .kind(PublicationBody.KindEnum.fromValue(publication.kind().name()))
                .standing(PublicationBody.StandingEnum.fromValue(
                        publication.standing(today).name()))
                .versions(publication.versions().stream()
                        .map(v -> new PublishedVersionBody()
                                .ruleSet(v.ruleSet().toString())
                                .contentHash(v.contentHash()))
                        .toList())
                .endings(publication.endings().stream()
                        .map(e -> new PublishedEndingBody()
                                .ruleSet(e.ruleSet().toString())
                                .lastDay(e.lastDay())
                                .by(e.by())
                                .reason(e.reason()))
                        .toList())
                .laws(publication.laws())
                .authoredBy(publication.authoredBy())
                .authoredByName(name(publication.authoredBy()))
                .reviewedBy(publication.reviewedBy())
                .reviewedByName(name(publication.reviewedBy()))
                .approvedBy(publication.approvedBy())
                .approvedByName(name(publication.approvedBy()))
                .reason(publication.reason())
                .acknowledged(publication.acknowledged().stream()
                        .map(a -> new PublishedAcknowledgementBody()
                                .ruleSet(a.ruleSet().toString())
                                .finding(a.finding())
                                .by(a.by())
                                .byName(name(a.by()))
                                .reason(a.reason()))
                        .toList())
                .publishedAt(publication.publishedAt().atOffset(ZoneOffset.UTC))
                .visibleFrom(publication.visibleFrom())
                .withdraws(publication.withdraws())
                .withdrawnBy(publication.withdrawnBy());
    }

    /** The name shown to others, or null where the account has none: a system, or someone who left. */
    private @Nullable String name(@Nullable String account) {
        String name = account == null ? null : people.nameOf(account);
        return name == null || name.equals(account) ? null : name;
    }
}
