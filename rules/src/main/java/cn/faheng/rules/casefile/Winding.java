package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How a case leaves the desk: referral, termination, closure, archive. */
public sealed interface Winding extends Entry {

    /** Whom a case is handed to. */
    enum Recipient {
        POLICE,
        OTHER_ORGAN,
        DISCIPLINE
    }

    /**
     * A crime is suspected (行政执法机关移送涉嫌犯罪案件的规定 第五条).
     *
     * @param specialists number of officers named to check it
     */
    record CrimeReported(String id, LocalDateTime at, int specialists, String reasons) implements Winding {}

    /** The head decided on it. */
    record ReferralDecided(
            String id, LocalDateTime at, String report, boolean refer, String reasons, @Nullable Leave leave)
            implements Winding {}

    /** The case went to another. */
    record Referred(String id, LocalDateTime at, Recipient to, String name, boolean copyToProcurator)
            implements Winding {}

    /** What the other said. */
    record ReferralAnswered(String id, LocalDateTime at, String referral, boolean accepted, String document)
            implements Winding {}

    /** The case ended without a decision (终止调查). */
    record Terminated(String id, LocalDateTime at, String grounds, @Nullable Leave leave) implements Winding {}

    /** 结案. */
    enum ClosingGround {
        CARRIED_OUT,
        COURT_ENFORCES,
        NO_PENALTY,
        NOT_ESTABLISHED,
        REFERRED,
        TERMINATED,
        DECISION_REVOKED,
        ENFORCEMENT_ENDED
    }

    /**
     * The case was closed.
     *
     * @param conditionMetOn the day on which the ground came about
     */
    record Closed(String id, LocalDateTime at, ClosingGround ground, LocalDate conditionMetOn, @Nullable Leave leave)
            implements Winding {}

    /**
     * The file went to the archive.
     *
     * @param indexed every paper is in the index
     */
    record Archived(String id, LocalDateTime at, String archiveNumber, int pages, boolean indexed) implements Winding {}
}
