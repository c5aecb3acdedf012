package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.FormulaNote.Formula;
import cn.faheng.drafting.intake.WeightColumns.Column;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The FEEL of a weight table: totals with their caps and floors, and the fine of each column. */
final class WeightFormulas {

    private final @Nullable WeightColumns columns;
    private final BigInteger whole;
    private final StatuteHints hints;

    WeightFormulas(Optional<WeightColumns> columns, BigInteger whole, StatuteHints hints, boolean statute) {
        this.columns = columns.orElse(null);
        this.whole = whole;
        this.hints = hints;
    }

    /** Puts the only maximum that the words of the statute name where a formula says 法定最高罚款额. */
    static WeightColumns withStatutoryMaximum(WeightColumns columns, SourceItem item, Questions questions) {
        boolean needed = columns.party().stream().anyMatch(c -> c.formula().statutoryMaximum());
        if (!needed) {
            return columns;
        }
        List<Charge> fines = FineWords.read(item.statute()).charges().stream()
                .filter(c -> c.target() != Charge.Target.RESPONSIBLE && c.base() == null)
                .toList();
        boolean one = fines.size() == 1 && columns.party().size() == 1;
        BigDecimal maximum = one ? fines.get(0).max() : BigDecimal.ZERO;
        questions.ask(
                "penalty",
                item.notes(),
                one ? "公式中的法定最高罚款额按法律条文读作" + Numbers.text(maximum) + "元，请确认。" : "公式中的法定最高罚款额没有读出，未填写前计算结果为0。请按法律填写。");
        List<Column> party = new ArrayList<>();
        for (Column c : columns.party()) {
            Formula f = c.formula();
            BigDecimal factor = f.statutoryMaximum() ? f.factor().multiply(maximum) : f.factor();
            party.add(new Column(
                    c.label(),
                    c.start(),
                    new Formula(f.label(), f.inner(), f.base(), factor, false),
                    c.cap(),
                    c.floor(),
                    c.capStated()));
        }
        return new WeightColumns(
                party, columns.person(), columns.question(), columns.answers(), columns.asksNew(), columns.threshold());
    }

    List<SheetDecision> totals(List<String> weights, @Nullable String startWeight) {
        String sum = String.join(" + ", weights);
        List<SheetDecision> totals = new ArrayList<>();
        if (columns == null) {
            totals.add(SheetDecision.expression("total", "裁量百分值总和（不含裁量起点）", sum));
            return totals;
        }
        Column first = columns.party().get(0);
        String start = startWeight == null ? number(first.start()) : startWeight;
        String all = start.equals("0") ? sum : start + " + " + sum;
        totals.add(SheetDecision.expression("total", title("裁量百分值总和", columns.party()), limited(all)));
        Column person = columns.person();
        if (person != null) {
            totals.add(SheetDecision.expression(
                    "totalResponsible",
                    title("对责任人员的裁量百分值总和", List.of(person)),
                    limited(number(person.start()) + " + " + sum, person)));
        }
        return totals;
    }

    private String title(String words, List<Column> of) {
        String unit = whole.intValue() == 100 ? "" : "，以1/" + whole + "为单位";
        boolean capped = of.stream().allMatch(c -> c.cap() != null);
        return words + (capped ? "（超过100%的按100%计算" + unit + "）" : unit.isEmpty() ? "" : "（" + unit.substring(1) + "）");
    }

    private String limited(String sum) {
        List<Column> party = party();
        boolean alike = party.stream().allMatch(c -> limited(sum, c).equals(limited(sum, party.get(0))));
        return alike ? limited(sum, party.get(0)) : chosen(c -> limited(sum, c));
    }

    private String limited(String sum, Column column) {
        String text = sum;
        if (column.floor() != null) {
            text = "max(" + text + ", " + number(column.floor()) + ")";
        }
        if (column.cap() != null) {
            text = "min(" + text + ", " + number(column.cap()) + ")";
        }
        return text;
    }

    private List<Column> party() {
        return columns == null ? List.of() : columns.party();
    }

    private String number(Share share) {
        return Numbers.text(share.in(whole));
    }

    List<SheetEntry> entries() {
        List<SheetEntry> entries = new ArrayList<>();
        if (columns == null) {
            entries.add(new SheetEntry("tier", "\"权重累加\""));
            entries.add(new SheetEntry("result", "\"person-decides\""));
            entries.add(new SheetEntry("fine", "\"none\""));
            entries.add(new SheetEntry("fineMin", "null"));
            entries.add(new SheetEntry("fineMax", "null"));
            return entries;
        }
        entries.add(new SheetEntry("tier", tier()));
        entries.add(new SheetEntry("fine", hints.partyOptional() ? "\"may\"" : "\"must\""));
        String fine = chosen(c -> product("total", c));
        entries.add(new SheetEntry("fineMin", fine));
        entries.add(new SheetEntry("fineMax", fine));
        Column person = columns.person();
        if (person != null) {
            entries.add(new SheetEntry("responsibleFine", hints.responsibleOptional() ? "\"may\"" : "\"must\""));
            entries.add(new SheetEntry("responsibleFineMin", product("totalResponsible", person)));
            entries.add(new SheetEntry("responsibleFineMax", product("totalResponsible", person)));
        }
        return entries;
    }

    private String tier() {
        if (columns == null || columns.question() == null) {
            return "\"权重累加\"";
        }
        return columns.threshold() == null ? columns.question() : chosen(c -> Words.literal(c.label()));
    }

    /** The text for the column that the question chooses. */
    private String chosen(java.util.function.Function<Column, String> text) {
        List<Column> party = party();
        String result = text.apply(party.get(0));
        if (columns == null || columns.question() == null) {
            return result;
        }
        if (columns.threshold() != null) {
            return "if " + columns.question() + " < " + Numbers.text(columns.threshold()) + " then " + result + " else "
                    + text.apply(party.get(1));
        }
        for (int i = 1; i < party.size(); i++) {
            result = "if " + columns.question() + " = "
                    + Words.literal(columns.answers().get(i)) + " then " + text.apply(party.get(i)) + " else " + result;
        }
        return result;
    }

    private String product(String total, Column column) {
        Formula formula = column.formula();
        String base = formula.base();
        String of = base == null ? "" : counted(base) + " * ";
        BigDecimal scale = new BigDecimal(whole);
        try {
            return of + total + " * " + Numbers.text(formula.factor().divide(scale));
        } catch (ArithmeticException e) {
            return of + total + " * " + Numbers.text(formula.factor()) + " / " + whole;
        }
    }

    private String counted(String base) {
        return hints.leastBase(base)
                .map(least -> "max(" + base + ", " + Numbers.text(least) + ")")
                .orElse(base);
    }
}
