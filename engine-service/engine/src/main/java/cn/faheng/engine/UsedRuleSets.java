package cn.faheng.engine;

import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rule sets an answer rests on, in the order of their references. */
final class UsedRuleSets {

    private final Catalogue catalogue;
    private final Map<RuleSetRef, RuleSet> used = new TreeMap<>();

    UsedRuleSets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<RuleSet> all() {
        return List.copyOf(used.values());
    }

    void add(Collection<RuleSet> ruleSets) {
        ruleSets.forEach(this::add);
    }

    void add(LawComparison comparison) {
        add(comparison.atAct());
        add(comparison.atDecision());
        add(comparison.ruleSet());
    }

    void add(LawResult law) {
        add(law.statute());
        add(law.benchmark());
        add(law.bands());
        law.circumstances().forEach(c -> add(c.ruleSet()));
    }

    void add(@Nullable RuleSetRef ref) {
        if (ref != null) {
            catalogue.ruleSet(ref).ifPresent(this::add);
        }
    }

    private void add(@Nullable RuleSet ruleSet) {
        if (ruleSet != null) {
            used.put(ruleSet.ref(), ruleSet);
        }
    }
}
