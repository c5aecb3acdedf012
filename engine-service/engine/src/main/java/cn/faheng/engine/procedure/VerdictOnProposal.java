package cn.faheng.engine.procedure;

import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.AppliedCircumstance;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures a proposed penalty by what the law, the benchmark and the circumstances leave. */
public final class VerdictOnProposal {

    private final List<Measure> measures;
    private final Proposal proposal;
    private final ProposalNeeds needs;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Prepares the verdict.
     *
     * @param penalties what may be imposed
     * @param proposal what the officer proposes
     * @param needs collects what the proposal still needs
     */
    public VerdictOnProposal(List<Measure> penalties, Proposal proposal, ProposalNeeds needs) {
        this.measures = List.copyOf(penalties);
        this.proposal = proposal;
        this.needs = needs;
    }

    /**
     * One penalty with the law it rests on.
     *
     * @param range the penalty and its ranges
     * @param law the law that provides it
     */
    public record Measure(PenaltyRange range, LawResult law) {

        /** The penalties of one law. */
        public static List<Measure> of(LawResult law) {
            return law.penalties().stream()
                    .map(range -> new Measure(range, law))
                    .toList();
        }

        /**
         * The penalties of a norm whose fine stands back behind the higher one of another (行政处罚法 (2021) 第二十九条): the fine of the
         * other, and every other kind of penalty of both.
         */
        public static List<Measure> of(LawResult law, LawResult higher) {
            Set<PenaltyKind> kinds =
                    higher.penalties().stream().map(p -> p.penalty().kind()).collect(Collectors.toSet());
            List<Measure> all = new ArrayList<>(of(higher));
            of(law).stream()
                    .filter(m -> m.kind() != PenaltyKind.FINE && !kinds.contains(m.kind()))
                    .forEach(all::add);
            return List.copyOf(all);
        }

        PenaltyKind kind() {
            return range.penalty().kind();
        }

        List<Citation> citations() {
            return law.statute().citations(RuleSet.Role.PENALTY);
        }

        Part part(@Nullable Long amount, Status status, String text) {
            return new Part(range.penalty(), amount, status, text, citations());
        }

        @Nullable
        Range below() {
            LawResult.Mitigation mitigation = law.mitigation();
            return mitigation == null
                    ? null
                    : mitigation.below().stream()
                            .filter(b -> b.penaltyId().equals(range.penalty().id()))
                            .map(LawResult.Mitigation.Below::range)
                            .findFirst()
                            .orElse(null);
        }

        boolean isMitigationBound() {
            LawResult.Mitigation mitigation = law.mitigation();
            return mitigation != null && mitigation.bound();
        }

        List<AppliedCircumstance> mitigationGrounds() {
            LawResult.Mitigation mitigation = law.mitigation();
            return mitigation == null ? List.of() : mitigation.grounds();
        }
    }

    public Verdict verdict() {
        Set<Measure> answered = new HashSet<>();
        for (Proposed proposed : proposal.penalties()) {
            Optional<Measure> measure = match(proposed, answered);
            measure.ifPresent(answered::add);
            parts.add(measure.map(m -> part(proposed, m)).orElseGet(() -> unknownPenalty(proposed)));
        }
        for (Measure measure : measures) {
            if (measure.range().mode() == PenaltyMode.MUST && !answered.contains(measure)) {
                parts.add(leftOut(measure));
            }
        }
        eitherGroup(answered);
        Status worst = parts.stream().map(Part::status).max(Enum::compareTo).orElse(Status.WITHIN_BENCHMARK);
        return new Verdict(worst, parts, needs.all());
    }

