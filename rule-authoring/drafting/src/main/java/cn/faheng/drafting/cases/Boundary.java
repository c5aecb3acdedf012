package cn.faheng.drafting.cases;

import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A number at which an answer can change, or one step beside it.
 *
 * @param fact the question
 * @param value the number to try
 * @param of the boundary it belongs to; the nearest where there are two
 */
record Boundary(Fact fact, BigDecimal value, BigDecimal of) {

    /** Every boundary of every table and one step on each side of it, as far as the question allows. */
    static List<Boundary> all(CaseModel model) {
        List<Boundary> all = new ArrayList<>();
        for (Fact fact : model.facts()) {
            if (fact.type().isNumeric()) {
                Map<BigDecimal, BigDecimal> points = new TreeMap<>();
                for (BigDecimal boundary : boundaries(model, fact.name())) {
                    for (BigDecimal point :
                            List.of(boundary.subtract(fact.step()), boundary, boundary.add(fact.step()))) {
                        if (inside(fact, point) && (point.compareTo(boundary) == 0 || !points.containsKey(point))) {
                            points.put(point, boundary);
                        }
                    }
                }
                points.forEach((point, boundary) -> all.add(new Boundary(fact, point, boundary)));
            }
        }
        return all;
    }

    /** The numbers at which the columns of a fact divide. */
    static NavigableSet<BigDecimal> boundaries(CaseModel model, String fact) {
        NavigableSet<BigDecimal> boundaries = new TreeSet<>();
        for (ModelTable table : model.tables()) {
            int column = table.inputs().indexOf(fact);
            if (column >= 0) {
                table.rows()
                        .forEach(row -> row.conditions().get(column).ifPresent(c -> boundaries.addAll(c.boundaries())));
            }
        }
        return boundaries;
    }

    static boolean inside(Fact fact, BigDecimal point) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return (min == null || point.compareTo(min) >= 0) && (max == null || point.compareTo(max) <= 0);
    }

    String title() {
        String label = fact.label();
        String unit = fact.unit() == null ? "" : fact.unit();
        String words = CaseModel.plain(of) + unit;
        if (fact.type() == Fact.Type.MONEY) {
            words = cn.faheng.drafting.plain.PlainCell.yuan(of);
        }
        int side = value.compareTo(of);
        if (side == 0) {
            return label + "恰为" + words;
        }
        String step = fact.type() == Fact.Type.MONEY ? "一分" : CaseModel.plain(fact.step()) + unit;
        return label + "比" + words + (side < 0 ? "少" : "多") + step;
    }
}
