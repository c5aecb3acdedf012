package cn.faheng.engine.procedure;

import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.outcome.Verdict.Part;
import cn.faheng.engine.outcome.Verdict.Status;
import cn.faheng.engine.request.Proposal;
import cn.faheng.engine.request.Proposal.Proposed;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures a proposed penalty by what the law, the benchmark and the circumstances leave. */
public final class VerdictOnProposal {

    private final LawResult law;
    private final Proposal proposal;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();

    public VerdictOnProposal(LawResult law, Proposal proposal) {
        this.law = law;
        this.proposal = proposal;
    }

    public Verdict verdict() {
        Set<String> answered = new HashSet<>();
        for (Proposed proposed : proposal.penalties()) {
            Optional<PenaltyRange> range = match(proposed, answered);
            range.ifPresent(r -> answered.add(r.penalty().id()));
            parts.add(range.map(r -> part(proposed, r)).orElseGet(() -> unknownPenalty(proposed)));
        }
        for (PenaltyRange range : law.penalties()) {
            if (range.mode() == PenaltyMode.MUST
                    && !answered.contains(range.penalty().id())) {
                parts.add(leftOut(range));
            }
        }
        eitherGroup(answered);
        boolean nothingProposed = proposal.penalties().isEmpty();
        Status worst = parts.stream()
                .map(Part::status)
                .filter(status -> nothingProposed || status != Status.INCOMPLETE)
                .max(Enum::compareTo)
                .orElse(Status.WITHIN_BENCHMARK);
        return new Verdict(worst, parts, needs.stream().distinct().toList());
    }

