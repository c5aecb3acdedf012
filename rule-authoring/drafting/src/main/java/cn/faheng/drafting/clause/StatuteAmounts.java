package cn.faheng.drafting.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Amounts of a fine as FEEL expressions. */
final class StatuteAmounts {
    private StatuteAmounts() {}

    static String least(List<PenaltyForm> forms) {
        List<String> all = forms.stream()
                .map(PenaltyForm::fine)
                .filter(Objects::nonNull)
                .map(StatuteAmounts::low)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return "null";
        }
        return all.size() == 1 ? all.get(0) : all.contains("0") ? "0" : "min(" + String.join(", ", all) + ")";
    }

    static String most(List<PenaltyForm> forms) {
        List<String> all = forms.stream()
                .map(PenaltyForm::fine)
                .filter(Objects::nonNull)
                .map(StatuteAmounts::high)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return "null";
        }
        return all.size() == 1 ? all.get(0) : "max(" + String.join(", ", all) + ")";
    }

    private static String low(FineForm fine) {
        return amount(fine, fine.maxTimes() == null ? fine.min() : null, fine.minTimes());
    }

    private static String high(FineForm fine) {
        return amount(fine, fine.max(), fine.maxTimes());
    }

    private static String amount(FineForm fine, @Nullable BigDecimal yuan, @Nullable BigDecimal times) {
        if (yuan == null && times == null) {
            return "0";
        }
        String one = times == null ? plain(Objects.requireNonNull(yuan)) : multiple(fine, times);
        String all = fine.unit() == null ? one : StatuteNames.unit(fine.unit()) + " * " + one;
        if (fine.cap() != null) {
            return "min(" + all + ", " + plain(fine.cap()) + ")";
        }
        boolean floor = times != null && fine.min() != null;
        return floor ? "max(" + all + ", " + plain(Objects.requireNonNull(fine.min())) + ")" : all;
    }

    private static String multiple(FineForm fine, BigDecimal times) {
        String name = StatuteNames.base(Objects.requireNonNull(fine.base()));
        String base = fine.leastBase() == null ? name : "max(" + name + ", " + plain(fine.leastBase()) + ")";
        return times.compareTo(BigDecimal.ONE) == 0 ? base : base + " * " + plain(times);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
