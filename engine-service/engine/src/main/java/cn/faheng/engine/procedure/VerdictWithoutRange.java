package cn.faheng.engine.procedure;

import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.outcome.Verdict.Need;
import cn.faheng.engine.outcome.Verdict.Part;
import cn.faheng.engine.outcome.Verdict.Status;
import cn.faheng.engine.request.Proposal;
import cn.faheng.engine.request.Proposal.Proposed;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures a proposed penalty where there is no certain range: none may be imposed, or facts are missing. */
public final class VerdictWithoutRange {

    private final Proposal proposal;

    public VerdictWithoutRange(Proposal proposal) {
        this.proposal = proposal;
    }

    /** Where no penalty may be imposed, every penalty proposed is unlawful. */
    public Verdict noneAllowed(String reason, List<Citation> citations) {
        List<Part> parts = proposal.penalties().stream()
                .filter(proposed -> proposed.kind().isPenalty())
                .map(proposed -> new Part(
                        null, proposed.amount(), Status.UNLAWFUL, "不得给予" + text(proposed) + "：" + reason, citations))
                .toList();
        return parts.isEmpty()
                ? new Verdict(Status.WITHIN_BENCHMARK, List.of(), List.of())
                : new Verdict(
                        Status.UNLAWFUL,
                        parts,
                        List.of(new Need("withdraw-penalty", "撤回拟处罚，依法作出不予处罚或者不予立案的处理。", citations)));
    }

    /**
     * How much a set of ranges tells.
     *
     * @param ranges the ranges over all answers, or empty where they cannot be told
     * @param kindsKnown whether a kind that is not among them is excluded
     * @param amountsKnown whether an amount outside them is excluded
     * @param mitigable whether some answer leaves a ground for going below the minimum
     */
    public record Possible(List<PenaltyRange> ranges, boolean kindsKnown, boolean amountsKnown, boolean mitigable) {
        public Possible {
            ranges = List.copyOf(ranges);
        }

        /** Nothing is known. */
        public static Possible anything() {
            return new Possible(List.of(), false, false, true);
        }
    }

    /**
     * Where facts are missing, what lies outside every possible range is unlawful already; the rest cannot be told yet.
     *
     * @param possible what the answers leave
     * @param citations the provisions of the item
     */
    public Verdict provisional(Possible possible, List<Citation> citations) {
        List<Part> parts = new ArrayList<>();
        for (Proposed proposed : proposal.penalties()) {
            parts.add(provisional(proposed, possible, citations));
        }
        Status worst = parts.stream().map(Part::status).max(Enum::compareTo).orElse(Status.UNDETERMINED);
        return new Verdict(worst, parts, List.of(new Need("answer-questions", "补全所列事实后才能判定拟处罚是否在幅度之内。", citations)));
    }

    private static Part provisional(Proposed proposed, Possible possible, List<Citation> citations) {
        Optional<PenaltyRange> found = possible.ranges().stream()
                .filter(p ->
                        p.penalty().kind() == proposed.kind() && p.penalty().subject() == proposed.subject())
                .findFirst();
        if (found.isEmpty()) {
            return possible.kindsKnown()
                    ? new Part(
                            null,
                            proposed.amount(),
                            Status.UNLAWFUL,
                            "无论尚缺的事实如何，本条都没有规定“" + proposed.kind().chinese() + "”，不得给予。",
                            citations)
                    : new Part(
                            null, proposed.amount(), Status.UNDETERMINED, text(proposed) + "：事实不全，尚不能判定。", citations);
        }
        PenaltyRange range = found.get();
        Range statutory = range.statutory();
        Long amount = proposed.amount();
        if (possible.amountsKnown()
                && statutory != null
                && amount != null
                && isOutside(statutory, amount, possible.mitigable())) {
            return new Part(
                    range.penalty(),
                    amount,
                    Status.UNLAWFUL,
                    text(proposed) + "：无论尚缺的事实如何，都不在法定幅度" + RangeText.of(proposed.kind(), statutory) + "之内。",
                    citations);
        }
        return new Part(range.penalty(), amount, Status.UNDETERMINED, text(proposed) + "：事实不全，尚不能判定。", citations);
    }

    private static boolean isOutside(Range statutory, long amount, boolean mitigable) {
        return amount < statutory.min() ? !mitigable : !statutory.contains(amount);
    }

    private static String text(Proposed proposed) {
        return proposed.kind().chinese() + amount(proposed.kind(), proposed.amount());
    }

    private static String amount(PenaltyKind kind, @Nullable Long amount) {
        return amount == null ? "" : RangeText.amount(kind, amount);
    }
}
