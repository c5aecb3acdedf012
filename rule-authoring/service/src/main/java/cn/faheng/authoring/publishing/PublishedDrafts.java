package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Actor.Office;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftRuleSets;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.drafts.Step;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.registry.NewPublication.Ending;
import cn.faheng.server.registry.Publication;
import cn.faheng.server.registry.Publications;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the states of drafts in step with the log of publications, which alone says what is in force. */
@Component
class PublishedDrafts {

    private static final Actor SELF = new Actor("faheng", "法衡", EnumSet.allOf(Office.class));

    private static final List<DraftState> FOLLOWED =
            List.of(DraftState.SCHEDULED, DraftState.PUBLISHED, DraftState.SUPERSEDED, DraftState.REPEALED);
    private static final Logger LOG = LoggerFactory.getLogger(PublishedDrafts.class);

    private final Drafts drafts;
    private final Publications publications;

    PublishedDrafts(Drafts drafts, Publications publications) {
        this.drafts = drafts;
        this.publications = publications;
    }

    /** The publication of this very content that the log holds already: the process ended before the draft learned of it. */
    Optional<Publication> stored(Draft draft) {
        RuleSet main = DraftRuleSets.of(draft).main();
        return publications.concerning(main.ref().id()).stream()
                .filter(event -> event.kind() == Publication.Kind.PUBLISH && event.withdrawnBy() == null)
                .filter(event -> event.versions().stream()
                        .anyMatch(version -> version.ruleSet().equals(main.ref())
                                && version.contentHash().equals(main.contentHash())))
                .findFirst();
    }

    Draft settle(Draft draft, Publication publication, LocalDate today, Actor actor) {
        boolean later = publication.visibleFrom().isAfter(today);
        Draft after = drafts.take(
                draft.id(),
                later ? Step.SCHEDULE : Step.PUBLISH,
                actor,
                publication.reason(),
                approved -> approved.published(publication.sequence(), publication.visibleFrom()));
        if (!later) {
            endings(publication, Step.SUPERSEDE, Set.of(DraftState.PUBLISHED), actor);
        }
        return after;
    }

