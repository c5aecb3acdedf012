package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Hearing.HearingScheduled;
import cn.faheng.rules.casefile.Notifying.DefenceMade;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.casefile.Serving.Served;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.server.identity.Person;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a form holds before anything is typed: what the file says already, so that nobody types it twice. */
final class Prefill {

    private final CaseView view;
    private final CaseFile file;
    private final Person person;
    private final LocalDateTime now;
    private final Bases bases;
    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    /** The provisions that a decision on an act names. */
    interface Bases {
        List<String> of(ActRecorded act);
    }

    Prefill(CaseView view, Person person, LocalDateTime now, Bases bases) {
        this.view = view;
        this.file = view.file();
        this.person = person;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.bases = bases;
    }

    MultiValueMap<String, String> of(StepForm form, StepKind kind) {
        form.fields().forEach(this::common);
        switch (kind.kind().getSimpleName()) {
            case "Filed" -> put("cause", view.head().cause());
            case "ActRecorded" -> act();
            case "MeasureTaken" -> file.organ().ifPresent(organ -> put("byBody", organ.code()));
            case "LegalReviewed", "CaseReviewed" -> put("reviewer", me());
            case "SubmittedForReview" -> put("by", me());
            case "NoticeGiven" -> notice(form);
            case "Discussed" -> discussion();
            case "DecisionMade" -> decision(form);
            case "Paid" -> owed().ifPresent(fen -> put("towardsFen", Typed.yuan(fen)));
            case "DemandServed" -> owed().ifPresent(fen -> put("fineFen", Typed.yuan(fen)));
            case "HearingHeld" -> file.last(HearingScheduled.class).ifPresent(s -> put("host", s.host()));
            case "PenaltyProposed" -> put("outcome", "PENALTY");
            case "InvestigationConcluded" -> put("recommends", "PENALTY");
            default -> {}
        }
        return values;
    }

    private void put(String name, String value) {
        values.set(EntryField.PREFIX + name, value);
    }

    private String me() {
        return Objects.requireNonNullElse(person.certificate(), person.displayName());
    }

    /** The moment is now, the only choice is chosen, and everyone on the case takes part. */
    private void common(FormField field) {
        switch (field.field().kind()) {
            case MOMENT -> {
                if (field.field().name().equals("at") || field.field().name().equals("received")) {
                    put(field.field().name(), now.toString());
                }
            }
            case DATE -> {
                if (List.of("conditionMetOn", "knownOn", "toOrgan")
                        .contains(field.field().name())) {
                    put(field.field().name(), now.toLocalDate().toString());
                }
            }
            case ONE_OF -> chosen(field);
            case SOME_OF -> field.options().forEach(option -> values.add(field.name(), option.value()));
            default -> {}
        }
    }

    private void chosen(FormField field) {
        if (field.field().name().equals("key")) {
            put("key", field.options().get(0).value());
        } else if (field.field().name().equals("document")) {
            field.options().stream()
                    .filter(o -> file.all(Served.class).stream()
                            .noneMatch(s -> s.document().equals(o.value())))
                    .reduce((first, second) -> second)
                    .ifPresent(option -> put("document", option.value()));
        } else if (field.options().size() == 1 && field.required()) {
            put(field.field().name(), field.options().get(0).value());
        }
    }

    private void act() {
        Optional.ofNullable(view.head().item()).ifPresent(item -> put("item", item));
        put("place", view.head().division());
        file.last(cn.faheng.rules.casefile.Opening.SourceRegistered.class)
                .ifPresent(source -> put("discovered", source.receivedOn().toString()));
    }

    private Optional<String> party() {
        return file.parties().stream()
                .map(p -> p.key())
                .filter(key -> file.proposals().stream().anyMatch(p -> p.party().equals(key)))
                .filter(key ->
                        file.decisions().stream().noneMatch(d -> d.party().equals(key)))
                .findFirst();
    }

    private void penalties(String party) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        proposals(party).forEach(proposal -> proposal.penalties()
                .forEach(p -> amounts.merge(p.kind(), Objects.requireNonNullElse(p.amount(), 0L), Long::sum)));
        amounts.forEach((kind, amount) -> {
            values.add("f.penalties", kind);
            if (amount > 0) {
                boolean money = PenaltyKind.ofCode(kind).filter(Typed::isMoney).isPresent();
                put("penalties." + kind, money ? Typed.yuan(amount) : amount.toString());
            }
        });
    }

    private List<PenaltyProposed> proposals(String party) {
        return file.proposals().stream().filter(p -> p.party().equals(party)).toList();
    }

    private void notice(StepForm form) {
        party().ifPresent(party -> {
            put("party", party);
            penalties(party);
            form.ticks().stream()
                    .map(tick -> tick.field().name())
                    .filter(name -> !name.equals("oral") && !name.equals("hearingRight"))
                    .forEach(name -> put(name, "on"));
            if (assessed(party).stream().anyMatch(Assessed::hearing)) {
                put("hearingRight", "on");
            }
        });
    }

    private List<Assessed> assessed(String party) {
        return view.report().assessed().stream()
                .filter(a -> a.party().equals(party))
                .toList();
    }

    private void discussion() {
        party().ifPresent(party -> {
            put("outcome", "PENALTY");
            penalties(party);
        });
    }

    private void decision(StepForm form) {
        file.organ().ifPresent(organ -> put("organ", organ.name()));
        party().ifPresent(party -> {
            put("party", party);
            if (!form.step().name().equals("unpunishedDecided")) {
                penalties(party);
            }
            put("bases", String.join("\n", basesOf(party)));
            assessed(party).stream()
                    .map(Assessed::remedies)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(told -> {
                        put("remedies.reconsiderationDays", String.valueOf(told.reconsiderationDays()));
                        Optional.ofNullable(told.litigationMonths())
                                .ifPresent(months -> put("remedies.litigationMonths", months.toString()));
                        if (told.reconsiderationFirst()) {
                            put("remedies.reconsiderationFirst", "on");
                        }
                        put("remedies.reconsiderationBody", told.reconsiderationBody());
                        put("remedies.court", told.court());
                    });
        });
        List.of("partyNamed", "factsStated", "benchmarkExplained").forEach(name -> put(name, "on"));
        if (file.has(DefenceMade.class)) {
            put("defenceAnswered", "on");
        }
    }

    private List<String> basesOf(String party) {
        return proposals(party).stream()
                .map(PenaltyProposed::act)
                .map(file::act)
                .flatMap(Optional::stream)
                .flatMap(act -> bases.of(act).stream())
                .distinct()
                .toList();
    }

    /** What is still due of the last decision. */
    private Optional<Long> owed() {
        return file.decisions().stream()
                .reduce((first, second) -> second)
                .map(decision -> decision.fineFen()
                        - file.all(Paid.class).stream()
                                .filter(paid -> paid.party().equals(decision.party()))
                                .mapToLong(Paid::towardsFen)
                                .sum())
                .filter(fen -> fen > 0);
    }
}
