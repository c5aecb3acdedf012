package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Dimension.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Cuts the amounts of one base at all limits that the thresholds name. */
final class Limits {
    private final List<Cut> cuts;
    private final String base;

    Limits(String base, List<Threshold> thresholds) {
        this.base = base;
        TreeSet<Cut> all = new TreeSet<>();
        for (Threshold t : thresholds) {
            if (t.min() != null) {
                all.add(new Cut(t.min(), false));
            }
            if (t.max() != null) {
                all.add(new Cut(t.max(), t.maxIncluded()));
            }
            if (t.min() == null && t.max() == null && !t.uncountable()) {
                all.add(new Cut(BigDecimal.ZERO, true));
            }
        }
        this.cuts = List.copyOf(all);
    }

    boolean isEmpty() {
        return cuts.isEmpty();
    }

    List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            values.add(new Value(cell(i), says(i)));
        }
        return values;
    }

    /** The intervals that lie inside a threshold whose limits are among the cuts; empty where they are not. */
    Optional<Set<Integer>> inside(Threshold t) {
        boolean low = t.min() == null || cuts.contains(new Cut(t.min(), false));
        boolean high = t.max() == null || cuts.contains(new Cut(t.max(), t.maxIncluded()));
        boolean any = t.min() == null && t.max() == null;
        if (!low || !high || (any && !cuts.contains(new Cut(BigDecimal.ZERO, true)))) {
            return Optional.empty();
        }
        Set<Integer> inside = new TreeSet<>();
        for (int i = 0; i <= cuts.size(); i++) {
            if (holds(t, i)) {
                inside.add(i);
            }
        }
        return Optional.of(inside);
    }

    boolean holds(Threshold t, int interval) {
        BigDecimal amount = inside(interval);
        boolean zero = amount.signum() == 0;
        if (t.min() == null && t.max() == null) {
            return t.none() == zero;
        }
        if (zero && t.none()) {
            return true;
        }
        boolean above = t.min() == null || amount.compareTo(t.min()) >= 0;
        int most = t.max() == null ? -1 : amount.compareTo(t.max());
        return above && (most < 0 || (most == 0 && t.maxIncluded()));
    }

    private BigDecimal inside(int interval) {
        if (interval == cuts.size()) {
            return cuts.get(interval - 1).at().add(BigDecimal.ONE);
        }
        Cut high = cuts.get(interval);
        if (high.below()) {
            return high.at();
        }
        BigDecimal low =
                interval == 0 ? BigDecimal.ZERO : cuts.get(interval - 1).at();
        return low.add(high.at()).divide(BigDecimal.valueOf(2));
    }

    private String cell(int i) {
        if (i == 0) {
            Cut cut = cuts.get(0);
            return cut.at().signum() == 0
                    ? "0"
                    : (cut.below() ? "<= " : "< ") + cut.at().toPlainString();
        }
        Cut low = cuts.get(i - 1);
        if (i == cuts.size()) {
            return (low.below() ? "> " : ">= ") + low.at().toPlainString();
        }
        Cut high = cuts.get(i);
        return (low.below() ? "(" : "[") + low.at().toPlainString() + ".."
                + high.at().toPlainString() + (high.below() ? "]" : ")");
    }

    private String says(int i) {
        if (i == 0) {
            Cut cut = cuts.get(0);
            return cut.at().signum() == 0 ? "没有" + base : base + (cut.below() ? "不超过" : "不足") + yuan(cut);
        }
        Cut low = cuts.get(i - 1);
        String from = low.at().signum() == 0 ? "有" + base : base + (low.below() ? "超过" + yuan(low) : yuan(low) + "以上");
        return i == cuts.size() ? from : from + (cuts.get(i).below() ? "不超过" : "不足") + yuan(cuts.get(i));
    }

    private static String yuan(Cut cut) {
        BigDecimal at = cut.at();
        BigDecimal tenThousands = at.scaleByPowerOfTen(-4).stripTrailingZeros();
        return tenThousands.scale() <= 1 && tenThousands.compareTo(BigDecimal.ONE) >= 0
                ? tenThousands.toPlainString() + "万元"
                : at.toPlainString() + "元";
    }

    /** A limit, and whether it belongs to the amounts below it. */
    private record Cut(BigDecimal at, boolean below) implements Comparable<Cut> {
        @Override
        public int compareTo(Cut other) {
            int by = at.compareTo(other.at);
            return by != 0 ? by : Boolean.compare(below, other.below);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cut cut && compareTo(cut) == 0;
        }

        @Override
        public int hashCode() {
            return at.stripTrailingZeros().hashCode() * 2 + (below ? 1 : 0);
        }
    }
}