    /** Takes over what happened while no process looked, or between two steps of one that was killed. */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        each(DraftState.APPROVED, draft -> stored(draft)
                .ifPresent(publication -> settle(draft, publication, publications.today(), SELF)));
        appear();
        for (DraftState state : FOLLOWED) {
            each(state, this::follow);
        }
    }

    /** Does something with every draft in a state; one that cannot be read keeps none of the others back. */
    private void each(DraftState state, Consumer<Draft> doing) {
        for (UUID id : drafts.idsIn(state)) {
            try {
                doing.accept(drafts.get(id));
            } catch (RuntimeException e) {
                LOG.error("草案 {}（{}）没有跟上公布的记录，其余的照常；请查看这份草案的内容。", id, state.chinese(), e);
            }
        }
    }

    /** Brings a draft to where the log says its versions are: withdrawn, or ended by another event. */
    private void follow(Draft draft) {
        Publication own = draft.publication() == null
                ? null
                : publications.find(draft.publication()).orElse(null);
        if (own == null) {
            return;
        }
        if (own.withdrawnBy() != null) {
            publications.find(own.withdrawnBy()).ifPresent(withdrawal -> {
                drafts.take(draft.id(), Step.WITHDRAW, SELF, withdrawal.reason(), UnaryOperator.identity());
                endings(own, Step.REINSTATE, Set.of(DraftState.SUPERSEDED, DraftState.REPEALED), SELF);
            });
        } else if (draft.state() == DraftState.REPEALED) {
            if (ending(draft).findAny().isEmpty()) {
                drafts.take(draft.id(), Step.REINSTATE, SELF, "废止已经撤回", UnaryOperator.identity());
            }
        } else if (draft.state() == DraftState.PUBLISHED) {
            ending(draft)
                    .filter(event -> !event.visibleFrom().isAfter(publications.today()))
                    .findFirst()
                    .ifPresent(event -> drafts.take(
                            draft.id(),
                            event.kind() == Publication.Kind.REPEAL ? Step.REPEAL : Step.SUPERSEDE,
                            SELF,
                            event.reason(),
                            UnaryOperator.identity()));
        }
    }

    /** The events that end the version of a draft. */
    private Stream<Publication> ending(Draft draft) {
        RuleSetRef ref = DraftRuleSets.of(draft).main().ref();
        return publications.concerning(ref.id()).stream()
                .filter(event -> event.withdrawnBy() == null && event.kind() != Publication.Kind.WITHDRAW)
                .filter(event -> event.endings().stream()
                        .anyMatch(ending -> ending.ruleSet().equals(ref)));
    }

    /** Scheduled drafts whose day has come; looked for every minute, since a day begins without anybody asking. */
    @Scheduled(fixedDelayString = "${faheng.authoring.appear-every:60000}")
    void appear() {
        LocalDate today = publications.today();
        each(DraftState.SCHEDULED, draft -> {
            Long number = draft.publication();
            if (number != null
                    && draft.publishOn() != null
                    && !draft.publishOn().isAfter(today)) {
                drafts.take(draft.id(), Step.PUBLISH, SELF, "到公布之日", UnaryOperator.identity());
                publications
                        .find(number)
                        .ifPresent(event -> endings(event, Step.SUPERSEDE, Set.of(DraftState.PUBLISHED), SELF));
            }
        });
    }

    /** User names of everybody who wrote what a publication brought. */
    Set<String> authors(Publication publication) {
        Set<String> authors = new TreeSet<>(Set.of(publication.authoredBy()));
        drafts.ofPublication(publication.sequence()).forEach(draft -> authors.addAll(draft.authors()));
        return authors;
    }

    /** User names of everybody who wrote a version, as far as it was published here. */
    Set<String> authors(RuleSetRef ruleSet) {
        Set<String> authors = new TreeSet<>();
        bringing(ruleSet).forEach(event -> authors.addAll(authors(event)));
        return authors;
    }

    void withdrawn(Publication publication, String reason, Actor actor) {
        for (Draft draft : drafts.ofPublication(publication.sequence())) {
            if (Step.WITHDRAW.isPossibleFrom(draft.state())) {
                drafts.take(
                        draft.id(), Step.WITHDRAW, SELF, actor.displayName() + "：" + reason, UnaryOperator.identity());
            }
        }
        endings(publication, Step.REINSTATE, Set.of(DraftState.SUPERSEDED, DraftState.REPEALED), SELF);
    }

    void repealed(RuleSetRef ruleSet, String reason, Actor actor) {
        draftsOf(ruleSet).stream()
                .filter(id -> Step.REPEAL.isPossibleFrom(drafts.get(id).state()))
                .forEach(id -> drafts.take(
                        id, Step.REPEAL, SELF, actor.displayName() + "：" + reason, UnaryOperator.identity()));
    }

    private void endings(Publication publication, Step step, Set<DraftState> from, Actor actor) {
        for (Ending ending : publication.endings()) {
            draftsOf(ending.ruleSet()).stream()
                    .filter(id -> from.contains(drafts.get(id).state()))
                    .forEach(id -> drafts.take(
                            id, step, SELF, actor.displayName() + "：" + ending.reason(), UnaryOperator.identity()));
        }
    }

    private Set<UUID> draftsOf(RuleSetRef ruleSet) {
        Set<UUID> found = new java.util.LinkedHashSet<>();
        bringing(ruleSet)
                .forEach(event -> drafts.ofPublication(event.sequence()).forEach(draft -> found.add(draft.id())));
        return found;
    }

    /** The publications that brought a version. */
    private Stream<Publication> bringing(RuleSetRef ruleSet) {
        return publications.concerning(ruleSet.id()).stream()
                .filter(event -> event.kind() == Publication.Kind.PUBLISH && event.withdrawnBy() == null)
                .filter(event -> event.versions().stream()
                        .anyMatch(version -> version.ruleSet().equals(ruleSet)));
    }
}
