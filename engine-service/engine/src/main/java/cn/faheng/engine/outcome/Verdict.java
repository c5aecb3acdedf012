package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Citation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a proposed penalty.
 *
 * @param status the worst status of what is proposed; a penalty left out that is no fine shows as a part and a need only
 * @param parts penalty by penalty
 * @param needs what the proposal still needs to be lawful
 */
public record Verdict(Status status, List<Part> parts, List<Need> needs) {

    public Verdict {
        parts = List.copyOf(parts);
        needs = List.copyOf(needs);
    }

    /** The same where it is open which norm's fine applies: what is proposed as a fine cannot be told yet. */
    public Verdict withOpenFines(String reason, List<Citation> citations) {
        List<Part> open = parts.stream()
                .map(part -> {
                    Penalty penalty = part.penalty();
                    boolean fine = penalty != null
                            && penalty.kind() == PenaltyKind.FINE
                            && penalty.subject() == Penalty.Subject.PARTY
                            && part.proposedAmount() != null;
                    return fine
                            ? new Part(penalty, part.proposedAmount(), Status.UNDETERMINED, reason, citations)
                            : part;
                })
                .toList();
        List<Need> more = new ArrayList<>(needs);
        more.add(new Need("settle-norm", reason, citations));
        Status worst = open.stream().map(Part::status).max(Enum::compareTo).orElse(status);
        return new Verdict(worst, open, more);
    }

    /** Where a proposal lies, the worst last. */
    public enum Status {
        /** Inside what benchmark and circumstances leave. */
        WITHIN_BENCHMARK("within-benchmark", "在裁量基准幅度内"),
        /** Below the statutory minimum on a named ground (减轻). */
        MITIGATED("mitigated", "减轻处罚（低于法定最低限，已列明法定事由）"),
        /** Inside the statute, outside what the benchmark leaves. */
        DEVIATION("deviation", "偏离裁量基准（在法定幅度内）"),
        /** A penalty that the clause demands is not among those proposed. */
        INCOMPLETE("incomplete", "缺少应当并处的处罚"),
        /** It cannot be told before the open questions are answered. */
        UNDETERMINED("undetermined", "事实不全，尚不能判定"),
        /** Outside the statute. */
        UNLAWFUL("unlawful", "超出法定幅度或者种类，违法");

        private final String code;
        private final String chinese;

        Status(String code, String chinese) {
            this.code = code;
            this.chinese = chinese;
        }

        public String code() {
            return code;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * One penalty of the proposal, or one that the clause demands and the proposal leaves out.
     *
     * @param penalty the penalty of the clause, or null where the clause knows no such penalty
     * @param proposedAmount the amount proposed, or null
     * @param status where it lies
     * @param text why, in Chinese
     * @param citations the provisions it is measured by
     */
    public record Part(
            @Nullable Penalty penalty,
            @Nullable Long proposedAmount,
            Status status,
            String text,
            List<Citation> citations) {
        public Part {
            citations = List.copyOf(citations);
        }
    }

    /**
     * Something the proposal still needs.
     *
     * @param code slug: lower-to-maximum, name-mitigation-ground, deviation-approval, …
     * @param text what to do, in Chinese
     * @param citations the provisions that demand it
     */
    public record Need(String code, String text, List<Citation> citations) {
        public Need {
            citations = List.copyOf(citations);
        }
    }
}
