package cn.faheng.engine;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FactReader;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request states by what the rule sets ask, and refuses what none of them knows. */
final class FactIntake {

    private final Item item;
    private final DecisionRequest request;

    FactIntake(Item item, DecisionRequest request) {
        this.item = item;
        this.request = request;
    }

    /**
     * The facts given, typed.
     *
     * @param ruleSets rule sets whose facts are understood, those that apply first
     * @throws InvalidRequestException when a fact is unknown or of the wrong type
     */
    Map<String, Object> facts(List<RuleSet> ruleSets) {
        Map<String, Fact> questions = new LinkedHashMap<>();
        for (RuleSet ruleSet : ruleSets) {
            for (Fact fact : ruleSet.facts()) {
                if (!fact.fromParty()) {
                    questions.merge(fact.name(), fact, Fact::offeringAlso);
                    Fact qualified = fact.qualified(ruleSet.ref().version());
                    questions.putIfAbsent(qualified.name(), qualified);
                }
            }
        }
        return new FactReader(questions.values()).read(request.facts());
    }

    /**
     * Refuses codes that no general part in question knows.
     *
     * @param laws the general parts of the act and of the decision
     * @param atDecision the general part of the decision, which says on what grounds a benchmark may be left
     */
    void checkCodes(List<GeneralPart> laws, GeneralPart atDecision) {
        List<FieldProblem> unknown = new ArrayList<>();
        int index = 0;
        for (String code : request.circumstances().codes()) {
            if (laws.stream().noneMatch(law -> law.knowsCircumstance(code))) {
                unknown.add(new FieldProblem(
                        "/circumstances/codes/" + index,
                        "unknown-circumstance",
                        "在本事项的领域、地点和日期没有编码为“" + code + "”的情节。可用的编码见 GET /api/v1/items/" + item.code() + "。"));
            }
            index++;
        }
        Proposal proposal = request.proposal();
        String ground = proposal == null ? null : proposal.deviationGround();
        if (ground != null
                && atDecision.deviationGrounds().stream()
                        .noneMatch(choice -> choice.value().equals(ground))) {
            unknown.add(new FieldProblem(
                    "/proposal/deviationGround",
                    "unknown-deviation-ground",
                    "作出决定之日没有编码为“" + ground + "”的偏离事由。可用的编码见 GET /api/v1/items/" + item.code() + "。"));
        }
        String mitigation = proposal == null ? null : proposal.mitigationGround();
        if (mitigation != null && laws.stream().noneMatch(law -> isGround(law, mitigation))) {
            unknown.add(new FieldProblem(
                    "/proposal/mitigationGround",
                    "unknown-mitigation-ground",
                    "没有编码为“" + mitigation + "”的减轻事由。可用的是答复中 mitigation.grounds 的编码，或者 GET /api/v1/items/" + item.code()
                            + " 所列的情节编码。"));
        }
        if (!unknown.isEmpty()) {
            throw new InvalidRequestException(unknown);
        }
    }

    /** A circumstance by code, or what the hooks on age, capacity and exemption recognise by themselves. */
    private static boolean isGround(GeneralPart law, String code) {
        return law.knowsCircumstance(code)
                || law.decisions("capacity").contains(code)
                || law.decisions("exemption").contains(code);
    }
}
