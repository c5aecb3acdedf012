package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the one decision table of a tier table. */
final class TierTable {

    private final SourceItem item;
    private final Questions questions;
    private final SheetCitation cite;
    private final TierQuestions asked;
    private final List<TierOutcome> outcomes = new ArrayList<>();
    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private final Set<String> thresholds = new LinkedHashSet<>();
    private final Set<String> bases = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private boolean byParty;

    TierTable(SourceItem item, List<TierOutcome> outcomes, SheetCitation cite, Questions questions) {
        this.item = item;
        this.questions = questions;
        this.cite = cite;
        this.asked = new TierQuestions(item, outcomes, questions);
        this.outcomes.addAll(asked.outcomes());
        this.outcomes.forEach(o -> o.charges().forEach(this::dimension));
    }

    private void dimension(Charge charge) {
        switch (charge.when().kind()) {
            case ALWAYS -> {}
            case ANSWER -> steps.putIfAbsent(charge.when().fact(), Steps.answers(charge.when()));
            case BELOW, AT_LEAST -> thresholds.add(charge.when().fact());
        }
        byParty |= charge.target() == Target.ORGANISATION || charge.target() == Target.INDIVIDUAL;
        if (charge.base() != null) {
            bases.add(charge.base());
        }
        if (charge.unit() != null) {
            units.add(charge.unit());
        }
    }

    Body body() {
        List<SheetPenalty> penalties = penalties();
        List<String> inputs = inputs();
        TierRows rows = new TierRows(item.id(), inputs, penalties, steps, byParty, cite, withResult());
        for (int i = 0; i < asked.tiers().size(); i++) {
            SourceTier tier = asked.tiers().get(i);
            rows.add("T" + (i + 1), asked.answers(i), tier, outcomes.get(i));
            ask("T" + (i + 1), tier, outcomes.get(i));
        }
        if (asked.isPartial()) {
            rows.addOther("T" + (asked.tiers().size() + 1), asked.partialAnswer());
        }
        List<SheetRow> written = rows.rows();
        SheetDecision penalty = SheetDecision.table("penalty", null, inputs, rows.outputs(), written);
        List<SheetFact> facts = facts();
        return new Body(
                "tiers",
                facts,
                penalties,
                List.of(penalty),
                new TierCases(facts, rows).csv(),
                List.of("在该档区间内确定具体数额", "是否有从轻、减轻、从重或者不予处罚的情形"));
    }

    private void ask(String row, SourceTier tier, TierOutcome outcome) {
        if (outcome.note() != null) {
            questions.note(Words.tier(tier.name()) + "：" + outcome.note() + "。");
        }
        if (outcome.doubt() != null) {
            String proposal = outcome.proposal() == null ? "" : "按文字可读作：" + outcome.proposal() + "。";
            questions.ask(
                    row,
                    tier.standard(),
                    Words.tier(tier.name()) + "：" + outcome.doubt() + "。" + proposal + "请核对原件后填写本行或者确认。");
        }
    }

    private boolean withResult() {
        return asked.isPartial() || outcomes.stream().anyMatch(o -> o.result() != TierOutcome.Result.PENALTY);
    }

    private List<SheetPenalty> penalties() {
        List<SheetPenalty> penalties = new ArrayList<>();
        penalties.add(Body.FINE);
        if (outcomes.stream()
                .flatMap(o -> o.charges().stream())
                .anyMatch(c -> c.target() == Target.RESPONSIBLE && !c.none())) {
            penalties.add(Body.RESPONSIBLE_FINE);
        }
        if (outcomes.stream().anyMatch(TierOutcome::warning)) {
            penalties.add(Body.WARNING);
        }
        if (outcomes.stream().anyMatch(TierOutcome::confiscation)) {
            penalties.add(Body.CONFISCATION);
        }
        return penalties;
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>(asked.factNames());
        inputs.addAll(steps.keySet());
        if (byParty) {
            inputs.add("partyKind");
        }
        inputs.addAll(thresholds);
        return inputs;
    }

    private List<SheetFact> facts() {
        List<SheetFact> facts = new ArrayList<>(asked.facts());
        steps.forEach((name, values) -> facts.add(Body.choice(name, values, "原表按此分别规定罚款")));
        if (byParty) {
            facts.add(Body.party());
            questions.note("“个人”包括个体工商户（民法典将其归入自然人一章），“单位”指其余当事人。");
        }
        bases.forEach(base -> facts.add(Body.money(base)));
        thresholds.stream().filter(t -> !bases.contains(t)).forEach(t -> facts.add(Body.money(t)));
        units.forEach(unit -> facts.add(Body.count(unit)));
        return facts;
    }
}
