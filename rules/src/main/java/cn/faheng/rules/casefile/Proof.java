package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence: what was collected and how, preserved, and appraised (行政处罚法 第四十六条、第五十四至五十六条). */
public sealed interface Proof extends Entry {

    /** 行政处罚法 (2021) 第四十六条第一款. */
    enum EvidenceKind {
        /** 书证. */
        DOCUMENT,
        /** 物证. */
        OBJECT,
        /** 视听资料. */
        AUDIOVISUAL,
        /** 电子数据. */
        ELECTRONIC,
        /** 证人证言. */
        WITNESS,
        /** 当事人的陈述. */
        STATEMENT,
        /** 鉴定意见. */
        APPRAISAL,
        /** 勘验笔录、现场笔录. */
        SCENE
    }

    /**
     * A piece of evidence.
     *
     * @param title what it is
     * @param collectedBy certificate numbers of the officers present
     * @param person the person questioned, or who gave it, or null
     * @param identityShown officers showed their certificates
     * @param rightsTold rights and duties were told
     * @param signed the person signed or sealed it
     * @param refusalNoted a refusal to sign was noted with its reason
     * @param witness name of a witness, or null
     * @param checkedWithOriginal a copy was compared with the original and marked so
     * @param unlawful it was obtained unlawfully
     * @param guardianPresent the guardian of a minor was present
     * @param startedAt begin of a transcript, or null
     * @param endedAt its end, or null
     * @param sha256 hash of the stored file, or null for paper
     * @param proves what it is to prove
     */
    record EvidenceAdded(
            String id,
            LocalDateTime at,
            EvidenceKind kind,
            String title,
            List<String> collectedBy,
            @Nullable String person,
            boolean identityShown,
            boolean rightsTold,
            boolean signed,
            boolean refusalNoted,
            @Nullable String witness,
            boolean checkedWithOriginal,
            boolean unlawful,
            boolean guardianPresent,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String sha256,
            String proves)
            implements Proof {
        public EvidenceAdded {
            collectedBy = List.copyOf(collectedBy);
        }
    }

    /** A piece of evidence was checked and found true or not (查证属实). */
    record EvidenceAssessed(String id, LocalDateTime at, String evidence, boolean verified, String reasons)
            implements Proof {}

    /**
     * Things were registered and preserved in advance (先行登记保存).
     *
     * @param things what
     * @param inventoryGiven a list was made out and handed over
     */
    record PreservationOrdered(
            String id, LocalDateTime at, String things, boolean inventoryGiven, @Nullable Leave leave)
            implements Proof {}

    /** What becomes of things that were preserved. */
    record PreservationDecided(String id, LocalDateTime at, String preservation, String disposal) implements Proof {}

    /**
     * An appraisal, test or inspection was commissioned (检测、检验、检疫、鉴定).
     *
     * @param agency who does it
     * @param qualified whether it has the qualification that the law asks for
     * @param measure id of a seizure whose time does not run meanwhile, or null
     * @param until the day by which it is to end, told to the party
     * @param partyToldOn the day on which its length was told to the party in writing, or null
     */
    record AppraisalCommissioned(
            String id,
            LocalDateTime at,
            String subject,
            String agency,
            boolean qualified,
            @Nullable String measure,
            @Nullable LocalDate until,
            @Nullable LocalDate partyToldOn)
            implements Proof {}

    /**
     * Its result came back.
     *
     * @param partyToldOn the day on which the result was told to the party, or null
     */
    record AppraisalReturned(
            String id, LocalDateTime at, String appraisal, String result, @Nullable LocalDate partyToldOn)
            implements Proof {}

    /**
     * Sound or pictures of a step (全过程记录).
     *
     * @param of id of the entry that was recorded
     * @param sha256 hash of the recording
     */
    record StepRecorded(String id, LocalDateTime at, String of, LocalDateTime from, LocalDateTime to, String sha256)
            implements Proof {}

    /** The investigation is done. */
    record InvestigationConcluded(
            String id, LocalDateTime at, Outcome recommends, boolean factsProved, String report, List<String> by)
            implements Proof {
        public InvestigationConcluded {
            by = List.copyOf(by);
        }
    }

    /** What the investigators, and in the end the organ, come to (行政处罚法 第五十七条第一款). */
    enum Outcome {
        PENALTY,
        /** 违法行为轻微，依法可以不予行政处罚. */
        NO_PENALTY,
        /** 违法事实不能成立. */
        NOT_ESTABLISHED,
        /** 涉嫌犯罪，移送司法机关. */
        TRANSFER
    }
}
