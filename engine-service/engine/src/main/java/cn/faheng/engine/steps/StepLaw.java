package cn.faheng.engine.steps;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The order of procedure that a case follows: the rule sets of its steps, the most specific first. Immutable. */
public final class StepLaw {

    private static final String HOOK = "steps";

    private final List<RuleSet> ruleSets;
    private final ModelRegistry models;

    /**
     * The order of procedure in some rule sets.
     *
     * @param ruleSets the rule sets that a case was filed under, the most specific first
     */
    public StepLaw(List<RuleSet> ruleSets, ModelRegistry models) {
        this.ruleSets = List.copyOf(ruleSets);
        this.models = models;
    }

    /** The order of procedure in force for a field and a place on a day. */
    public static StepLaw on(Catalogue catalogue, ModelRegistry models, String field, Division place, LocalDate day) {
        return new StepLaw(catalogue.general(HOOK, field, place, day), models);
    }

    /** The rule sets, so that a case can go on under them. */
    public List<RuleSet> ruleSets() {
        return ruleSets;
    }

    /** What the law says of every step of a case, by name. */
    public Map<String, LawfulStep> steps(CaseFile file) {
        Map<String, Object> facts = new Milestones(file).facts();
        Map<String, LawfulStep> steps = new LinkedHashMap<>();
        for (RuleSet ruleSet : ruleSets) {
            CompiledRuleSet compiled = models.compiled(ruleSet);
            Evaluation answers = compiled.evaluate(asked(ruleSet, facts));
            for (String name : compiled.decisions()) {
                if (!steps.containsKey(name)) {
                    steps.put(name, step(compiled, answers, name));
                }
            }
        }
        return steps;
    }

    /** What the law says of one step of a case; empty where the rule sets do not know it. */
    public Optional<LawfulStep> step(CaseFile file, String name) {
        return Optional.ofNullable(steps(file).get(name));
    }

    private static Map<String, Object> asked(RuleSet ruleSet, Map<String, Object> facts) {
        Map<String, Object> asked = new HashMap<>();
        ruleSet.facts().forEach(fact -> {
            Object value = facts.get(fact.name());
            if (value == null) {
                throw new IllegalStateException(ruleSet.ref() + " asks for " + fact.name() + ", which no file tells");
            }
            asked.put(fact.name(), value);
        });
        return asked;
    }

    private static LawfulStep step(CompiledRuleSet compiled, Evaluation answers, String name) {
        RuleSet ruleSet = compiled.ruleSet();
        Row row = answers.matched().stream()
                .filter(matched -> matched.decision().equals(name))
                .flatMap(matched -> matched.rowIds().stream())
                .map(id -> ruleSet.rows().get(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(ruleSet.ref() + " says nothing of " + name));
        String documents = word(answers, name, "documents");
        return new LawfulStep(
                name,
                compiled.title(name),
                LawfulStep.State.valueOf(word(answers, name, "state").toUpperCase(Locale.ROOT)),
                LawfulStep.Actor.valueOf(word(answers, name, "by").toUpperCase(Locale.ROOT)),
                LawfulStep.rank(word(answers, name, "leave")).orElse(null),
                Gate.ofCode(word(answers, name, "gate")).orElse(null),
                documents.isEmpty() ? List.of() : List.of(documents.split(" ")),
                ruleSet.ref(),
                row);
    }

    private static String word(Evaluation answers, String name, String column) {
        Object value = answers.column(name, column);
        return value == null ? "" : value.toString();
    }
}
