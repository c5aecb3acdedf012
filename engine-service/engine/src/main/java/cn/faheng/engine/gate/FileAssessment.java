package cn.faheng.engine.gate;

import cn.faheng.engine.Engine;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Finding;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Deciding.RemedyText;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.gate.Assessed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the decision engine about every act and party of a file. */
final class FileAssessment {

    private static final Set<String> DEMANDED = Set.of("yes", "conditional");

    private final Engine engine;
    private final CaseFile file;
    private final RequestOfFile requests;

    FileAssessment(Engine engine, CaseFile file, LocalDate today) {
        this.engine = engine;
        this.file = file;
        this.requests = new RequestOfFile(file, today);
    }

    List<Assessed> all() {
        List<Assessed> all = new ArrayList<>();
        for (ActRecorded act : file.acts()) {
            for (String key : act.parties()) {
                file.party(key).map(party -> assess(act, party)).ifPresent(all::add);
            }
        }
        return all;
    }

    private Assessed assess(ActRecorded act, PartyRecorded party) {
        Optional<Item> item = engine.base().catalogue().item(act.item());
        if (item.isEmpty()) {
            return refused(act, party, false, "", "没有编码为“" + act.item() + "”的事项。");
        }
        try {
            return answered(act, party, engine.decide(requests.of(act, party)));
        } catch (InvalidRequestException e) {
            String why = e.problems().stream().map(FieldProblem::detail).collect(Collectors.joining());
            return refused(act, party, true, item.get().field(), why);
        }
    }

    private static Assessed refused(ActRecorded act, PartyRecorded party, boolean known, String field, String why) {
        return new Assessed(
                act.key(),
                party.key(),
                known,
                false,
                why,
                field,
                "",
                null,
                "",
                null,
                null,
                null,
                null,
                Set.of(),
                List.of(),
                "",
                Set.of(),
                List.of(),
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static Assessed answered(ActRecorded act, PartyRecorded party, Decision decision) {
        Outcome outcome = decision.outcome();
        @Nullable LawResult law = outcome instanceof Outcome.Determined determined ? determined.applied() : null;
        Verdict verdict = decision.verdict();
        Procedure procedure = decision.procedure();
        return new Assessed(
                act.key(),
                party.key(),
                true,
                true,
                "",
                decision.item().field(),
                outcome.code(),
                ground(outcome),
                law == null ? "" : law.tier(),
                fine(law, PenaltyRange::remaining).map(Range::min).orElse(null),
                fine(law, PenaltyRange::remaining).map(Range::max).orElse(null),
                fine(law, PenaltyRange::statutory).map(Range::min).orElse(null),
                fine(law, PenaltyRange::statutory).map(Range::max).orElse(null),
                reliedOn(law),
                unanswered(outcome),
                verdict == null ? "" : verdict.status().code(),
                verdict == null
                        ? Set.of()
                        : verdict.needs().stream().map(Verdict.Need::code).collect(Collectors.toSet()),
                decision.findings().stream().map(FileAssessment::warning).toList(),
                is(procedure, "on-the-spot", Set.of("available", "yes")),
                is(procedure, "hearing", DEMANDED),
                is(procedure, "legal-review", Set.of("yes")),
                is(procedure, "case-review", Set.of("yes")),
                is(procedure, "collective-discussion", Set.of("yes")),
                remedies(procedure));
    }

    private static String warning(Finding finding) {
        return finding.code() + " " + finding.severity();
    }

    private static @Nullable String ground(Outcome outcome) {
        if (outcome instanceof Outcome.NoPenalty none) {
            return none.ground().code();
        }
        return outcome instanceof Outcome.NotApplicable none ? none.ground().code() : null;
    }

    private static Optional<Range> fine(@Nullable LawResult law, Function<PenaltyRange, @Nullable Range> side) {
        return law == null
                ? Optional.empty()
                : law.penalties().stream()
                        .filter(range -> range.penalty().kind() == PenaltyKind.FINE)
                        .filter(range -> range.penalty().subject() == Penalty.Subject.PARTY)
                        .map(range -> Optional.ofNullable(side.apply(range)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Set<String> reliedOn(@Nullable LawResult law) {
        return law == null
                ? Set.of()
                : law.tables().stream()
                        .flatMap(table -> table.because().stream())
                        .map(TierTrace.MetCondition::fact)
                        .collect(Collectors.toSet());
    }

    private static List<String> unanswered(Outcome outcome) {
        return outcome instanceof Outcome.NeedsClarification open
                ? open.questions().stream()
                        .map(question -> question.fact().name())
                        .toList()
                : List.of();
    }

    private static boolean is(@Nullable Procedure procedure, String step, Set<String> words) {
        return procedure != null
                && procedure.steps().stream().anyMatch(s -> s.code().equals(step) && words.contains(s.required()));
    }

    private static @Nullable RemedyText remedies(@Nullable Procedure procedure) {
        Procedure.Remedies held = procedure == null ? null : procedure.remedies();
        return held == null
                ? null
                : new RemedyText(
                        held.reconsiderationDays(), held.litigationMonths(), held.reconsiderationFirst(), "", "");
    }
}
