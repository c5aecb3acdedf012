package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proves of one table over facts that each input has one row, and that each row has an input. */
final class TableProof {

    private static final int MOST_PAIRS = 5;
    private static final int MOST_ROWS = 6_000;

    private final SymbolicModel model;
    private final TableSpec table;
    private final List<Axis> axes;
    private final Findings findings;
    private final Walk.Work work;
    private final Examples examples;
    private final List<List<BitSet>> accepts = new ArrayList<>();

    /** Prepares a proof; every input column has to be a fact, or be treated as one. */
    TableProof(SymbolicModel model, TableSpec table, Findings findings, Walk.Work work) {
        this.model = model;
        this.table = table;
        this.findings = findings;
        this.work = work;
        this.examples = new Examples(model);
        this.axes = table.inputs().stream()
                .map(input -> Objects.requireNonNull(model.axes().get(((Expr.Ref) input).fact())))
                .toList();
    }

    /** Whether each input of the table is a fact with an axis of its own. */
    static boolean asksFactsOnly(SymbolicModel model, TableSpec table) {
        return table.inputs().stream()
                        .allMatch(input -> input instanceof Expr.Ref ref
                                && model.axes().containsKey(ref.fact())
                                && !model.freed().containsKey(ref.fact()))
                && table.inputs().stream().distinct().count() == table.inputs().size();
    }

    void prove() {
        if (table.size() > MOST_ROWS) {
            for (Property property : List.of(Property.COMPLETE, Property.UNAMBIGUOUS, Property.REACHABLE)) {
                findings.notProved(
                        property,
                        table.decision(),
                        name() + "有" + table.size() + "行，超过可证明的" + MOST_ROWS + "行，请拆分。",
                        null);
            }
            return;
        }
        BitSet dead = readRows();
        boolean disjoint = overlaps(dead);
        holes(dead, disjoint);
    }

    private String name() {
        return "判定“" + model.compiled().title(table.decision()) + "”";
    }

    private BitSet readRows() {
        BitSet dead = new BitSet();
        for (int row = 0; row < table.size(); row++) {
            List<BitSet> columns = new ArrayList<>();
            for (int column = 0; column < axes.size(); column++) {
                BitSet accepted = new BitSet();
                List<Atom> atoms = axes.get(column).atoms();
                for (int atom = 0; atom < atoms.size(); atom++) {
                    accepted.set(
                            atom,
                            table.accepted(column, atoms.get(atom).sample()).get(row));
                }
                columns.add(accepted);
                if (accepted.isEmpty() && !dead.get(row)) {
                    dead.set(row);
                    findings.refuted(
                            Property.REACHABLE,
                            table.rowId(row),
                            name() + "的" + table.rowId(row) + "行永远用不到：“"
                                    + label(column) + "”没有符合“"
                                    + table.table().rows().get(row).cells().get(column)
                                    + "”的取值。请改正条件或者删去该行。",
                            null);
                }
            }
            accepts.add(columns);
        }
        return dead;
    }

    private String label(int column) {
        String input = table.table().inputs().get(column);
        return model.ruleSet()
                .fact(input)
                .map(Fact::label)
                .orElse(model.compiled().title(input));
    }

    private boolean overlaps(BitSet dead) {
        boolean disjoint = true;
        List<String> more = new ArrayList<>();
        for (int a = 0; a < table.size(); a++) {
            for (int b = a + 1; b < table.size() && !dead.get(a); b++) {
                if (dead.get(b) || !meet(a, b)) {
                    continue;
                }
                disjoint = false;
                BitSet both = new BitSet();
                both.set(a);
                both.set(b);
                if (table.agree(both)) {
                    continue;
                }
                if (more.size() < MOST_PAIRS) {
                    overlap(a, b);
                }
                more.add(table.rowId(a) + "与" + table.rowId(b));
            }
        }
        if (more.size() > MOST_PAIRS) {
            judge(
                    Property.UNAMBIGUOUS,
                    "overlap",
                    name() + "共有" + more.size() + "对行重叠，除已列出的以外："
                            + Examples.some(more.subList(MOST_PAIRS, more.size()), 40) + "。",
                    null);
        }
        return disjoint;
    }

    private boolean meet(int a, int b) {
        for (int column = 0; column < axes.size(); column++) {
            if (!accepts.get(a).get(column).intersects(accepts.get(b).get(column))) {
                return false;
            }
        }
        return true;
    }

    private void overlap(int a, int b) {
        BitSet[] common = new BitSet[axes.size()];
        for (int column = 0; column < axes.size(); column++) {
            common[column] = (BitSet) accepts.get(a).get(column).clone();
            common[column].and(accepts.get(b).get(column));
        }
        Map<String, Object> facts = examples.facts(place(common));
        Map<String, String> amounts = new LinkedHashMap<>();
        for (int row : new int[] {a, b}) {
            amounts.putAll(outputs(row, facts));
        }
        CounterExample example = new CounterExample(facts, List.of(table.rowId(a), table.rowId(b)), amounts, null);
        String how = table.takesFirst() ? "，模型取在前的一行" : "";
        judge(
                Property.UNAMBIGUOUS,
                "overlap",
                name() + "的" + table.rowId(a) + "行与" + table.rowId(b) + "行重叠：在" + region(common) + "时两行都符合"
                        + touching(common) + how + "。请改正界限，或者写明文件自己的处理规则。",
                example);
    }

