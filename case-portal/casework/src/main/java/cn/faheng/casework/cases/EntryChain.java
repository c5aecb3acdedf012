package cn.faheng.casework.cases;

import cn.faheng.server.canonical.CanonicalJson;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Seals each entry of a case with the one before it. */
final class EntryChain {

    /** What the first entry of a case follows. */
    static final String START = "0".repeat(64);

    private EntryChain() {}

    static String seal(
            String previous,
            String caseId,
            int seq,
            String content,
            String reasons,
            String account,
            OffsetDateTime at) {
        String text = String.join(
                "\n",
                previous,
                caseId,
                Integer.toString(seq),
                content,
                reasons,
                account,
                at.withOffsetSameInstant(ZoneOffset.UTC).toString());
        return CanonicalJson.hash(text);
    }
}
