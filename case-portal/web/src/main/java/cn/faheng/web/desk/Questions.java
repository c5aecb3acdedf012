package cn.faheng.web.desk;

import cn.faheng.engine.sanction.LawOfTheDay;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.RuleBaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions of an item: those that its statute and its benchmark ask at the act and at the decision. */
final class Questions {

    private final List<RuleSet> asking;

    Questions(RuleBaseState base, Item item, Division place, List<LocalDate> days, LocalDate decided) {
        Set<RuleSet> ruleSets = new LinkedHashSet<>();
        for (LocalDate day : days) {
            if (base.catalogue().statute(item.code(), day) instanceof InForce.Found found) {
                RuleSet statute = found.ruleSet();
                ruleSets.addAll(new LawOfTheDay(base.engine().base(), base.models(), item, statute, place, day, decided)
                        .asking());
            }
        }
        this.asking = List.copyOf(ruleSets);
    }

    /**
     * The questions in the order in which they are asked. Two versions of a law can offer different answers: all of them are offered,
     * and where the one given means nothing to a version, that version asks again under its own name.
     */
    List<Sheet.Asked> asked(Entries entries, String prefix, String ids) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (RuleSet ruleSet : asking) {
            ruleSet.facts().stream()
                    .filter(fact -> !fact.fromParty())
                    .forEach(fact -> facts.merge(fact.name(), fact, Fact::offeringAlso));
        }
        List<Sheet.Asked> asked = new ArrayList<>();
        for (Fact fact : facts.values()) {
            Sheet.Asked question = asked(ids + (asked.size() + 1), fact, prefix);
            asked.add(question);
            String answer = entries.text(question.field());
            if (answer != null) {
                again(fact.name(), answer).forEach(other -> asked.add(asked(ids + (asked.size() + 1), other, prefix)));
            }
        }
        return asked;
    }

    private Sheet.Asked asked(String id, Fact fact, String prefix) {
        String name = fact.name().replaceFirst("@.*", "");
        boolean ofStatute = asking.stream()
                .filter(ruleSet -> ruleSet.kind() == RuleSet.Kind.STATUTE)
                .anyMatch(ruleSet -> ruleSet.fact(name).isPresent());
        return new Sheet.Asked(id, fact, !ofStatute, prefix);
    }

    /** The question as those versions put it to which the answer means nothing. */
    private List<Fact> again(String name, String answer) {
        List<Fact> again = new ArrayList<>();
        for (RuleSet ruleSet : asking) {
            ruleSet.fact(name)
                    .filter(fact -> !fact.allows(answer))
                    .ifPresent(fact -> again.add(fact.qualified(ruleSet.ref().version())));
        }
        return again;
    }
}
