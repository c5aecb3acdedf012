package cn.faheng.rules.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legal review (行政处罚法 第五十八条), review of other cases, and collective discussion (第五十七条第二款). */
public sealed interface Reviewing extends Entry {

    /** What a reviewer comes to. */
    enum Opinion {
        AGREE,
        RETURN,
        DISAGREE
    }

    /** The file was handed over for legal review. */
    record SubmittedForReview(String id, LocalDateTime at, String by) implements Reviewing {}

    /**
     * Legal review (法制审核) gave its opinion.
     *
     * @param reviewer name or certificate number
     * @param lawQualified has passed the national examination for legal professions (国家统一法律职业资格)
     * @param firstTime reviews administrative penalties for the first time
     * @param opinion what it came to
     * @param reasons in words
     */
    record LegalReviewed(
            String id,
            LocalDateTime at,
            String reviewer,
            boolean lawQualified,
            boolean firstTime,
            Opinion opinion,
            String reasons)
            implements Reviewing {}

    /** A case that needs no legal review was looked at by a reviewer of the organ (案件审核). */
    record CaseReviewed(String id, LocalDateTime at, String reviewer, Opinion opinion, String reasons)
            implements Reviewing {}

    /** What the investigators say to an opinion that returned or refused the case. */
    record OpinionAnswered(String id, LocalDateTime at, String opinion, boolean followed, String reasons)
            implements Reviewing {}

    /**
     * The heads of the organ discussed the case.
     *
     * @param heads names of the heads of the organ who took part and voted
     * @param others names of those who were only present
     * @param inEntrusted only the heads of an entrusted organisation took part
     * @param outcome what was resolved
     * @param penalties the penalties resolved
     * @param minutesSigned the minutes are signed
     */
    record Discussed(
            String id,
            LocalDateTime at,
            List<String> heads,
            List<String> others,
            boolean inEntrusted,
            Proof.Outcome outcome,
            List<Proposing.Penalty> penalties,
            boolean minutesSigned,
            String minutes)
            implements Reviewing {
        public Discussed {
            heads = List.copyOf(heads);
            others = List.copyOf(others);
            penalties = List.copyOf(penalties);
        }

        /** The fine resolved, in fen. */
        public long fineFen() {
            return Proposing.fineOf(penalties);
        }
    }

    /** Someone gave leave for, or sent back, what another had put forward. */
    record LeaveRefused(String id, LocalDateTime at, String step, String by, String reasons, @Nullable String entry)
            implements Reviewing {}
}
