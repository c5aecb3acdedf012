package cn.faheng.drafting.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a tier imposes.
 *
 * @param result result of the decision
 * @param charges the fines; empty where a person decides
 * @param warning whether a warning is imposed
 * @param confiscation whether things are confiscated as the tier says
 * @param doubt what is open about it, in Chinese, or null
 * @param proposal what the words would say, for a person to confirm, or null
 * @param note how it was read where that needs no answer, in Chinese, or null
 */
record TierOutcome(
        Result result,
        List<Charge> charges,
        boolean warning,
        boolean confiscation,
        @Nullable String doubt,
        @Nullable String proposal,
        @Nullable String note) {

    TierOutcome {
        charges = List.copyOf(charges);
    }

    TierOutcome(
            Result result,
            List<Charge> charges,
            boolean warning,
            boolean confiscation,
            @Nullable String doubt,
            @Nullable String proposal) {
        this(result, charges, warning, confiscation, doubt, proposal, null);
    }

    /** Results of the decision, as in the rule-set format. */
    enum Result {
        PENALTY("penalty"),
        NO_PENALTY("no-penalty"),
        PERSON_DECIDES("person-decides"),
        TRANSFER("transfer-criminal");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static TierOutcome of(List<Charge> charges) {
        return new TierOutcome(Result.PENALTY, charges, false, false, null, null);
    }

    static TierOutcome open(String doubt, @Nullable String proposal) {
        return new TierOutcome(Result.PERSON_DECIDES, List.of(), false, false, doubt, proposal);
    }

    /** The same, unless two fines are on the same target under the same step: they cannot both be the fine. */
    static TierOutcome distinct(List<Charge> charges) {
        Set<String> places = new HashSet<>();
        for (Charge charge : charges) {
            if (!places.add(charge.target() + "|" + charge.when())) {
                return open("一档有多个数额，没有读懂各在什么情形下适用", chinese(charges));
            }
            boolean both = charges.stream()
                    .anyMatch(other -> other.target() != charge.target()
                            && (other.target() == Charge.Target.PARTY || charge.target() == Charge.Target.PARTY)
                            && other.target() != Charge.Target.RESPONSIBLE
                            && charge.target() != Charge.Target.RESPONSIBLE
                            && other.when().equals(charge.when())
                            && !other.none()
                            && !charge.none());
            if (both) {
                return open("一档对当事人和对单位或者个人各有数额，没有读懂各在什么情形下适用", chinese(charges));
            }
        }
        return of(charges);
    }

    /** The fines in Chinese, or null where there are none. */
    static @Nullable String chinese(List<Charge> charges) {
        return charges.isEmpty() ? null : charges.stream().map(Charge::chinese).collect(Collectors.joining("；"));
    }

    TierOutcome doubting(String what) {
        return new TierOutcome(result, charges, warning, confiscation, what, proposal, note);
    }

    TierOutcome noting(String how) {
        return new TierOutcome(result, charges, warning, confiscation, doubt, proposal, how);
    }

    TierOutcome imposing(boolean aWarning, boolean things) {
        return new TierOutcome(result, charges, aWarning, things, doubt, proposal, note);
    }
}
