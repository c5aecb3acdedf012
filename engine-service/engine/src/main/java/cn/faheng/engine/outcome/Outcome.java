package cn.faheng.engine.outcome;

import cn.faheng.rules.legal.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The legal answer. */
public sealed interface Outcome {

    /** Slug of the kind of outcome. */
    String code();

    /**
     * The law, the benchmark and the circumstances leave this set of penalties.
     *
     * @param comparison both laws and which of them applies
     * @param exemption circumstances that allow (可以) no penalty at all
     */
    record Determined(LawComparison comparison, List<AppliedCircumstance> exemption) implements Outcome {
        public Determined {
            exemption = List.copyOf(exemption);
        }

        @Override
        public String code() {
            return "determined";
        }

        public LawResult applied() {
            return comparison.applied();
        }
    }

    /**
     * No penalty is imposed.
     *
     * @param ground why
     * @param comparison both laws where they were compared, or null where the ground came first
     */
    record NoPenalty(Ground ground, @Nullable LawComparison comparison) implements Outcome {
        @Override
        public String code() {
            return "no-penalty";
        }
    }

    /**
     * The item does not apply to this act.
     *
     * @param ground why
     */
    record NotApplicable(Ground ground) implements Outcome {
        @Override
        public String code() {
            return "not-applicable";
        }
    }

    /**
     * Facts are missing or a person has to judge.
     *
     * @param questions the shortest list of questions that narrows the answer, the most useful first
     * @param judgements what only a person may decide, in Chinese, with who may close it
     * @param hull the ranges over all completions, empty where there is none yet
     * @param completions how many completions were looked at
     */
    record NeedsClarification(
            List<Question> questions, List<Judgement> judgements, List<PenaltyRange> hull, long completions)
            implements Outcome {
        public NeedsClarification {
            questions = List.copyOf(questions);
            judgements = List.copyOf(judgements);
            hull = List.copyOf(hull);
        }

        @Override
        public String code() {
            return "needs-clarification";
        }
    }

    /**
     * A matter only a person may decide.
     *
     * @param matter what is to be decided, in Chinese
     * @param closedBy who may decide it
     * @param tables the tables that led there
     * @param citations the provisions it has to be decided by
     */
    record Judgement(String matter, String closedBy, List<TierTrace> tables, List<Citation> citations) {
        public Judgement {
            tables = List.copyOf(tables);
            citations = List.copyOf(citations);
        }
    }
}
