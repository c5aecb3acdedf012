package cn.faheng.web.desk;

import cn.faheng.contract.model.MentalStateBody;
import cn.faheng.contract.model.PartyBody;
import cn.faheng.contract.model.PartyKindBody;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.identity.CitizenIdNumber;
import cn.faheng.rules.identity.SocialCreditCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the party, and checks the numbers of its papers. */
final class PartyPart {

    private final Entries entries;
    private final FormProblems problems;
    private final WhenAndWhere when;
    private final LocalDate today;

    PartyPart(Entries entries, FormProblems problems, WhenAndWhere when, LocalDate today) {
        this.entries = entries;
        this.problems = problems;
        this.when = when;
        this.today = today;
    }

    PartyBody read() {
        Party.Kind kind = Party.Kind.ofCode(entries.value("partyKind")).orElse(Party.Kind.ORGANISATION);
        PartyBody party = new PartyBody().kind(PartyKindBody.fromValue(kind.code()));
        if (kind != Party.Kind.ORGANISATION) {
            LocalDate birth = when.date("birthDate");
            if (birth != null && birth.isAfter(today)) {
                problems.add("birthDate", "problem.future");
            }
            identity(birth);
            party.birthDate(birth).idNumber(entries.plain("idNumber"));
            if (kind == Party.Kind.INDIVIDUAL && !entries.value("mentalState").isEmpty()) {
                mentalState().ifPresent(party::mentalState);
            }
        }
        String credit = entries.plain("socialCreditCode");
        if (kind != Party.Kind.INDIVIDUAL && credit != null) {
            if (SocialCreditCode.parse(credit).isEmpty()) {
                problems.add("socialCreditCode", "problem.credit");
            }
            party.socialCreditCode(credit);
        }
        return party;
    }

    private Optional<MentalStateBody> mentalState() {
        for (MentalStateBody state : MentalStateBody.values()) {
            if (state.getValue().equals(entries.value("mentalState"))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Checks the number of the identity card, and that it says the same date of birth as the one entered. */
    private void identity(@Nullable LocalDate birth) {
        String id = entries.plain("idNumber");
        if (id == null) {
            return;
        }
        Optional<CitizenIdNumber> number = CitizenIdNumber.parse(id);
        if (number.isEmpty()) {
            problems.add("idNumber", "problem.id");
            return;
        }
        LocalDate inNumber = number.get().birthDate();
        if (inNumber.isAfter(today)) {
            problems.add("idNumber", "problem.id.date");
        } else if (birth != null && !birth.equals(inNumber)) {
            problems.add("birthDate", "problem.birth-differs", inNumber);
        }
    }
}
