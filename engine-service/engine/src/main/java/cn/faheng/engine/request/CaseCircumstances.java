package cn.faheng.engine.request;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is established about the case beside the facts of the item. A boolean that is false means: not established.
 *
 * @param codes circumstances of the circumstances hooks, by code
 * @param minorViolation 违法行为轻微
 * @param correctedInTime 及时改正
 * @param firstViolation 初次违法
 * @param noSubjectiveFault 有证据足以证明没有主观过错
 * @param harm 危害后果, or null when not established
 * @param endangersLifeHealthOrFinance 涉及公民生命健康安全、金融安全
 * @param majorPublicInterest 涉及重大公共利益
 * @param complexOrMajor 情节复杂或者重大违法行为
 * @param businessActivity the act was committed in business (经营活动中)
 * @param goodsValueFen value of the goods where the item itself does not ask for it, or null
 * @param confiscatedValueFen value of what is to be confiscated, or null when nothing is or it is unknown
 */
public record CaseCircumstances(
        Set<String> codes,
        boolean minorViolation,
        boolean correctedInTime,
        boolean firstViolation,
        boolean noSubjectiveFault,
        @Nullable Harm harm,
        boolean endangersLifeHealthOrFinance,
        boolean majorPublicInterest,
        boolean complexOrMajor,
        boolean businessActivity,
        @Nullable Long goodsValueFen,
        @Nullable Long confiscatedValueFen) {

    public CaseCircumstances {
        codes = java.util.Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /** Nothing established. */
    public static CaseCircumstances none() {
        return new CaseCircumstances(
                Set.of(), false, false, false, false, null, false, false, false, false, null, null);
    }

    /** The same with other circumstance codes. */
    public CaseCircumstances withCodes(Set<String> others) {
        return new CaseCircumstances(
                others,
                minorViolation,
                correctedInTime,
                firstViolation,
                noSubjectiveFault,
                harm,
                endangersLifeHealthOrFinance,
                majorPublicInterest,
                complexOrMajor,
                businessActivity,
                goodsValueFen,
                confiscatedValueFen);
    }

    /** 危害后果: none, minor, present. */
    public enum Harm {
        NONE,
        MINOR,
        PRESENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
