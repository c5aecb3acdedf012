package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case came to be: its source, the verification of the source, and the filing (立案). */
public sealed interface Opening extends Entry {

    /** Kinds of case source (案件来源). */
    enum SourceKind {
        INSPECTION,
        COMPLAINT,
        TRANSFER,
        ASSIGNED,
        MEDIA,
        SELF_REPORT,
        OFF_SYSTEM
    }

    /** What a verification ends with. */
    enum Verdict {
        FILE,
        DO_NOT_FILE,
        REFER
    }

    /** Procedures of 行政处罚法 第五章. */
    enum Procedure {
        /** 简易程序. */
        SUMMARY,
        /** 普通程序. */
        ORDINARY
    }

    /**
     * A lead came in.
     *
     * @param receivedOn the day on which the lead was discovered or the material received
     * @param from who it came from; empty where nobody is named
     * @param summary what it says
     */
    record SourceRegistered(
            String id, LocalDateTime at, SourceKind kind, LocalDate receivedOn, String from, String summary)
            implements Opening {}

    /** The time for verification was lengthened. */
    record VerificationExtended(String id, LocalDateTime at, String reasons, @Nullable Leave leave)
            implements Opening {}

    /**
     * The lead was looked into.
     *
     * @param evidenceOfViolation 有证据初步证明存在违法行为
     * @param penalisable 依法应当给予行政处罚
     * @param reasons why, in words
     */
    record SourceVerified(
            String id,
            LocalDateTime at,
            Verdict verdict,
            boolean evidenceOfViolation,
            boolean penalisable,
            String reasons,
            @Nullable Leave leave)
            implements Opening {}

    /**
     * The informant was told what became of the lead.
     *
     * @param way how
     */
    record InformantAnswered(String id, LocalDateTime at, String way) implements Opening {}

    /**
     * The case was filed (立案), or, in summary procedure, opened on the spot.
     *
     * @param number number of the case
     * @param cause cause of the case (案由)
     */
    record Filed(String id, LocalDateTime at, Procedure procedure, String number, String cause, @Nullable Leave leave)
            implements Opening {}

    /** The filing was undone (撤销立案). */
    record FilingRevoked(String id, LocalDateTime at, String reasons, @Nullable Leave leave) implements Opening {}

    /** A summary case goes on as an ordinary one. */
    record TurnedOrdinary(String id, LocalDateTime at, String reasons) implements Opening {}

    /**
     * The time for the decision stands still (中止).
     *
     * @param grounds why, in the words of the rule
     */
    record Suspended(String id, LocalDateTime at, String grounds, @Nullable Leave leave) implements Opening {}

    /** It runs again. */
    record Resumed(String id, LocalDateTime at, String suspension) implements Opening {}

    /**
     * A time limit was lengthened.
     *
     * @param limit id of the time limit, DL-033
     * @param until the new last day
     */
    record LimitExtended(
            String id, LocalDateTime at, String limit, LocalDate until, String reasons, @Nullable Leave leave)
            implements Opening {}

    /**
     * Evidence that one act was penalised before, or is being dealt with elsewhere.
     *
     * @param organ who decided
     * @param documentNumber number of the decision
     * @param party key of the party
     * @param item item it was penalised under
     * @param actStart first day of the act
     * @param actEnd last day of the act
     * @param fineFen the fine, 0 where none was imposed
     * @param inEffect whether the decision stands
     */
    record EarlierDecision(
            String id,
            LocalDateTime at,
            String organ,
            String documentNumber,
            String party,
            String item,
            LocalDate actStart,
            LocalDate actEnd,
            long fineFen,
            boolean inEffect)
            implements Opening {}

    /**
     * Another organ claims the case as well.
     *
     * @param organs the organs
     * @param settledBy who settled it, or null while it is open
     */
    record JurisdictionDisputed(String id, LocalDateTime at, List<String> organs, @Nullable String settledBy)
            implements Opening {
        public JurisdictionDisputed {
            organs = List.copyOf(organs);
        }
    }
}
