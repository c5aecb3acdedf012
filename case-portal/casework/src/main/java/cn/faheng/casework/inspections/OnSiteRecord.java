package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down on site.
 *
 * @param day the day
 * @param from when it began
 * @param to when it ended
 * @param present certificates of the officers who were there
 * @param certificatesShown whether they showed their certificates
 * @param partyPresent who was there for the party
 * @param answers the answers to the checklist
 * @param findings what was found, in words
 * @param provisions provisions that may have been violated, or empty
 * @param signature how the record was signed
 * @param signatureNote why it was refused and who witnessed it, or empty
 * @param result what came out of it
 * @param rectifyBy last day to put things right, or null
 */
public record OnSiteRecord(
        LocalDate day,
        LocalTime from,
        LocalTime to,
        List<String> present,
        boolean certificatesShown,
        String partyPresent,
        List<Answer> answers,
        String findings,
        String provisions,
        Signature signature,
        String signatureNote,
        InspectionResult result,
        @Nullable LocalDate rectifyBy) {

    public OnSiteRecord {
        present = List.copyOf(present);
        answers = List.copyOf(answers);
    }

    /** How the party signed: 食品生产经营监督检查管理办法 第三十四条. */
    public enum Signature {
        SIGNED,
        REFUSED,
        ABSENT
    }
}