    /** What the output cells of a row say at a place. */
    private Map<String, String> outputs(int row, Map<String, Object> facts) {
        Map<String, Atom> known = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (!(value instanceof java.time.LocalDate)) {
                known.put(model.renamed(name), Atom.of(value));
            }
        });
        Evaluator evaluator = new Evaluator(known);
        Map<String, String> amounts = new LinkedHashMap<>();
        ModelTable written = table.table();
        for (int column = 0; column < written.outputs().size(); column++) {
            Expr output = evaluator.evaluate(table.output(row, column));
            String name = written.outputs().get(column);
            if (output instanceof Expr.Const c && c.value() instanceof BigDecimal number) {
                amounts.put(table.rowId(row) + (name.isEmpty() ? "" : " " + name), Examples.text(number));
            }
        }
        return amounts;
    }

    private String touching(BitSet[] common) {
        for (int column = 0; column < common.length; column++) {
            Axis axis = axes.get(column);
            if (axis.step() != null
                    && common[column].cardinality() == 1
                    && axis.atoms().get(common[column].nextSetBit(0)).isPoint()) {
                return "（在界限" + axis.atoms().get(common[column].nextSetBit(0)).text() + "上相接，两行都包括本数）";
            }
        }
        return "";
    }

    private void holes(BitSet dead, boolean disjoint) {
        List<List<BitSet>> living = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (!dead.get(row)) {
                living.add(accepts.get(row));
            }
        }
        int[] sizes = axes.stream().mapToInt(axis -> axis.atoms().size()).toArray();
        Cover cover = new Cover(living, sizes, disjoint, work);
        List<BitSet[]> holes;
        try {
            holes = cover.holes();
        } catch (Walk.TooMuch e) {
            findings.notProved(
                    Property.COMPLETE,
                    table.decision(),
                    name() + "的行互相重叠或者空格太多，在规定的计算量内没有查完有无空隙（已查部分没有空隙之外的问题）；请拆分该表或者减少“-”。" + fingerprint(),
                    null);
            return;
        }
        for (BitSet[] hole : holes) {
            Map<String, Object> facts = examples.facts(place(hole));
            CounterExample example = new CounterExample(facts, List.of(), Map.of("结果", "没有档次"), null);
            judge(Property.COMPLETE, "gap", name() + "在" + region(hole) + "时没有任何一行。请补上一行、改正界限，或者写明由人决定。", example);
            narrow(hole, example);
        }
        if (holes.size() >= Cover.MOST_HOLES) {
            judge(Property.COMPLETE, "gap", name() + "的空隙不止以上所列，补上后请再证明。", null);
        }
    }

    /** A hole of one fen between two rows is a matter of exactness as well. */
    private void narrow(BitSet[] hole, CounterExample example) {
        for (int column = 0; column < hole.length; column++) {
            Axis axis = axes.get(column);
            if (axis.step() == null || hole[column].cardinality() != 1) {
                continue;
            }
            Atom atom = axis.atoms().get(hole[column].nextSetBit(0));
            BigDecimal low = atom.low();
            BigDecimal high = atom.high();
            if (low != null
                    && high != null
                    && hole[column].nextSetBit(0) > 0
                    && high.subtract(low).compareTo(BigDecimal.ONE) < 0) {
                judge(
                        Property.EXACT,
                        "gap",
                        name() + "相邻两行之间差一步：" + label(column) + "为" + atom.text() + "时不在任何一行。界限请写成首尾相接的半开区间。",
                        example);
            }
        }
    }

    /** A finding, or the acceptance of it by name where the rule set has one. */
    private void judge(
            Property property,
            String finding,
            String message,
            @org.jspecify.annotations.Nullable CounterExample example) {
        for (RuleSet.AnalysisWaiver waiver : model.ruleSet().waivers()) {
            if (waiver.table().equals(table.decision()) && waiver.finding().equals(finding)) {
                findings.proved(property, table.decision(), message + "——按文件自己的规则接受：" + waiver.reason(), example);
                return;
            }
        }
        findings.add(property, Status.REFUTED, table.decision(), message, example);
    }

    private Map<String, Atom> place(BitSet[] region) {
        Map<String, Atom> place = new LinkedHashMap<>();
        for (int column = 0; column < region.length; column++) {
            Axis axis = axes.get(column);
            place.put(axis.name(), axis.atoms().get(region[column].nextSetBit(0)));
        }
        return place;
    }

    private String region(BitSet[] region) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < region.length; column++) {
            Axis axis = axes.get(column);
            if (region[column].cardinality() < axis.atoms().size()) {
                Set<String> texts = region[column].stream()
                        .mapToObj(atom -> axis.atoms().get(atom).text())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                parts.add("“" + label(column) + "”为" + Examples.some(List.copyOf(texts), 4));
            }
        }
        return parts.isEmpty() ? "任何情形" : String.join("、", parts);
    }

    /** So that what a person accepted lapses when the table changes. */
    private String fingerprint() {
        return "（表的内容：" + Integer.toHexString(table.content().hashCode()) + "）";
    }
}