    private Optional<Measure> match(Proposed proposed, Set<Measure> answered) {
        List<Measure> candidates = measures.stream()
                .filter(m -> m.kind() == proposed.kind() && m.range().penalty().subject() == proposed.subject())
                .filter(m -> !answered.contains(m))
                .toList();
        Long amount = proposed.amount();
        return candidates.stream()
                .filter(m -> holds(m.range().statutory(), amount))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean holds(@Nullable Range range, @Nullable Long amount) {
        return range != null && amount != null && range.contains(amount);
    }

    /** 减轻 may also choose a lighter kind than those of the clause (市场监管裁量权指导意见 第十条第二项). */
    private Part unknownPenalty(Proposed proposed) {
        boolean reproof = proposed.kind() == PenaltyKind.WARNING || proposed.kind() == PenaltyKind.CRITICISM;
        if (reproof && measures.stream().anyMatch(this::isNamed)) {
            needs.legality("mitigation-review", "mitigated");
            return new Part(
                    null,
                    null,
                    Status.MITIGATED,
                    "本条没有规定“" + proposed.kind().chinese() + "”；有法定减轻事由的，可以选择更轻的处罚种类。",
                    citations());
        }
        return new Part(
                null,
                proposed.amount(),
                Status.UNLAWFUL,
                "本条没有规定“" + proposed.kind().chinese() + "”，不得给予。",
                citations());
    }

    private Part part(Proposed proposed, Measure measure) {
        PenaltyRange range = measure.range();
        Range statutory = range.statutory();
        Long amount = proposed.amount();
        String label = range.penalty().label();
        if (statutory == null) {
            return range.mode() == PenaltyMode.NONE
                    ? measure.part(amount, Status.DEVIATION, label + "：裁量基准在本档不给予该处罚。")
                    : measure.part(
                            amount,
                            Status.WITHIN_BENCHMARK,
                            label + "：" + range.mode().chinese() + "。");
        }
        return amount == null
                ? measure.part(null, Status.UNDETERMINED, label + "未填写数额。")
                : measured(measure, statutory, amount);
    }

    private Part measured(Measure measure, Range statutory, long amount) {
        PenaltyKind kind = measure.kind();
        if (amount == 0) {
            return measure.part(0L, Status.UNLAWFUL, measure.range().penalty().label() + "的数额为零，不是处罚；不给予的，请不要列出。");
        }
        String proposed = "拟" + measure.range().penalty().label() + RangeText.amount(kind, amount);
        Range remaining = measure.range().remaining();
        if (remaining != null && remaining.contains(amount) && amount >= statutory.min()) {
            return measure.part(
                    amount, Status.WITHIN_BENCHMARK, proposed + "，在裁量后的幅度" + RangeText.of(kind, remaining) + "之内。");
        }
        Range below = measure.below();
        if (below != null && below.contains(amount)) {
            return mitigated(measure, statutory, amount, proposed);
        }
        if (amount < statutory.min()) {
            needs.legality("mitigation-without-ground", "no-ground");
            return measure.part(
                    amount,
                    Status.UNLAWFUL,
                    proposed + "，低于法定最低限" + RangeText.amount(kind, statutory.min()) + "，属于减轻处罚，但没有法定减轻事由。");
        }
        if (!statutory.contains(amount)) {
            needs.legality("lower-to-maximum", "above-maximum");
            return measure.part(
                    amount,
                    Status.UNLAWFUL,
                    proposed + "，超过法定最高限，法定幅度为" + RangeText.of(kind, statutory) + "；从重也不得超过法定最高限。");
        }
        if (below != null && measure.isMitigationBound()) {
            needs.demandedBy("go-below", "有应当减轻处罚的情节，应当减轻处罚。", measure.mitigationGrounds());
            return measure.part(amount, Status.UNLAWFUL, proposed + "，没有减轻；本案有应当减轻处罚的情节。");
        }
        needs.deviation(proposal, measure.law());
        return measure.part(
                amount,
                Status.DEVIATION,
                proposed + "，在法定幅度" + RangeText.of(kind, statutory) + "之内，但不在裁量后的幅度"
                        + (remaining == null ? "（本档不给予该处罚）" : RangeText.of(kind, remaining)) + "之内。");
    }

    /** In the range of 减轻, where a circumstance allows it: lawful once the ground is named, or where the law demands it. */
    private Part mitigated(Measure measure, Range statutory, long amount, String proposed) {
        String text = proposed
                + (amount < statutory.min()
                        ? "，低于法定最低限" + RangeText.amount(measure.kind(), statutory.min()) + "，属于减轻处罚"
                        : "，属于减轻处罚的幅度");
        Range remaining = measure.range().remaining();
        if (measure.range().isMitigatedByBenchmark() && remaining != null && !remaining.contains(amount)) {
            needs.deviation(proposal, measure.law());
            text += "，不在裁量基准该档的幅度" + RangeText.of(measure.kind(), remaining) + "之内";
        }
        if (measure.isMitigationBound() || isNamed(measure)) {
            needs.legality("mitigation-review", "mitigated");
            return measure.part(amount, Status.MITIGATED, text + "，已列明法定减轻事由。");
        }
        needs.legality("name-mitigation-ground", "ground-not-named");
        return measure.part(
                amount, statutory.contains(amount) ? Status.DEVIATION : Status.UNLAWFUL, text + "，但没有列明法定减轻事由。");
    }

    private boolean isNamed(Measure measure) {
        String ground = proposal.mitigationGround();
        return ground != null
                && measure.mitigationGrounds().stream().anyMatch(g -> g.code().equals(ground));
    }

    /**
     * A penalty that the clause demands. Confiscation depends on there being something to confiscate, an order to correct is no penalty,
     * a warning may be added at any time, and responsible persons are punished in a decision of their own: these are needs, and the
     * proposal is measured without them.
     */
    private Part leftOut(Measure measure) {
        PenaltyRange range = measure.range();
        PenaltyKind kind = measure.kind();
        String label = range.penalty().label();
        boolean confiscation =
                kind == PenaltyKind.CONFISCATE_ILLEGAL_GAINS || kind == PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY;
        boolean otherSubject = range.penalty().subject() != Penalty.Subject.PARTY;
        boolean reproof = kind == PenaltyKind.WARNING || kind == PenaltyKind.CRITICISM;
        boolean separate = confiscation || otherSubject || reproof || !kind.isPenalty();
        if (!separate && isNamed(measure)) {
            needs.legality("mitigation-review", "mitigated");
            return measure.part(null, Status.MITIGATED, "应当" + label + "而没有拟处，属于减轻处罚，已列明法定减轻事由。");
        }
        String advice = confiscation
                ? "应当" + label + "；没有可没收的，请在决定书中说明。"
                : "应当同时" + label + (otherSubject ? "（对直接负责的主管人员和其他直接责任人员）" : "") + "，拟处罚中没有列出。";
        needs.add("penalty-left-out", advice, measure.citations());
        Range statutory = range.statutory();
        boolean fine = kind == PenaltyKind.FINE && statutory != null && statutory.min() > 0;
        Status status = separate ? Status.WITHIN_BENCHMARK : fine ? Status.UNLAWFUL : Status.INCOMPLETE;
        return measure.part(null, status, advice);
    }

    private void eitherGroup(Set<Measure> answered) {
        List<Measure> group = measures.stream()
                .filter(m -> m.range().mode() == PenaltyMode.EITHER)
                .toList();
        long chosen = group.stream().filter(answered::contains).count();
        String labels = String.join(
                "、", group.stream().map(m -> m.range().penalty().label()).toList());
        if (group.size() > 1 && chosen == 0) {
            needs.add("choose-one", "应当在“" + labels + "”中择一，拟处罚中没有列出。", citations());
            parts.add(new Part(null, null, Status.INCOMPLETE, "应当在“" + labels + "”中择一。", citations()));
        }
        if (group.size() > 1 && chosen > 1) {
            parts.add(new Part(null, null, Status.UNLAWFUL, "“" + labels + "”只能择一，不得并处。", citations()));
        }
    }

    private List<Citation> citations() {
        return measures.stream().flatMap(m -> m.citations().stream()).distinct().toList();
    }
}
