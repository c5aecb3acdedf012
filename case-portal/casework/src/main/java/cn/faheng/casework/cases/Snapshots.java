package cn.faheng.casework.cases;

import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Body;
import cn.faheng.casework.directory.Counterpart;
import cn.faheng.casework.directory.Counterparts;
import cn.faheng.casework.directory.Officer;
import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.PowerItem;
import cn.faheng.casework.directory.PowerItems;
import cn.faheng.casework.directory.PowerList;
import cn.faheng.rules.casefile.Participants.Level;
import cn.faheng.rules.casefile.Participants.MentalState;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.casefile.Participants.PartyKind;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Participants.Standing;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.server.identity.Person;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the directory says on a day, as a case keeps it: what is changed there later does not change the case. */
@Component
final class Snapshots {

    private final Bodies bodies;
    private final Officers officers;
    private final Counterparts counterparts;
    private final PowerList powers;
    private final PowerItems items;

    Snapshots(Bodies bodies, Officers officers, Counterparts counterparts, PowerList powers, PowerItems items) {
        this.bodies = bodies;
        this.officers = officers;
        this.counterparts = counterparts;
        this.powers = powers;
        this.items = items;
    }

    Body body(String code, LocalDateTime now) {
        return bodies.find(code, now.toLocalDate())
                .orElseThrow(() -> unknown("/body", "没有编码为“" + code + "”的执法主体。请先在执法主体中登记并审核生效。"));
    }

    OrganRecorded organ(String id, String code, LocalDateTime now) {
        Body body = body(code, now);
        return new OrganRecorded(
                id,
                now,
                body.code(),
                body.name(),
                Level.valueOf(body.level().name()),
                Standing.valueOf(body.standing().name()),
                body.division().code(),
                body.townCode(),
                body.entrustedBy(),
                powers(code, now),
                null);
    }

    /** Codes of the items of its list of powers, and of the items of the rule base with which they are computed. */
    private Set<String> powers(String code, LocalDateTime now) {
        Set<String> codes = new HashSet<>();
        powers.of(code, now.toLocalDate()).forEach(entry -> {
            codes.add(entry.item());
            items.find(entry.item(), now.toLocalDate())
                    .map(PowerItem::ruleItem)
                    .filter(Objects::nonNull)
                    .ifPresent(codes::add);
        });
        return codes;
    }

    OfficerAssigned officer(String id, String certificate, boolean lead, LocalDateTime now) {
        Officer officer = officers.find(certificate, now.toLocalDate())
                .orElseThrow(() -> unknown("/certificate", "没有证号为“" + certificate + "”的执法人员。请核对证号。"));
        return new OfficerAssigned(
                id,
                now,
                officer.certificate(),
                officer.name(),
                officer.body(),
                Set.copyOf(officer.fields()),
                officer.region().stream().map(Division::code).collect(Collectors.toSet()),
                officer.validFrom(),
                officer.status() == Officer.Status.ACTIVE
                        ? officer.validTo()
                        : now.toLocalDate().minusDays(1),
                lead);
    }

    /** User name of the officer with a certificate; empty where none is linked. */
    Optional<String> account(String certificate, LocalDateTime now) {
        return officers.find(certificate, now.toLocalDate())
                .map(Officer::account)
                .filter(Objects::nonNull);
    }

    /** Number of the certificate of somebody who is signed in, or null where there is none. */
    @Nullable
    String certificate(Person person, LocalDateTime now) {
        return officers.ofAccount(person.getUsername(), now.toLocalDate())
                .map(Officer::certificate)
                .orElse(person.certificate());
    }

    PartyRecorded party(String id, String key, UUID counterpart, LocalDateTime now) {
        Counterpart found =
                counterparts.find(counterpart).orElseThrow(() -> unknown("/counterpart", "没有这个行政相对人。请先登记。"));
        return new PartyRecorded(
                id,
                now,
                key,
                PartyKind.valueOf(found.kind().name()),
                found.name(),
                found.number().orElse(null),
                found.citizenId() == null ? null : found.citizenId().birthDate(),
                MentalState.NORMAL,
                found.address(),
                found.legalRepresentative().isBlank() ? null : found.legalRepresentative(),
                null);
    }

    private static ProblemException unknown(String pointer, String detail) {
        return new ProblemException(
                Problem.ofFields(List.of(Problem.FieldError.at(pointer, ProblemType.OUT_OF_RANGE, detail))));
    }
}