    private Optional<PenaltyRange> match(Proposed proposed, Set<String> answered) {
        List<PenaltyRange> candidates = law.penalties().stream()
                .filter(p ->
                        p.penalty().kind() == proposed.kind() && p.penalty().subject() == proposed.subject())
                .filter(p -> !answered.contains(p.penalty().id()))
                .toList();
        Long amount = proposed.amount();
        return candidates.stream()
                .filter(p -> holds(p.statutory(), amount))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean holds(@Nullable Range range, @Nullable Long amount) {
        return range != null && amount != null && range.contains(amount);
    }

    private Part unknownPenalty(Proposed proposed) {
        return new Part(
                null,
                proposed.amount(),
                Status.UNLAWFUL,
                "本条没有规定“" + proposed.kind().chinese() + "”，不得给予。",
                citations());
    }

    private Part part(Proposed proposed, PenaltyRange range) {
        Long amount = proposed.amount();
        Range statutory = range.statutory();
        if (statutory == null) {
            boolean unforeseen = range.mode() == PenaltyMode.NONE;
            return new Part(
                    range.penalty(),
                    amount,
                    unforeseen ? Status.DEVIATION : Status.WITHIN_BENCHMARK,
                    range.penalty().label()
                            + (unforeseen
                                    ? "：裁量基准在本档不给予该处罚。"
                                    : "：" + range.mode().chinese() + "。"),
                    citations());
        }
        if (amount == null) {
            return new Part(
                    range.penalty(), null, Status.UNDETERMINED, range.penalty().label() + "未填写数额。", citations());
        }
        return measured(range, statutory, amount);
    }

    private Part measured(PenaltyRange range, Range statutory, long amount) {
        PenaltyKind kind = range.penalty().kind();
        String proposed = "拟" + range.penalty().label() + RangeText.amount(kind, amount);
        Range remaining = range.remaining();
        if (remaining != null && remaining.contains(amount) && amount >= statutory.min()) {
            return new Part(
                    range.penalty(),
                    amount,
                    Status.WITHIN_BENCHMARK,
                    proposed + "，在裁量后的幅度" + RangeText.of(kind, remaining) + "之内。",
                    citations());
        }
        if (amount < statutory.min()) {
            return belowMinimum(range, statutory, amount, proposed);
        }
        LawResult.Mitigation mitigation = law.mitigation();
        boolean boundBelow = remaining != null && mitigation != null && mitigation.bound() && statutory.min() > 0;
        if (statutory.contains(amount) && boundBelow) {
            needs.add("有应当减轻处罚的情节，应当在法定最低限以下处罚。");
            return new Part(
                    range.penalty(), amount, Status.UNLAWFUL, proposed + "，没有低于法定最低限；本案有应当减轻处罚的情节。", citations());
        }
        if (statutory.contains(amount)) {
            needs.add("偏离裁量基准须载明偏离事由（编码）、理由，并经行政机关负责人批准。");
            if (proposal.deviationGround() == null || isBlank(proposal.deviationReasons())) {
                needs.add("尚未填写偏离事由或者理由。");
            }
            return new Part(
                    range.penalty(),
                    amount,
                    Status.DEVIATION,
                    proposed + "，在法定幅度" + RangeText.of(kind, statutory) + "之内，但不在裁量后的幅度"
                            + (remaining == null ? "（本档不给予该处罚）" : RangeText.of(kind, remaining)) + "之内。",
                    citations());
        }
        needs.add("将数额降至法定最高限以内。");
        return new Part(
                range.penalty(),
                amount,
                Status.UNLAWFUL,
                proposed + "，超过法定最高限，法定幅度为" + RangeText.of(kind, statutory) + "；从重也不得超过法定最高限。",
                citations());
    }

    private Part belowMinimum(PenaltyRange range, Range statutory, long amount, String proposed) {
        LawResult.Mitigation mitigation = law.mitigation();
        String ground = proposal.mitigationGround();
        boolean named = mitigation != null
                && ground != null
                && mitigation.grounds().stream().anyMatch(g -> g.code().equals(ground));
        boolean bound = mitigation != null && mitigation.bound();
        String text = proposed + "，低于法定最低限" + RangeText.amount(range.penalty().kind(), statutory.min()) + "，属于减轻处罚";
        if (named || bound) {
            needs.add("减轻处罚须在决定书中载明法定事由和证据，并经法制审核和行政机关负责人集体讨论。");
            return new Part(range.penalty(), amount, Status.MITIGATED, text + "，已列明法定减轻事由。", citations());
        }
        if (mitigation != null) {
            needs.add("本案有可以减轻处罚的情节，须在拟处罚中列明所依据的事由（mitigationGround）。");
        } else {
            needs.add("减轻处罚须有法定事由（如行政处罚法第三十二条所列情形）及其证据；没有法定事由不得低于法定最低限。");
        }
        return new Part(range.penalty(), amount, Status.UNLAWFUL, text + "，但没有列明法定减轻事由。", citations());
    }

    private Part leftOut(PenaltyRange range) {
        Range statutory = range.statutory();
        boolean confiscation = range.penalty().kind() == PenaltyKind.CONFISCATE_ILLEGAL_GAINS
                || range.penalty().kind() == PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY;
        boolean otherSubject = range.penalty().subject() != Penalty.Subject.PARTY;
        boolean missingFine =
                range.penalty().kind() == PenaltyKind.FINE && !otherSubject && statutory != null && statutory.min() > 0;
        String label = range.penalty().label();
        String advice = confiscation
                ? "应当" + label + "；没有可没收的，请在决定书中说明。"
                : "应当同时" + label + (otherSubject ? "（对直接负责的主管人员和其他直接责任人员）" : "") + "，拟处罚中没有列出。";
        needs.add(advice);
        return new Part(
                range.penalty(),
                null,
                missingFine ? Status.UNLAWFUL : confiscation ? Status.WITHIN_BENCHMARK : Status.INCOMPLETE,
                advice,
                citations());
    }

    private void eitherGroup(Set<String> answered) {
        List<PenaltyRange> group = law.penalties().stream()
                .filter(p -> p.mode() == PenaltyMode.EITHER)
                .toList();
        long chosen =
                group.stream().filter(p -> answered.contains(p.penalty().id())).count();
        String labels =
                String.join("、", group.stream().map(p -> p.penalty().label()).toList());
        if (group.size() > 1 && chosen == 0) {
            needs.add("应当在“" + labels + "”中择一，拟处罚中没有列出。");
            parts.add(new Part(null, null, Status.INCOMPLETE, "应当在“" + labels + "”中择一。", citations()));
        }
        if (group.size() > 1 && chosen > 1) {
            parts.add(new Part(null, null, Status.UNLAWFUL, "“" + labels + "”只能择一，不得并处。", citations()));
        }
    }

    private List<Citation> citations() {
        return law.statute().citations(RuleSet.Role.PENALTY);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
