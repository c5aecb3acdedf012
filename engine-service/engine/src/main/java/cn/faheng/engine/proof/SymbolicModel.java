package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.ModelExpression;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model as expressions over its facts, with every fact's axis cut where an answer can change. */
final class SymbolicModel {

    static final String PENALTY = "penalty";
    private static final Pattern DATE = Pattern.compile("date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)");

    private final CompiledRuleSet compiled;
    private final RuleSet ruleSet;
    private final UnaryOperator<String> rename;
    private final Map<String, Expr> ties;
    private final List<TableSpec> tables = new ArrayList<>();
    private final Map<String, Expr> decisions = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private final Map<String, Map<String, Expr>> contexts = new HashMap<>();
    private final List<Expr.Stuck> unread = new ArrayList<>();
    private final Map<String, String> freed = new LinkedHashMap<>();
    private final Map<String, Set<String>> freedFrom = new HashMap<>();
    private final Map<String, Axis> axes;

    SymbolicModel(CompiledRuleSet compiled) {
        this(compiled, name -> name, Map.of());
    }

    /**
     * A model that stands beside another one.
     *
     * @param rename what the analysis calls each fact
     * @param ties facts that follow from facts of the other model
     */
    SymbolicModel(CompiledRuleSet compiled, UnaryOperator<String> rename, Map<String, Expr> ties) {
        this.compiled = compiled;
        this.ruleSet = compiled.ruleSet();
        this.rename = rename;
        this.ties = Map.copyOf(ties);
        compiled.decisions().forEach(this::decision);
        this.axes = new Cuts(this).axes();
    }

    CompiledRuleSet compiled() {
        return compiled;
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    List<TableSpec> tables() {
        return tables;
    }

    /** Every axis by the name that the analysis uses; derived numbers that are treated as free come last. */
    Map<String, Axis> axes() {
        return axes;
    }

    /** Derived inputs that are treated as free, with the reason. */
    Map<String, String> freed() {
        return freed;
    }

    /** The facts from which a derived input is computed that is treated as free. */
    Set<String> freedFrom(String name) {
        return freedFrom.getOrDefault(name, Set.of());
    }

    /** Cells that were not understood. */
    List<Expr.Stuck> unread() {
        return unread;
    }

    /** What a fact is in terms of the model beside which this one stands; empty where it is a question of its own. */
    Optional<Expr> tied(String fact) {
        return Optional.ofNullable(ties.get(fact));
    }

    String renamed(String fact) {
        return rename.apply(fact);
    }

    Optional<TableSpec> table(String decision) {
        return tables.stream().filter(t -> t.decision().equals(decision)).findFirst();
    }

    /** A column of the decision {@code penalty}; FEEL's null where it has none. */
    Expr column(String column) {
        return path(PENALTY, column).orElse(Expr.Const.of(null));
    }

    /** The whole of a decision that is no context and no table of several columns. */
    private Optional<Expr> decision(String name) {
        Expr known = decisions.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!compiled.decisions().contains(name)) {
            return Optional.empty();
        }
        if (!reading.add(name)) {
            return Optional.of(stuck(name, "判定之间互相循环引用"));
        }
        Expr read = readDecision(name);
        decisions.put(name, read);
        reading.remove(name);
        return Optional.of(read);
    }

    private Expr readDecision(String name) {
        Optional<ModelTable> table = compiled.tables().stream()
                .filter(t -> t.decision().equals(name))
                .findFirst();
        if (table.isPresent()) {
            TableSpec spec = readTable(table.get());
            return spec == null ? stuck(name, "表中有不能分析的单元格或者命中策略") : cell(spec, 0);
        }
        ModelExpression written = compiled.expressions().stream()
                .filter(e -> e.decision().equals(name))
                .findFirst()
                .orElseThrow();
        if (!written.entries().isEmpty()) {
            Map<String, Expr> entries = new LinkedHashMap<>();
            contexts.put(name, entries);
            written.entries().forEach((entry, text) -> entries.put(entry, read(name + "." + entry, text, entries)));
            return stuck(name, "判定给出多个栏目，须指明栏目");
        }
        return written.text().map(text -> read(name, text, Map.of())).orElseGet(() -> stuck(name, "判定既不是表也不是表达式"));
    }

    private static Expr.Stuck stuck(String where, String detail) {
        return new Expr.Stuck(Expr.Stuck.Reason.UNSUPPORTED, where, detail);
    }

    static Expr cell(TableSpec table, int column) {
        BitSet all = new BitSet();
        all.set(0, table.size());
        return new Expr.Cell(table, all, new BitSet(), column);
    }

    private Expr read(String where, String text, Map<String, Expr> local) {
        if (text.isEmpty()) {
            return stuck(where, "不是表达式");
        }
        Set<String> names = new LinkedHashSet<>(local.keySet());
        ruleSet.facts().forEach(fact -> names.add(fact.name()));
        names.addAll(compiled.inputs().keySet());
        names.addAll(compiled.decisions());
        return new ExprReader(where, text, names, name -> resolve(name, local)).read();
    }

