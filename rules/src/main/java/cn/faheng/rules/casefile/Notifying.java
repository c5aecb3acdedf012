package cn.faheng.rules.casefile;

import java.time.LocalDateTime;
import java.util.List;

/** Notice before the decision, statement and defence (行政处罚法 第四十四条、第四十五条、第六十二条). */
public sealed interface Notifying extends Entry {

    /**
     * The party was told what is proposed.
     *
     * @param party key of the party
     * @param penalties the penalties proposed, as told
     * @param content tells what is to be imposed (内容)
     * @param facts tells the facts
     * @param reasons tells the reasons
     * @param basis tells the legal basis
     * @param defenceRight tells the right of statement and defence
     * @param hearingRight tells the right to a hearing
     * @param oral told by word of mouth, in summary procedure
     */
    record NoticeGiven(
            String id,
            LocalDateTime at,
            String party,
            List<Proposing.Penalty> penalties,
            boolean content,
            boolean facts,
            boolean reasons,
            boolean basis,
            boolean defenceRight,
            boolean hearingRight,
            boolean oral)
            implements Notifying {
        public NoticeGiven {
            penalties = List.copyOf(penalties);
        }

        /** The fine told, in fen. */
        public long fineFen() {
            return Proposing.fineOf(penalties);
        }
    }

    /** The party stated its case. */
    record DefenceMade(String id, LocalDateTime at, String party, String content) implements Notifying {}

    /** The party gave up statement and defence, in words on file. */
    record DefenceWaived(String id, LocalDateTime at, String party) implements Notifying {}

    /**
     * The defence was checked again (复核).
     *
     * @param adopted whether it was accepted
     * @param newFacts facts were found that were not known before
     */
    record DefenceAssessed(
            String id, LocalDateTime at, String defence, boolean adopted, boolean newFacts, String reasons)
            implements Notifying {}
}
