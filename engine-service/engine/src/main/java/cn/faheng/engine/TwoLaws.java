package cn.faheng.engine;

import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.sanction.LawOfTheDay;
import cn.faheng.engine.selection.LighterLaw;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The law at the act and the law at the decision, applied to the same facts (从旧兼从轻). */
final class TwoLaws {

    private final LawOfTheDay atAct;
    private final LawOfTheDay atDecision;
    private final DecisionRequest request;
    private final LighterLaw lighterLaw;
    private final boolean same;

    TwoLaws(LawOfTheDay atAct, LawOfTheDay atDecision, DecisionRequest request) {
        this.atAct = atAct;
        this.atDecision = atDecision;
        this.request = request;
        this.lighterLaw = new LighterLaw(atDecision.general());
        this.same = atAct.appliesLike(atDecision);
    }

    LawComparison compare(Map<String, Object> facts, boolean traced) {
        LawResult older = atAct.apply(request, facts, traced);
        LawResult newer = same ? atDecision.restate(older) : atDecision.apply(request, facts, traced);
        return lighterLaw.compare(older, newer);
    }

    List<RuleSet> asking() {
        Set<RuleSet> all = new LinkedHashSet<>(atAct.asking());
        all.addAll(atDecision.asking());
        return List.copyOf(all);
    }

    /** What nobody has answered yet; where two versions of a question differ, each is asked under its own name. */
    List<Fact> missing(Map<String, Object> given) {
        Map<String, Fact> open = new LinkedHashMap<>();
        Map<String, Fact> asked = new LinkedHashMap<>();
        for (RuleSet ruleSet : asking()) {
            for (Fact fact : ruleSet.facts()) {
                if (fact.fromParty() || LawOfTheDay.known(ruleSet, fact, given) != null) {
                    continue;
                }
                Fact first = asked.putIfAbsent(fact.name(), fact);
                boolean sameQuestion = first == null || first.values().equals(fact.values());
                Fact question = sameQuestion && !given.containsKey(fact.name())
                        ? fact
                        : fact.qualified(ruleSet.ref().version());
                open.putIfAbsent(question.name(), question);
            }
        }
        return List.copyOf(open.values());
    }
}
