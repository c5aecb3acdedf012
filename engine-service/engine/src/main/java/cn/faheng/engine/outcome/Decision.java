package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer to a request.
 *
 * @param item the item
 * @param outcome the legal answer
 * @param reasons the reasons, step by step, as a lawyer would write them
 * @param verdict what the law says of the proposal, or null without one
 * @param procedure the procedure it demands, or null where no penalty is imposed
 * @param concurrence other norms that the act violates, or null
 * @param findings warnings
 * @param assumptions what was assumed because the request did not say, in Chinese
 * @param used every rule set used, in order of their ids
 */
public record Decision(
        Item item,
        Outcome outcome,
        List<Reason> reasons,
        @Nullable Verdict verdict,
        @Nullable Procedure procedure,
        @Nullable Concurrence concurrence,
        List<Finding> findings,
        List<String> assumptions,
        List<RuleSet> used) {

    public Decision {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
        assumptions = List.copyOf(assumptions);
        used = List.copyOf(used);
    }

    /**
     * One step of the reasons.
     *
     * @param step slug: law-in-force, statute, benchmark, circumstances, comparison, outcome, …
     * @param text in Chinese
     * @param row address of the row it rests on, or null
     * @param provisions the provisions with their words as in force
     */
    public record Reason(String step, String text, @Nullable String row, List<QuotedProvision> provisions) {
        public Reason {
            provisions = List.copyOf(provisions);
        }
    }

    /**
     * A provision quoted.
     *
     * @param citation 《…法》第…条
     * @param version first day in force of the version quoted, or null for a document
     * @param words the words, or null where the text is not held
     */
    public record QuotedProvision(String citation, @Nullable LocalDate version, @Nullable String words) {}
}
