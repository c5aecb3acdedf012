package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceFactor;
import cn.faheng.drafting.intake.SourceItem.SourceOption;
import cn.faheng.drafting.intake.WeightColumns.Column;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the decisions of a factor-weight table: one for each factor, the total, and the penalty. */
final class WeightTable {

    private final SourceItem item;
    private final StatuteHints hints;
    private final SheetCitation cite;
    private final Questions questions;
    private final Optional<WeightColumns> columns;
    private final BigInteger whole;
    private final List<SheetDecision> decisions = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();
    private boolean unreadable;

    WeightTable(SourceItem item, StatuteHints hints, SheetCitation cite, Questions questions) {
        this.item = item;
        this.hints = hints;
        this.cite = cite;
        this.questions = questions;
        this.columns = WeightColumns.read(item, FormulaNote.read(item.notes()), hints)
                .map(c -> WeightFormulas.withStatutoryMaximum(c, item, questions));
        this.whole = scale();
    }

    /** 100 where all weights are per cent, else the common denominator of the fractions. */
    private BigInteger scale() {
        List<Share> all = new ArrayList<>();
        item.starts().forEach(s -> Share.read(s).ifPresent(all::add));
        item.factors()
                .forEach(f -> f.options().forEach(o -> Share.read(o.weight()).ifPresent(all::add)));
        if (all.stream().allMatch(Share::isFinite)) {
            return BigInteger.valueOf(100);
        }
        BigInteger common = BigInteger.ONE;
        for (Share share : all) {
            BigInteger denominator = share.denominator();
            common = common.multiply(denominator).divide(common.gcd(denominator));
        }
        questions.note("权重以1/" + common + "为单位计算，不作小数近似。");
        return common;
    }

    Body body() {
        starts();
        int factors = 0;
        for (SourceFactor factor : item.factors()) {
            factors++;
            checkContinued(factor, factors);
            factor(factor);
        }
        List<SheetPenalty> penalties = new ArrayList<>(List.of(Body.FINE));
        if (columns.map(WeightColumns::person).isPresent()) {
            penalties.add(Body.RESPONSIBLE_FINE);
        }
        WeightFormulas formulas = new WeightFormulas(columns, whole, hints, item.isStatute());
        decisions.addAll(formulas.totals(weights, selectorWeight()));
        decisions.add(SheetDecision.context("penalty", null, penalty(formulas)));
        if (columns.isEmpty()) {
            questions.ask(
                    "penalty",
                    item.notes(),
                    "没有读懂备注中的计算公式（裁量起点" + item.starts().size() + "个）。请填写罚款数额的计算公式；未填写前本表由人决定。");
        }
        checkMaximum();
        List<SheetFact> facts = facts();
        return new Body(
                "weights",
                facts,
                penalties,
                decisions,
                new WeightCases(item, facts, columns, hints, whole, decisions).csv(),
                List.of("各裁量因素属于哪一档", "是否有从轻、减轻、从重或者不予处罚的情形"));
    }

    private @Nullable String selectorWeight() {
        return columns.map(WeightColumns::question).isPresent() ? "weight1" : null;
    }