    private Optional<Expr> resolve(String name, Map<String, Expr> local) {
        Expr entry = local.get(name);
        if (entry != null) {
            return Optional.of(entry);
        }
        if (compiled.inputs().containsKey(name)) {
            return Optional.of(
                    ruleSet.fact(name).isPresent()
                            ? ties.getOrDefault(name, new Expr.Ref(rename.apply(name)))
                            : stuck(name, "模型的输入“" + name + "”没有声明为事实"));
        }
        Optional<Expr> whole = decision(name);
        int dot = name.lastIndexOf('.');
        return whole.isPresent() || dot < 0 ? whole : path(name.substring(0, dot), name.substring(dot + 1));
    }

    private Optional<Expr> path(String decision, String column) {
        decision(decision);
        Map<String, Expr> entries = contexts.get(decision);
        if (entries != null) {
            return Optional.ofNullable(entries.get(column));
        }
        Optional<TableSpec> spec = table(decision);
        if (spec.isEmpty()) {
            return Optional.ofNullable(decisions.get(decision)).filter(Expr.Stuck.class::isInstance);
        }
        int index = spec.get().table().outputs().indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(cell(spec.get(), index));
    }

    private @Nullable TableSpec readTable(ModelTable table) {
        List<Expr> inputs =
                table.inputs().stream().map(text -> input(table, text)).toList();
        List<List<CellCondition>> conditions = new ArrayList<>();
        List<List<Expr>> outputs = new ArrayList<>();
        Map<String, BitSet> naming = new HashMap<>();
        int before = unread.size();
        for (ModelTable.TableRow row : table.rows()) {
            List<CellCondition> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                Optional<CellCondition> read = condition(row, i);
                String cell = row.cells().get(i);
                read.ifPresentOrElse(
                        cells::add,
                        () -> unread.add(stuck(
                                row.id(),
                                "判定“" + table.decision() + "”的单元格“" + cell + "”不在可证明的写法之内（字面值、比较、区间、列举、not(…)、-）")));
            }
            conditions.add(cells);
            List<Expr> results = new ArrayList<>();
            for (String output : row.outputs()) {
                Expr result = read(row.id(), output.strip(), Map.of());
                results.add(result);
                for (String fact : result.references()) {
                    naming.computeIfAbsent(fact, f -> new BitSet()).set(conditions.size() - 1);
                }
            }
            outputs.add(results);
        }
        boolean known = Set.of("UNIQUE", "ANY", "FIRST").contains(table.hitPolicy());
        if (!known) {
            unread.add(stuck(table.decision(), "命中策略 " + table.hitPolicy() + " 不能分析"));
        }
        if (unread.size() > before) {
            return null;
        }
        TableSpec spec = new TableSpec(table, inputs, conditions, outputs, naming);
        tables.add(spec);
        return spec;
    }

    private static Optional<CellCondition> condition(ModelTable.TableRow row, int column) {
        Optional<CellCondition> read = row.conditions().get(column);
        if (read.isPresent()) {
            return read;
        }
        // A day counts as its number since 1970-01-01, so that days are numbers like others.
        Matcher dates = DATE.matcher(row.cells().get(column));
        String numbers =
                dates.replaceAll(m -> String.valueOf(LocalDate.parse(m.group(1)).toEpochDay()));
        return CellCondition.parse(numbers);
    }

    private Expr input(ModelTable table, String text) {
        Expr read = read(table.decision(), text, Map.of());
        Optional<String> reason = Cuts.unresolvable(read, this::isNumeric);
        if (reason.isEmpty()) {
            return read;
        }
        String name = rename.apply(text);
        freed.put(name, reason.get());
        freedFrom.put(name, read.references());
        return new Expr.Ref(name);
    }

    private boolean isNumeric(String name) {
        return freed.containsKey(name)
                || ruleSet.facts().stream()
                        .filter(fact -> rename.apply(fact.name()).equals(name))
                        .anyMatch(fact -> fact.type().isNumeric() || fact.type() == Fact.Type.DATE);
    }

    /** The facts of the model; an input that the YAML does not name is no fact. */
    List<Fact> facts() {
        return ruleSet.facts().stream()
                .filter(fact -> compiled.inputs().containsKey(fact.name()))
                .toList();
    }

    /** Every expression in which a number may be compared. */
    List<Expr> expressions() {
        List<Expr> all = new ArrayList<>(decisions.values());
        contexts.values().forEach(entries -> all.addAll(entries.values()));
        for (TableSpec table : tables) {
            all.addAll(table.inputs());
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.table().outputs().size(); column++) {
                    all.add(table.output(row, column));
                }
            }
        }
        return all;
    }

    /** The choices a derived text or truth can be, as far as its expression names them. */
    static List<Object> namedChoices(TableSpec table, int column) {
        Set<Object> values = new LinkedHashSet<>();
        for (int row = 0; row < table.size(); row++) {
            values.addAll(table.condition(row, column).literals());
        }
        values.removeIf(BigDecimal.class::isInstance);
        return values.stream().anyMatch(Boolean.class::isInstance) ? List.of(false, true) : List.copyOf(values);
    }
}
