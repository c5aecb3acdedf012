package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.Scope;
import cn.faheng.drafting.clause.Threshold;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the amounts that a table asks within what the name of its item states: …（货值金额一万元以上）. */
final class ItemBounds {

    private ItemBounds() {}

    /** The table whose amounts have the limits that the proposed statute has for the item. */
    static Sheet within(Sheet benchmark, @Nullable Sheet proposed) {
        if (proposed == null) {
            return benchmark;
        }
        return benchmark.withFacts(benchmark.facts().stream()
                .map(mine -> proposed.facts().stream()
                        .filter(theirs ->
                                theirs.type().equals("money") && theirs.name().equals(mine.name()))
                        .findFirst()
                        .map(theirs -> mine.within(theirs.min(), theirs.max()))
                        .orElse(mine))
                .toList());
    }

    /** The same where the rule base holds the statute and its versions turn on that very amount; the amount is asked if it was not. */
    static Sheet within(Sheet benchmark, String title, List<RuleSet> held, Questions questions) {
        Threshold named = Scope.of(title).threshold();
        if (named == null || named.uncountable() || (named.min() == null && named.max() == null)) {
            return benchmark;
        }
        Optional<Fact> theirs = held.stream()
                .filter(statute -> turnsOn(statute, named))
                .flatMap(statute -> statute.facts().stream())
                .filter(fact -> isBase(fact, named))
                .findFirst();
        if (theirs.isEmpty()) {
            return benchmark;
        }
        BigDecimal max = named.max();
        BigDecimal most = max == null || named.maxIncluded() ? max : max.subtract(new BigDecimal("0.01"));
        boolean asks = benchmark.facts().stream().anyMatch(f -> isBase(f, named));
        List<SheetFact> facts = new ArrayList<>();
        benchmark.facts().forEach(f -> facts.add(isBase(f, named) ? f.within(named.min(), most) : f));
        if (!asks) {
            facts.add(new SheetFact(
                            named.base(),
                            null,
                            null,
                            "money",
                            "元",
                            BigDecimal.ZERO,
                            null,
                            List.of(),
                            "事项名称限定的范围",
                            theirs.get().evidence(),
                            null,
                            false)
                    .within(named.min(), most));
        }
        questions.note("事项名称限定了" + named.base() + "的范围，本表只在这一范围内适用，并与法定幅度的同一情形比较。");
        return benchmark.withFacts(facts);
    }

    private static boolean turnsOn(RuleSet statute, Threshold named) {
        return statute.facts().stream().anyMatch(f -> isBase(f, named))
                && Stream.of(named.min(), named.max()).filter(Objects::nonNull).allMatch(limit -> statute.dmn()
                        .matches(
                                "(?s).*(?<![0-9.])" + limit.stripTrailingZeros().toPlainString() + "(?![0-9]).*"));
    }

    private static boolean isBase(Fact fact, Threshold named) {
        return fact.type() == Fact.Type.MONEY && fact.label().equals(named.base());
    }

    private static boolean isBase(SheetFact fact, Threshold named) {
        return fact.type().equals("money")
                && (fact.name().equals(named.base()) || named.base().equals(fact.label()));
    }
}