    /** Several starting points: they are a table of their own. */
    private void starts() {
        WeightColumns read = columns.orElse(null);
        if (read == null || read.question() == null) {
            return;
        }
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < read.party().size(); i++) {
            Column column = read.party().get(i);
            String cell = read.threshold() != null
                    ? (i == 0 ? "< " : ">= ") + Numbers.text(read.threshold())
                    : Words.literal(read.answers().get(i));
            rows.add(row(
                    "W1." + (i + 1),
                    cell,
                    Numbers.text(column.start().in(whole)),
                    "裁量起点（" + column.label() + "）：" + item.starts().get(i)));
        }
        decisions.add(SheetDecision.table("weight1", "裁量起点", List.of(read.question()), List.of(""), rows));
    }

    private void factor(SourceFactor factor) {
        int number = decisions.size() + 1;
        List<SheetRow> rows = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (SourceOption option : factor.options()) {
            String id = "W" + number + "." + (rows.size() + 1);
            Optional<Share> share = Share.read(option.weight());
            if (share.isEmpty()) {
                unreadable = true;
                questions.ask(
                        id, option.weight(), "因素“" + factor.name() + "”的“" + option.condition() + "”没有可读的权重。请按原件填写。");
            }
            if (option.condition().isBlank() || !seen.add(option.condition())) {
                questions.ask(id, option.condition(), "因素“" + factor.name() + "”有空白或者重复的情形。请按原件填写。");
            }
            rows.add(row(
                    id,
                    Words.literal(option.condition()),
                    share.map(s -> Numbers.text(s.in(whole))).orElse("null"),
                    factor.name() + "：" + option.condition() + "　" + option.weight()));
        }
        String name = "weight" + number;
        weights.add(name);
        decisions.add(SheetDecision.table(
                name, "裁量因素“" + factor.name() + "”的裁量权重", List.of(factor.name()), List.of(""), rows));
    }

    private SheetRow row(String id, String cell, String output, String says) {
        return new SheetRow(id, List.of(cell), List.of(output), says, List.of(cite), null);
    }

    private void checkContinued(SourceFactor factor, int number) {
        String name = factor.name();
        boolean tail = number > 1 && item.factors().get(number - 2).name().endsWith(name);
        if (name.isBlank() || tail) {
            questions.ask(
                    name.isBlank() ? "penalty" : name,
                    name,
                    "因素“" + name + "”可能是前一因素跨页的续行，来源作为单独的因素列出，已照来源编入。请核对是否应与前一因素合并。");
        }
    }

    private void checkMaximum() {
        Share most = Share.ZERO;
        for (SourceFactor factor : item.factors()) {
            Share heaviest = Share.ZERO;
            for (SourceOption option : factor.options()) {
                Share share = Share.read(option.weight()).orElse(Share.ZERO);
                heaviest = share.isMoreThan(heaviest) ? share : heaviest;
            }
            most = most.plus(heaviest);
        }
        WeightColumns read = columns.orElse(null);
        if (read == null) {
            return;
        }
        List<Column> all = new ArrayList<>(read.party());
        if (read.person() != null) {
            all.add(read.person());
        }
        for (Column column : all) {
            Share total = most.plus(column.start());
            if (total.isMoreThan(Share.WHOLE) && !column.capStated()) {
                questions.ask(
                        "total",
                        item.notes(),
                        "各因素取最高档时合计" + Numbers.text(total.in(BigInteger.valueOf(100))) + "%，超过100%，本表备注没有写明如何计算。"
                                + (column.cap() == null
                                        ? "已照原表编入，不封顶；请确认是否按100%计算。"
                                        : "已按裁量办法的规定（" + item.capRule() + "）以100%封顶，请确认。"));
            }
        }
    }

    private List<SheetEntry> penalty(WeightFormulas formulas) {
        List<SheetEntry> entries = new ArrayList<>(formulas.entries());
        if (unreadable && columns.isPresent()) {
            entries.add(1, new SheetEntry("result", "if total = null then \"person-decides\" else \"penalty\""));
        }
        return entries;
    }

    private List<SheetFact> facts() {
        List<SheetFact> facts = new ArrayList<>();
        Set<String> amounts = new LinkedHashSet<>();
        WeightColumns read = columns.orElse(null);
        if (read != null) {
            read.party().forEach(c -> Optional.ofNullable(c.formula().base()).ifPresent(amounts::add));
            Optional.ofNullable(read.person()).map(c -> c.formula().base()).ifPresent(amounts::add);
            if (read.question() != null && read.asksNew()) {
                if (read.threshold() != null) {
                    amounts.add(read.question());
                } else {
                    facts.add(Body.choice(read.question(), read.answers(), "原表按此分列裁量起点和计算公式"));
                    questions.note("原表分列的“" + String.join("”“", read.answers()) + "”没有问题名称，以“" + read.question()
                            + "”为问题，选项照列头。");
                }
            }
        }
        for (SourceFactor factor : item.factors()) {
            Set<String> options = new LinkedHashSet<>();
            factor.options().forEach(o -> options.add(o.condition()));
            if (options.size() < 2) {
                options.add(Steps.OTHER);
            }
            facts.add(Body.choice(factor.name(), List.copyOf(options), null));
        }
        amounts.forEach(base -> facts.add(Body.money(base)));
        return facts;
    }
}
