package cn.faheng.web.desk;

import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the sheet of questions from the rule sets in force at the act and at the decision. */
final class Sheets {

    private final Engine engine;
    private final ModelRegistry models;

    Sheets(Engine engine, ModelRegistry models) {
        this.engine = engine;
        this.models = models;
    }

    Sheet sheet(Item item, Division place, LocalDate act, LocalDate decided) {
        Catalogue catalogue = engine.base().catalogue();
        List<LocalDate> days = act.equals(decided) ? List.of(act) : List.of(act, decided);
        Map<String, Fact> questions = new LinkedHashMap<>();
        Map<String, Sheet.CircumstanceOption> circumstances = new LinkedHashMap<>();
        Map<String, Sheet.PenaltyField> penalties = new LinkedHashMap<>();
        Set<String> ofStatute = new LinkedHashSet<>();
        for (LocalDate day : days) {
            engine.questions(item, place, day).forEach(fact -> questions.putIfAbsent(fact.name(), fact));
            circumstances(item, place, day)
                    .forEach(c -> circumstances.putIfAbsent(c.choice().value(), c));
            if (catalogue.statute(item.code(), day) instanceof InForce.Found found) {
                found.ruleSet().facts().forEach(fact -> ofStatute.add(fact.name()));
                found.ruleSet().penalties().forEach(p -> penalties.merge(id(p), field(p), Sheets::joined));
            }
        }
        List<Sheet.Asked> asked = new ArrayList<>();
        questions.values().stream()
                .filter(fact -> !fact.fromParty())
                .forEach(fact ->
                        asked.add(new Sheet.Asked("q" + (asked.size() + 1), fact, !ofStatute.contains(fact.name()))));
        return new Sheet(
                item,
                catalogue.statute(item.code(), act),
                asked,
                circumstances.values().stream()
                        .sorted(Comparator.comparing(
                                (Sheet.CircumstanceOption c) -> c.effect().aggravates()))
                        .toList(),
                List.copyOf(penalties.values()),
                strangers(penalties.values()));
    }

    private static String id(Penalty penalty) {
        return penalty.kind().code() + (penalty.subject() == Penalty.Subject.PARTY ? "" : ".responsible");
    }

    private static Sheet.PenaltyField field(Penalty penalty) {
        return new Sheet.PenaltyField(id(penalty), penalty);
    }

    private static Sheet.PenaltyField joined(Sheet.PenaltyField first, Sheet.PenaltyField second) {
        Penalty a = first.penalty();
        String more = second.penalty().label();
        boolean told = List.of(a.label().split("；")).contains(more);
        return told ? first : field(new Penalty(a.id(), a.kind(), a.subject(), a.label() + "；" + more));
    }

    private static List<PenaltyKind> strangers(Iterable<Sheet.PenaltyField> known) {
        EnumSet<PenaltyKind> kinds = EnumSet.allOf(PenaltyKind.class);
        kinds.remove(PenaltyKind.OTHER);
        known.forEach(field -> kinds.remove(field.penalty().kind()));
        return List.copyOf(kinds);
    }

    private List<Sheet.CircumstanceOption> circumstances(Item item, Division place, LocalDate day) {
        GeneralPart general = new GeneralPart(engine.base().catalogue(), models, item.field(), place, day, day);
        List<Sheet.CircumstanceOption> options = new ArrayList<>();
        for (RuleSet ruleSet : general.ruleSets("circumstances")) {
            ruleSet.fact("code")
                    .ifPresent(codes -> codes.values().forEach(choice -> general.circumstance(choice.value())
                            .filter(answer -> answer.ruleSet().ref().equals(ruleSet.ref())
                                    && !answer.rows().isEmpty())
                            .ifPresent(answer -> options.add(new Sheet.CircumstanceOption(
                                    choice,
                                    Effect.ofCode(answer.text()).orElse(Effect.NONE),
                                    answer.rows().get(0).says(),
                                    answer.rows().get(0).citations().get(0).chinese())))));
        }
        return options;
    }
}
