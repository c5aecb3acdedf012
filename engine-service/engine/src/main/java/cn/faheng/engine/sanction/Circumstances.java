package cn.faheng.engine.sanction;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the general part what it says of the party and of everything established beside the facts of the item. */
final class Circumstances {

    private final GeneralPart general;
    private final DecisionRequest request;
    private final List<AppliedCircumstance> found = new ArrayList<>();

    Circumstances(GeneralPart general, DecisionRequest request) {
        this.general = general;
        this.request = request;
    }

    List<AppliedCircumstance> all() {
        capacity();
        exemption();
        request.circumstances().codes().forEach(this::named);
        return List.copyOf(found);
    }

    private void capacity() {
        if (request.party().kind() == Party.Kind.ORGANISATION) {
            return;
        }
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("mentalState", request.party().mentalState().code());
        Long age = request.party().ageOn(request.actEnd());
        if (age != null) {
            inputs.put("ageAtAct", BigDecimal.valueOf(age));
            ask("capacity", "age", inputs);
        }
        ask("capacity", "mind", inputs);
    }

    private void exemption() {
        CaseCircumstances c = request.circumstances();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("minorViolation", c.minorViolation());
        inputs.put("correctedInTime", c.correctedInTime());
        inputs.put("firstViolation", c.firstViolation());
        inputs.put("noSubjectiveFault", c.noSubjectiveFault());
        // Harm that is not established to be absent or minor does not help the party.
        CaseCircumstances.Harm harm = c.harm();
        inputs.put("harm", harm == null ? CaseCircumstances.Harm.PRESENT.code() : harm.code());
        general.decisions("exemption").forEach(decision -> ask("exemption", decision, inputs));
    }

    private void ask(String hook, String decision, Map<String, Object> inputs) {
        general.ask(hook, decision, inputs).ifPresent(answer -> add(decision, label(answer), answer));
    }

    /** The same with a circumstance that the clause itself establishes for the facts of the case. */
    static List<AppliedCircumstance> with(
            GeneralPart general, DecisionRequest request, List<AppliedCircumstance> known, String code) {
        if (known.stream().anyMatch(c -> c.code().equals(code))) {
            return known;
        }
        Circumstances more = new Circumstances(general, request);
        more.found.addAll(known);
        more.named(code);
        return List.copyOf(more.found);
    }

    private void named(String code) {
        general.circumstance(code).ifPresent(answer -> {
            String label = answer.ruleSet()
                    .fact("code")
                    .flatMap(fact -> fact.choice(code))
                    .map(Fact.Choice::label)
                    .orElse(code);
            add(code, label, answer);
        });
    }

    private void add(String code, String label, HookAnswer answer) {
        Optional<Effect> effect = Effect.ofCode(answer.text());
        if (effect.isPresent() && effect.get() != Effect.NONE && !answer.rows().isEmpty()) {
            found.add(new AppliedCircumstance(
                    code,
                    label,
                    effect.get(),
                    answer.ruleSet().ref(),
                    answer.rows().get(0)));
        }
    }

    private static String label(HookAnswer answer) {
        return answer.rows().isEmpty()
                ? answer.decision()
                : answer.rows().get(0).says();
    }
}
