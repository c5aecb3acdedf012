package cn.faheng.rules.casefile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is concerned, what they are said to have done, and who handles it. A later entry with the same key takes the place of the earlier. */
public sealed interface Participants extends Entry {

    /** Level of an organ. */
    enum Level {
        CITY,
        COUNTY,
        TOWNSHIP
    }

    /** What an organ's power rests on. */
    enum Standing {
        /** 行政机关. */
        STATUTORY,
        /** 法律、法规授权的组织 (行政处罚法 第十九条). */
        AUTHORISED,
        /** 受委托的组织 (行政处罚法 第二十条). */
        ENTRUSTED
    }

    /**
     * The organ that handles the case, as its powers stood on that day.
     *
     * @param code code of the body
     * @param name name used in documents
     * @param division division in which it has power, six digits
     * @param townCode nine digits of a township or subdistrict, or null
     * @param inNameOf for an entrusted organisation the organ in whose name it acts, else null
     * @param powers codes of the items that its list of powers holds
     * @param designatedBy the superior organ that gave it this case (指定管辖), or null
     */
    record OrganRecorded(
            String id,
            LocalDateTime at,
            String code,
            String name,
            Level level,
            Standing standing,
            String division,
            @Nullable String townCode,
            @Nullable String inNameOf,
            Set<String> powers,
            @Nullable String designatedBy)
            implements Participants {
        public OrganRecorded {
            powers = Set.copyOf(powers);
        }
    }

    /** Kinds of party, as the decision engine names them. */
    enum PartyKind {
        INDIVIDUAL,
        SOLE_PROPRIETOR,
        ORGANISATION
    }

    /** 行政处罚法 第三十一条. */
    enum MentalState {
        NORMAL,
        INCAPABLE,
        DIMINISHED
    }

    /**
     * A party (当事人).
     *
     * @param key name of the party within the file: p1
     * @param idNumber citizen's number or social credit code, or null while unknown
     * @param birthDate date of birth, or null
     * @param legalRepresentative legal representative or person in charge, or null
     * @param guardian guardian of a minor, or null
     */
    record PartyRecorded(
            String id,
            LocalDateTime at,
            String key,
            PartyKind kind,
            String name,
            @Nullable String idNumber,
            @Nullable LocalDate birthDate,
            MentalState mentalState,
            String address,
            @Nullable String legalRepresentative,
            @Nullable String guardian)
            implements Participants {}

    /** 危害后果. */
    enum Harm {
        NONE,
        MINOR,
        PRESENT
    }

    /**
     * What is established about an act beside the facts of the item; the names are those of the decision request.
     *
     * @param codes circumstances by code
     * @param goodsValueFen value of the goods where the item does not ask for it, or null
     * @param confiscatedValueFen value of what is to be confiscated, or null
     */
    record Circumstances(
            Set<String> codes,
            boolean minorViolation,
            boolean correctedInTime,
            boolean firstViolation,
            boolean noSubjectiveFault,
            @Nullable Harm harm,
            boolean endangersLifeHealthOrFinance,
            boolean majorPublicInterest,
            boolean complexOrMajor,
            boolean businessActivity,
            @Nullable Long goodsValueFen,
            @Nullable Long confiscatedValueFen) {
        public Circumstances {
            codes = Set.copyOf(codes);
        }

        /** Nothing established. */
        public static Circumstances none() {
            return new Circumstances(
                    Set.of(), false, false, false, false, null, false, false, false, false, null, null);
        }
    }

    /**
     * An act (违法行为).
     *
     * @param key name of the act within the file: a1
     * @param item code of the penalty item
     * @param otherItems codes of further items that the same act violates (行政处罚法 第二十九条)
     * @param parties keys of the parties
     * @param place division in which it was committed, six digits
     * @param start first day
     * @param end last day; null while it goes on
     * @param discovered the day of discovery, or null
     * @param described what was done, in words
     * @param facts answers to the questions of the item
     * @param provedBy fact or circumstance to the ids of the evidence that proves it
     * @param crimeSuspected 涉嫌犯罪
     */
    record ActRecorded(
            String id,
            LocalDateTime at,
            String key,
            String item,
            List<String> otherItems,
            List<String> parties,
            String place,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate discovered,
            String described,
            Map<String, Object> facts,
            Circumstances circumstances,
            Map<String, List<String>> provedBy,
            boolean crimeSuspected)
            implements Participants {
        public ActRecorded {
            otherItems = List.copyOf(otherItems);
            parties = List.copyOf(parties);
            facts = Map.copyOf(facts);
            provedBy = Map.copyOf(provedBy);
        }
    }

    /**
     * An officer handles the case from now on; what the certificate said on that day.
     *
     * @param certificate number of the enforcement certificate
     * @param body code of the officer's body
     * @param fields fields of enforcement on the certificate; empty for all
     * @param divisions divisions on the certificate; empty for all of the body's
     * @param validTo last day of the certificate
     * @param lead whether this is the one in charge (主办)
     */
    record OfficerAssigned(
            String id,
            LocalDateTime at,
            String certificate,
            String name,
            String body,
            Set<String> fields,
            Set<String> divisions,
            LocalDate validFrom,
            LocalDate validTo,
            boolean lead)
            implements Participants {
        public OfficerAssigned {
            fields = Set.copyOf(fields);
            divisions = Set.copyOf(divisions);
        }
    }

    /** An officer no longer handles the case. */
    record OfficerRemoved(String id, LocalDateTime at, String certificate, String reasons) implements Participants {}

    /**
     * An officer, reviewer or host has an interest that may harm impartiality (行政处罚法 第四十三条).
     *
     * @param person certificate number, or name where there is none
     * @param relation what it is
     */
    record InterestKnown(String id, LocalDateTime at, String person, String relation) implements Participants {}

    /** Somebody asks that a person withdraw. */
    record RecusalRequested(String id, LocalDateTime at, String person, String by, String grounds)
            implements Participants {}

    /** What was decided on it. */
    record RecusalDecided(
            String id, LocalDateTime at, String request, boolean granted, String reasons, @Nullable Leave leave)
            implements Participants {}

    /** Someone acts for a party. */
    record AgentNamed(String id, LocalDateTime at, String party, String name, boolean authorityOnFile)
            implements Participants {}
}
