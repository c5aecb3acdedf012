package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compulsory measures (行政强制法 第二章、第三章) and orders to put things right (行政处罚法 第二十八条). */
public sealed interface Coercion extends Entry {

    /** 行政强制法 第九条. */
    enum MeasureKind {
        /** 查封. */
        SEALING,
        /** 扣押. */
        SEIZURE,
        /** 冻结. */
        FREEZING,
        /** 限制公民人身自由. */
        PERSONAL_LIBERTY,
        /** 其他. */
        OTHER
    }

    /**
     * A measure was taken.
     *
     * @param law title of the statute or regulation that gives the power, or empty
     * @param byBody code of the body that took it
     * @param onTheSpot 情况紧急，当场实施: without leave beforehand
     * @param leave leave of a head, given before, or belatedly
     * @param reportedAt when an on-the-spot measure was reported, or null
     * @param officers certificate numbers
     * @param identityShown certificates were shown
     * @param reasonsTold reasons, grounds, rights and remedies were told on the spot
     * @param partyPresent the party was there
     * @param witness witness where not, or null
     * @param decisionGiven the written decision was handed over on the spot
     * @param inventoryGiven a list was made out, signed, and handed over
     * @param transcriptMade a transcript was made
     * @param connected the things are connected with the violation
     * @param livelihood things the party and dependants need to live
     * @param sealedElsewhere another organ had already sealed, seized or frozen them
     * @param things what it is about
     * @param until the last day, as the decision says
     */
    record MeasureTaken(
            String id,
            LocalDateTime at,
            MeasureKind kind,
            String law,
            String byBody,
            boolean onTheSpot,
            @Nullable Leave leave,
            @Nullable LocalDateTime reportedAt,
            List<String> officers,
            boolean identityShown,
            boolean reasonsTold,
            boolean partyPresent,
            @Nullable String witness,
            boolean decisionGiven,
            boolean inventoryGiven,
            boolean transcriptMade,
            boolean connected,
            boolean livelihood,
            boolean sealedElsewhere,
            String things,
            LocalDate until)
            implements Coercion {
        public MeasureTaken {
            officers = List.copyOf(officers);
        }
    }

    /**
     * It was lengthened.
     *
     * @param until new last day
     * @param toldOn the day on which the party was told in writing, or null
     */
    record MeasureExtended(
            String id,
            LocalDateTime at,
            String measure,
            LocalDate until,
            String reasons,
            @Nullable LocalDate toldOn,
            @Nullable Leave leave)
            implements Coercion {}

    /**
     * It was ended.
     *
     * @param returned things or money were given back
     */
    record MeasureReleased(String id, LocalDateTime at, String measure, boolean returned, String grounds)
            implements Coercion {}

    /** The things were confiscated or destroyed by the decision. */
    record MeasureAbsorbed(String id, LocalDateTime at, String measure, String decision) implements Coercion {}

    /**
     * The party has to put things right (责令改正).
     *
     * @param due last day, or null where at once
     */
    record RectificationOrdered(
            String id, LocalDateTime at, String party, String demand, @Nullable LocalDate due, @Nullable Leave leave)
            implements Coercion {}

    /** Whether it was put right. */
    record RectificationChecked(String id, LocalDateTime at, String order, boolean done, List<String> officers)
            implements Coercion {
        public RectificationChecked {
            officers = List.copyOf(officers);
        }
    }
}
