package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log. Immutable; only {@code withdrawnBy} is learned later, from the event that withdrew it.
 *
 * @param sequence its number, from 1 without gaps
 * @param kind what was done
 * @param versions versions it added, with their content hashes; of a withdrawal those it took out
 * @param endings versions it ended; of a withdrawal the endings it took out
 * @param laws law files it added or replaced, as {@code title@day}
 * @param authoredBy who drafted it or asked for it
 * @param reviewedBy who reviewed it, or null
 * @param approvedBy who approved it
 * @param reason why
 * @param proofReport the proof reports, JSON; empty for a repeal or a withdrawal
 * @param acknowledged what could not be proved and who answers for it
 * @param publishedAt when it was stored
 * @param visibleFrom first day (Beijing) on which it is part of the rule base
 * @param base what it was made on
 * @param withdraws number of the event it takes out, or null
 * @param withdrawnBy number of the event that took it out, or null
 */
public record Publication(
        long sequence,
        Kind kind,
        List<Version> versions,
        List<NewPublication.Ending> endings,
        List<String> laws,
        String authoredBy,
        @Nullable String reviewedBy,
        String approvedBy,
        String reason,
        String proofReport,
        List<NewPublication.Acknowledgement> acknowledged,
        Instant publishedAt,
        LocalDate visibleFrom,
        Base base,
        @Nullable Long withdraws,
        @Nullable Long withdrawnBy) {

    public Publication {
        versions = List.copyOf(versions);
        endings = List.copyOf(endings);
        laws = List.copyOf(laws);
        acknowledged = List.copyOf(acknowledged);
    }

    /** The same event with the versions it brings. */
    Publication with(List<Version> added) {
        return new Publication(
                sequence,
                kind,
                added,
                endings,
                laws,
                authoredBy,
                reviewedBy,
                approvedBy,
                reason,
                proofReport,
                acknowledged,
                publishedAt,
                visibleFrom,
                base,
                withdraws,
                withdrawnBy);
    }

    /** What an event does. */
    public enum Kind {
        PUBLISH,
        WITHDRAW,
        REPEAL
    }

    /**
     * A version that an event brought.
     *
     * @param ruleSet id and version
     * @param contentHash SHA-256 over its YAML and model
     */
    public record Version(RuleSetRef ruleSet, String contentHash) {}

    /** How it stands on a day. */
    public enum Standing {
        /** Stored, and not visible before its day. */
        SCHEDULED,
        /** Part of the rule base. */
        VISIBLE,
        /** Taken out again. */
        WITHDRAWN
    }

    public Standing standing(LocalDate day) {
        if (withdrawnBy != null) {
            return Standing.WITHDRAWN;
        }
        return visibleFrom.isAfter(day) ? Standing.SCHEDULED : Standing.VISIBLE;
    }
}
