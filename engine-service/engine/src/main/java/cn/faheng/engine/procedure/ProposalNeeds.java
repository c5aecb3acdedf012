package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Verdict.Need;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a proposal still needs, in the words of the general part that demands it. */
public final class ProposalNeeds {

    private static final String DEVIATION = "deviation";

    private final GeneralPart general;
    private final Division place;
    private final Set<Need> needs = new LinkedHashSet<>();

    /**
     * Nothing needed yet.
     *
     * @param general the general part on the day of the decision
     * @param place where the act was committed
     */
    public ProposalNeeds(GeneralPart general, Division place) {
        this.general = general;
        this.place = place;
    }

    /** Everything that was found, each once. */
    public List<Need> all() {
        return List.copyOf(needs);
    }

    void add(String code, String text, List<Citation> citations) {
        needs.add(new Need(code, text, citations));
    }

    void demandedBy(String code, String text, List<AppliedCircumstance> circumstances) {
        add(
                code,
                text,
                circumstances.stream()
                        .flatMap(c -> c.row().citations().stream())
                        .distinct()
                        .toList());
    }

    /** What the principle of legality (处罚法定) demands in a situation of the hook. */
    void legality(String code, String situation) {
        general.ask("legality", "need", Map.of("proposal", situation))
                .ifPresent(answer -> add(code, answer.text(), answer.citations()));
    }

    /** Who has to approve that the benchmark is left, on which coded ground, and what the officer has not filled in yet. */
    void deviation(Proposal proposal, LawResult law) {
        List<String> codes = general.deviationGrounds().stream()
                .map(choice -> choice.value())
                .toList();
        if (codes.isEmpty()) {
            legality("deviation-reasons", DEVIATION);
            return;
        }
        String ground = proposal.deviationGround();
        HookAnswer answer = general.ask(
                        DEVIATION,
                        DEVIATION,
                        Map.of("ground", ground == null ? codes.get(0) : ground, "ownBenchmark", isOfThePlace(law)))
                .orElseThrow(() -> new IllegalStateException("No rule set of the hook deviation answers"));
        if (ground == null) {
            String offered = String.join(
                    "；",
                    general.deviationGrounds().stream()
                            .map(choice -> choice.value() + "（" + choice.label() + "）")
                            .toList());
            add("name-deviation-ground", "须填写偏离裁量基准的事由（deviationGround）：" + offered + "。", answer.citations());
        }
        String reasons = proposal.deviationReasons();
        if (reasons == null || reasons.isBlank()) {
            add("give-deviation-reasons", "须说明偏离裁量基准的理由（deviationReasons）。", answer.citations());
        }
        add("deviation-approval", answer.required("text").toString(), answer.citations());
    }

    private boolean isOfThePlace(LawResult law) {
        RuleSet benchmark = law.benchmark();
        return benchmark != null && benchmark.jurisdiction().equals(place);
    }
}
