package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.List;
import java.util.Set;

/** Which questions two rule sets share. */
final class TiedFacts {

    private TiedFacts() {}

    /**
     * What the analysis calls a fact of the rule set above: the draft's name where both ask the same question, by its name or by its
     * wording as requests may name it too; else a name of its own.
     */
    static String name(RuleSet draft, RuleSet above, String name) {
        Fact theirs = above.fact(name).orElse(null);
        if (theirs == null) {
            return name + "（上位）";
        }
        List<Fact> candidates = draft.fact(name).map(List::of).orElseGet(() -> draft.facts().stream()
                .filter(mine ->
                        mine.name().equals(theirs.label()) || mine.label().equals(theirs.label()))
                .filter(mine -> above.fact(mine.name()).isEmpty())
                .toList());
        boolean alone = candidates.size() == 1
                && above.facts().stream()
                                .filter(f -> f.label().equals(theirs.label()))
                                .count()
                        == 1;
        return alone && isSame(candidates.get(0), theirs) ? candidates.get(0).name() : name + "（上位）";
    }

    private static boolean isSame(Fact mine, Fact theirs) {
        return mine.type() == theirs.type()
                && (mine.unit() == null || theirs.unit() == null || mine.unit().equals(theirs.unit()))
                && Set.copyOf(mine.values().stream().map(Fact.Choice::value).toList())
                        .equals(Set.copyOf(
                                theirs.values().stream().map(Fact.Choice::value).toList()));
    }
}
