package cn.faheng.web.desk;

import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the answers to the questions of an item. */
final class FactAnswers {

    private final Entries entries;
    private final FormProblems problems;

    FactAnswers(Entries entries, FormProblems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Map<String, Object> read(List<Sheet.Asked> questions) {
        Map<String, Object> facts = new TreeMap<>();
        questions.forEach(asked ->
                answer(asked).ifPresent(answer -> facts.put(asked.fact().name(), answer)));
        return facts;
    }

    private Optional<Object> answer(Sheet.Asked asked) {
        return switch (asked.fact().type()) {
            case BOOLEAN -> Optional.ofNullable(entries.plain(asked.field())).map(answer -> answer.equals("true"));
            case CHOICE -> Optional.ofNullable(entries.text(asked.field()));
            case DATE -> Optional.ofNullable(entries.plain(asked.field()));
            case MONEY, NUMBER, INTEGER -> number(asked);
        };
    }

    private Optional<Object> number(Sheet.Asked asked) {
        Fact fact = asked.fact();
        String answer = entries.number(asked.field());
        if (answer == null) {
            return Optional.empty();
        }
        String label = problems.show().label(fact);
        if (!answer.matches("-?\\d{1,18}(\\.\\d{1,6})?")) {
            problems.add(asked.id(), "problem.number", label);
            return Optional.empty();
        }
        boolean inTenThousands =
                fact.type() == Fact.Type.MONEY && AmountEntries.TEN_THOUSANDS.equals(entries.text(asked.unitField()));
        BigDecimal value = new BigDecimal(answer).movePointRight(inTenThousands ? 4 : 0);
        return allowed(asked, value, label) ? Optional.of(value) : Optional.empty();
    }

    private boolean allowed(Sheet.Asked asked, BigDecimal value, String label) {
        Fact fact = asked.fact();
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        String unit = problems.show().unit(fact.unit());
        int decimals = value.stripTrailingZeros().scale();
        if (min != null && value.compareTo(min) < 0) {
            problems.add(asked.id(), "problem.too-small", label, min.toPlainString(), unit);
        } else if (max != null && value.compareTo(max) > 0) {
            problems.add(asked.id(), "problem.too-large", label, max.toPlainString(), unit);
        } else if (fact.type() == Fact.Type.INTEGER && decimals > 0) {
            problems.add(asked.id(), "problem.integer", label);
        } else if (fact.type() == Fact.Type.MONEY
                && (decimals > 2 || value.compareTo(AmountEntries.LARGEST_YUAN) > 0)) {
            problems.add(asked.id(), "problem.money", label);
        } else {
            return true;
        }
        return false;
    }
}
