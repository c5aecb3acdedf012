package cn.faheng.rules.casefile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hearings (行政处罚法 第六十三至六十五条). */
public sealed interface Hearing extends Entry {

    /** A party asks for a hearing. */
    record HearingRequested(String id, LocalDateTime at, String party) implements Hearing {}

    /** It takes the request back, or stays away without good reason. */
    record HearingWaived(String id, LocalDateTime at, String party, String how) implements Hearing {}

    /** The request was turned down. */
    record HearingRefused(String id, LocalDateTime at, String request, String reasons) implements Hearing {}

    /** Somebody was named to preside. */
    record HearingHostNamed(String id, LocalDateTime at, String request, String host) implements Hearing {}

    /** The one who presides got the file from the investigators. */
    record HearingFileReceived(String id, LocalDateTime at, String request) implements Hearing {}

    /**
     * Party and others were told when and where.
     *
     * @param scheduledFor when it is to be held
     * @param host who presides
     * @param toldOn when the party was told
     */
    record HearingScheduled(
            String id,
            LocalDateTime at,
            String party,
            LocalDateTime scheduledFor,
            String place,
            String host,
            LocalDateTime toldOn)
            implements Hearing {}

    /**
     * A hearing was held.
     *
     * @param host who presided
     * @param isPublic held in public
     * @param secrecyGround why not, or null
     * @param investigatorsSpoke the investigators put facts, evidence and proposal, and the party answered and questioned
     * @param transcriptSigned the transcript was read, and signed or the refusal noted
     * @param chargedParty the organ made the party pay for it
     */
    record HearingHeld(
            String id,
            LocalDateTime at,
            String party,
            String host,
            List<String> attended,
            boolean isPublic,
            @Nullable String secrecyGround,
            boolean investigatorsSpoke,
            boolean transcriptSigned,
            boolean chargedParty)
            implements Hearing {
        public HearingHeld {
            attended = List.copyOf(attended);
        }
    }

    /** The report of the one who presided. */
    record HearingReported(String id, LocalDateTime at, String hearing, String opinion) implements Hearing {}
}
