package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.format.FormatProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published rule sets: an append-only log of publications, endings and withdrawals. What is in the log is what every running
 * process answers with, at once and after a restart; nothing in it is ever changed. Thread-safe, and safe between processes.
 */
public interface Publications {

    /** The state of the log to build a draft and its proof on; goes into {@link NewPublication#base()}. */
    Base base();

    /**
     * Everything that would refuse this publication today, without storing anything; empty when it could be published.
     *
     * @throws StalePublicationException when what it was made on has changed since
     */
    List<FormatProblem> check(NewPublication publication);

    /**
     * Publishes: the whole rule base is read as it will be first, then the event is stored in one transaction, that of the caller
     * where there is one. When it is committed and the call has returned, this process answers with it; every other one within seconds.
     *
     * @throws RefusedPublicationException with every reason; nothing was stored
     * @throws StalePublicationException when what it was made on has changed since; nothing was stored
     */
    Publication publish(NewPublication publication);

    /**
     * Ends a version by a written act; the days up to the last one keep it.
     *
     * @throws RefusedPublicationException with every reason; nothing was stored
     */
    Publication repeal(NewRepeal repeal);

    /**
     * Takes a publication or a repeal out again, as if it had not been made; one that is not visible yet is cancelled. What was
     * computed with it is listed by {@code PublishedOutcomes} and still replays.
     *
     * @param sequence number of the publication or repeal
     * @param by who asks for it
     * @param approvedBy who approves it, another person
     * @param reason why, in Chinese
     * @throws RefusedPublicationException when there is no such publication, it was withdrawn already, or others rest on it
     */
    Publication withdraw(long sequence, String by, String approvedBy, String reason);

    Optional<Publication> find(long sequence);

    /**
     * The log, newest first.
     *
     * @param before only events with a lower number, or null from the newest on
     * @param limit most events, 1 to 1000
     */
    List<Publication> list(@Nullable Long before, int limit);

    /** Events that concern a rule set in any of its versions, newest first. */
    List<Publication> concerning(RuleSetId ruleSet);

    /** The bytes an event brought: path below the root of the rule base to text. */
    NavigableMap<String, String> files(long sequence);

    /** The day in Beijing, by the clock of this service: the first day on which a publication may become visible. */
    LocalDate today();
}
