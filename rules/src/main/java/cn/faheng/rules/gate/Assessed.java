package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Deciding.RemedyText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the decision engine computed for an act and a party of the file: the only figures the rules of the gates measure a proposal by.
 *
 * @param act key of the act
 * @param party key of the party
 * @param known the rule base has the item
 * @param answered the engine could answer; false where a question was refused
 * @param refusal why it could not, in Chinese, or empty
 * @param field field of the item, or empty
 * @param outcome determined, no-penalty, not-applicable, needs-clarification, or empty where there is no answer
 * @param ground code of the ground of no penalty: limitation, under-age, …, or null
 * @param tier name of the tier, or empty
 * @param minFen least fine that is left, or null where there is none
 * @param maxFen greatest fine that is left, or null
 * @param statutoryMinFen least fine of the statute, or null
 * @param statutoryMaxFen greatest fine of the statute, or null
 * @param reliedOn facts and circumstances that the tier rests on
 * @param unanswered facts that are still asked for
 * @param verdict what the law says of the proposal on file: within-benchmark, mitigated, deviation, incomplete, undetermined, unlawful, or empty
 * @param needs codes of what the proposal still needs
 * @param warned codes of the warnings of the engine with their severity: heavy-for-goods block
 * @param onTheSpot 当场处罚 is open for what is proposed
 * @param hearing the party may ask for a hearing
 * @param legalReview legal review is demanded
 * @param caseReview review of the case is demanded where legal review is not
 * @param discussion collective discussion is demanded
 * @param remedies what the decision has to say about remedies, or null
 */
public record Assessed(
        String act,
        String party,
        boolean known,
        boolean answered,
        String refusal,
        String field,
        String outcome,
        @Nullable String ground,
        String tier,
        @Nullable Long minFen,
        @Nullable Long maxFen,
        @Nullable Long statutoryMinFen,
        @Nullable Long statutoryMaxFen,
        Set<String> reliedOn,
        List<String> unanswered,
        String verdict,
        Set<String> needs,
        List<String> warned,
        boolean onTheSpot,
        boolean hearing,
        boolean legalReview,
        boolean caseReview,
        boolean discussion,
        @Nullable RemedyText remedies) {

    public Assessed {
        reliedOn = Set.copyOf(reliedOn);
        unanswered = List.copyOf(unanswered);
        needs = Set.copyOf(needs);
        warned = List.copyOf(warned);
    }
}
