package cn.faheng.web.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Participants.PartyKind;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import java.util.List;

/**
 * A party with its number hidden where it is a person's.
 *
 * @param party what is on record
 * @param kind what kind of party, in words
 * @param number its number, hidden but for its ends
 */
public record PartyLine(PartyRecorded party, String kind, String number) {

    static List<PartyLine> of(CaseFile file, Labels labels) {
        return file.parties().stream()
                .map(party -> new PartyLine(party, labels.constant(party.kind()), number(party)))
                .toList();
    }

    private static String number(PartyRecorded party) {
        String number = party.idNumber();
        if (number == null) {
            return "";
        }
        if (party.kind() == PartyKind.ORGANISATION) {
            return number;
        }
        return number.length() < 8
                ? "****"
                : number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }
}
