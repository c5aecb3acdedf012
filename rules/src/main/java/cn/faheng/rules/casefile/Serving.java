package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Service of documents (行政处罚法 第六十一条; 民事诉讼法 第七章第二节). */
public sealed interface Serving extends Entry {

    /** Ways of service. */
    enum Way {
        /** 当场交付. */
        ON_THE_SPOT,
        /** 直接送达. */
        DIRECT,
        /** 留置送达. */
        LEFT_BEHIND,
        /** 委托送达. */
        ENTRUSTED,
        /** 邮寄送达. */
        MAIL,
        /** 电子送达. */
        ELECTRONIC,
        /** 转交送达. */
        PASSED_ON,
        /** 公告送达. */
        PUBLIC_NOTICE
    }

    /**
     * A document was served.
     *
     * @param document id of the entry whose document it is: a notice, a decision, a measure, …
     * @param received when it counts as received; for public notice the day on which the notice was put up
     * @param receivedBy who took it; empty for public notice
     * @param relation relation to the party where another person took it, or null
     * @param signed the proof of service is signed
     * @param refusalWitness witness of a refusal, or null
     * @param refusalRecorded sound or pictures of the refusal were kept
     * @param consentOnFile the party agreed in writing to electronic service
     * @param otherWaysFailed the other ways could not be used (public notice)
     * @param officers certificate numbers of those who served it
     * @param effectiveOn the day on which service by public notice takes effect, or null
     */
    record Served(
            String id,
            LocalDateTime at,
            String document,
            String party,
            Way way,
            LocalDateTime received,
            String receivedBy,
            @Nullable String relation,
            boolean signed,
            @Nullable String refusalWitness,
            boolean refusalRecorded,
            boolean consentOnFile,
            boolean otherWaysFailed,
            List<String> officers,
            @Nullable LocalDate effectiveOn)
            implements Serving {
        public Served {
            officers = List.copyOf(officers);
        }

        /** The day from which limits that begin with service are counted. */
        public LocalDate effective() {
            return effectiveOn == null ? received.toLocalDate() : effectiveOn;
        }
    }

    /** The party confirmed where documents reach it (送达地址确认书). */
    record AddressConfirmed(String id, LocalDateTime at, String party, String address, boolean electronicConsent)
            implements Serving {}
}
