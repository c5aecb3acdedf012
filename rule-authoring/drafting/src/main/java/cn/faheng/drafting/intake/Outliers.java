package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.TierOutcome.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds a fine that is ten times as high or as low as those of the tiers beside it: a slip of the pen, or a cell in the wrong column. */
final class Outliers {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private Outliers() {}

    /** The same outcomes, doubting those whose amounts are far from both neighbours. */
    static List<TierOutcome> doubted(List<TierOutcome> outcomes) {
        List<TierOutcome> result = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            TierOutcome outcome = outcomes.get(i);
            boolean far = false;
            for (Charge charge : outcome.charges()) {
                far |= isFar(charge, like(charge, outcomes, i - 1), like(charge, outcomes, i + 1));
            }
            result.add(
                    far && outcome.doubt() == null && outcome.result() == Result.PENALTY
                            ? outcome.doubting(
                                    "数额“" + TierOutcome.chinese(outcome.charges()) + "”与前后两档相差十倍以上，可能有笔误或者错栏，暂照原文编入")
                            : outcome);
        }
        return result;
    }

    private static List<Charge> like(Charge charge, List<TierOutcome> outcomes, int at) {
        if (at < 0 || at >= outcomes.size()) {
            return List.of();
        }
        return outcomes.get(at).charges().stream()
                .filter(c -> !c.none()
                        && c.target() == charge.target()
                        && c.when().equals(charge.when())
                        && String.valueOf(c.base()).equals(String.valueOf(charge.base()))
                        && String.valueOf(c.unit()).equals(String.valueOf(charge.unit())))
                .toList();
    }

    private static boolean isFar(Charge charge, List<Charge> before, List<Charge> after) {
        if (charge.none() || charge.max().signum() == 0 || before.isEmpty() || after.isEmpty()) {
            return false;
        }
        List<Charge> both = new ArrayList<>(before);
        both.addAll(after);
        return both.stream().allMatch(c -> charge.min().compareTo(c.max().multiply(TEN)) > 0)
                || both.stream().allMatch(c -> charge.max().multiply(TEN).compareTo(c.min()) < 0);
    }
}
