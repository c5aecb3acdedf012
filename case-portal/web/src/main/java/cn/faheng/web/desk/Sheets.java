package cn.faheng.web.desk;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.registry.RuleBaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the sheet of a case from the rule sets in force at the act and at the decision. */
final class Sheets {

    private final RuleBaseState base;
    private final Entries entries;
    private final Division place;
    private final LocalDate act;
    private final LocalDate decided;

    Sheets(RuleBaseState base, Entries entries, Division place, LocalDate act, LocalDate decided) {
        this.base = base;
        this.entries = entries;
        this.place = place;
        this.act = act;
        this.decided = decided;
    }

    /** The sheet of an item, with the questions of other items that the same act violates. */
    Sheet sheet(Item item, List<Item> others) {
        List<Sheet.PenaltyField> penalties = penalties(item);
        return new Sheet(
                item,
                inForce(item),
                questions(item, "", "q"),
                circumstances(item),
                penalties,
                strangers(penalties),
                general(item, decided).deviationGrounds(),
                others(others));
    }

    private List<LocalDate> days() {
        return act.equals(decided) ? List.of(act) : List.of(act, decided);
    }

    private InForce inForce(Item item) {
        return base.catalogue().statute(item.code(), act);
    }

    private GeneralPart general(Item item, LocalDate day) {
        return new GeneralPart(base.catalogue(), base.models(), item.field(), place, day, decided);
    }

    private List<Sheet.Asked> questions(Item item, String prefix, String ids) {
        return new Questions(base, item, place, days(), decided).asked(entries, prefix, ids);
    }

    private List<Sheet.Other> others(List<Item> items) {
        List<Sheet.Other> others = new ArrayList<>();
        for (Item item : items) {
            String ids = "n" + (others.size() + 1) + "q";
            others.add(new Sheet.Other(
                    item, inForce(item) instanceof InForce.Found, questions(item, "norm." + item.code() + ".", ids)));
        }
        return others;
    }

    private List<Sheet.PenaltyField> penalties(Item item) {
        Map<String, Sheet.PenaltyField> penalties = new LinkedHashMap<>();
        for (LocalDate day : days()) {
            if (base.catalogue().statute(item.code(), day) instanceof InForce.Found found) {
                found.ruleSet().penalties().forEach(p -> penalties.merge(id(p), field(p), Sheets::joined));
            }
        }
        return List.copyOf(penalties.values());
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

    private static List<Sheet.PenaltyField> strangers(Iterable<Sheet.PenaltyField> known) {
        EnumSet<PenaltyKind> kinds = EnumSet.allOf(PenaltyKind.class);
        kinds.remove(PenaltyKind.OTHER);
        known.forEach(field -> kinds.remove(field.penalty().kind()));
        return kinds.stream()
                .map(kind -> field(new Penalty(kind.code(), kind, Penalty.Subject.PARTY, kind.chinese())))
                .toList();
    }

    private List<Sheet.CircumstanceOption> circumstances(Item item) {
        Map<String, Sheet.CircumstanceOption> options = new LinkedHashMap<>();
        for (LocalDate day : days()) {
            GeneralPart general = general(item, day);
            for (RuleSet ruleSet : general.ruleSets("circumstances")) {
                options(general, ruleSet)
                        .forEach(o -> options.putIfAbsent(o.choice().value(), o));
            }
        }
        return options.values().stream()
                .sorted(Comparator.comparing(
                        (Sheet.CircumstanceOption c) -> c.effect().aggravates()))
                .toList();
    }

    private static List<Sheet.CircumstanceOption> options(GeneralPart general, RuleSet ruleSet) {
        List<Sheet.CircumstanceOption> options = new ArrayList<>();
        ruleSet.fact("code").ifPresent(codes -> codes.values().forEach(choice -> general.circumstance(choice.value())
                .filter(answer -> answer.ruleSet().ref().equals(ruleSet.ref())
                        && !answer.rows().isEmpty())
                .ifPresent(answer -> options.add(new Sheet.CircumstanceOption(
                        choice,
                        Effect.ofCode(answer.text()).orElse(Effect.NONE),
                        answer.rows().get(0).says(),
                        answer.rows().get(0).citations().get(0).chinese())))));
        return options;
    }
}
