package cn.faheng.engine.evaluation;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The general part in force for one field, place and day: the hooks on every penalty. */
public final class GeneralPart {

    /** The hook that every version of 行政处罚法 fills for all fields. */
    private static final String PRINCIPAL_HOOK = "capacity";

    private final Catalogue catalogue;
    private final ModelRegistry models;
    private final String field;
    private final Division place;
    private final LocalDate date;
    private final LocalDate wanted;

    /**
     * The general part of a day.
     *
     * @param date the day
     * @param standIn the day whose general part stands in where the rule base holds none for {@code date}; where it holds none for that
     *     one either, the earliest that it holds does
     */
    public GeneralPart(
            Catalogue catalogue,
            ModelRegistry models,
            String field,
            Division place,
            LocalDate date,
            LocalDate standIn) {
        this.catalogue = catalogue;
        this.models = models;
        this.field = field;
        this.place = place;
        this.wanted = date;
        this.date = isHeld(catalogue, date)
                ? date
                : isHeld(catalogue, standIn) ? standIn : earliest(catalogue).orElse(standIn);
    }

    private static Stream<RuleSet> principal(Catalogue catalogue) {
        return catalogue.general(PRINCIPAL_HOOK).stream()
                .filter(r -> r.fields().isEmpty() && r.jurisdiction().equals(Division.NATION));
    }

    private static boolean isHeld(Catalogue catalogue, LocalDate date) {
        return principal(catalogue).anyMatch(r -> r.effective().contains(date));
    }

    private static Optional<LocalDate> earliest(Catalogue catalogue) {
        return principal(catalogue).map(r -> r.effective().from()).min(LocalDate::compareTo);
    }

    /** The day whose general part answers. */
    public LocalDate day() {
        return date;
    }

    /** Whether the rule base holds a general part for the day itself. */
    public boolean isHeldForItsDay() {
        return date.equals(wanted);
    }

    /** The rule sets of a hook, the most specific first. */
    public List<RuleSet> ruleSets(String hook) {
        return catalogue.general(hook, field, place, date);
    }

    /**
     * What a decision of a hook answers. The most specific rule set that has the decision answers; one that does not have it is
     * passed over.
     */
    public Optional<HookAnswer> ask(String hook, String decision, Map<String, Object> inputs) {
        return ruleSets(hook).stream()
                .filter(r -> models.compiled(r).decisions().contains(decision))
                .findFirst()
                .map(r -> answer(r, decision, inputs));
    }

    /** The names of all decisions of a hook that carry a citation of their own, over all its rule sets. */
    public Set<String> decisions(String hook) {
        Set<String> names = new LinkedHashSet<>();
        ruleSets(hook).forEach(r -> names.addAll(models.compiled(r).decisions()));
        return names;
    }

    /** What the circumstances hook says of a code: the first rule set that knows the code answers. */
    public Optional<HookAnswer> circumstance(String code) {
        for (RuleSet ruleSet : ruleSets("circumstances")) {
            Optional<Fact> codes = ruleSet.fact("code");
            if (codes.flatMap(fact -> fact.choice(code)).isPresent()) {
                return Optional.of(answer(ruleSet, "circumstance", Map.of("code", code)));
            }
        }
        return Optional.empty();
    }

    /** Whether some rule set in force knows the code. */
    public boolean knowsCircumstance(String code) {
        return ruleSets("circumstances").stream()
                .anyMatch(r -> r.fact("code").flatMap(fact -> fact.choice(code)).isPresent());
    }

    /** Every circumstance code that counts here, in the wording of the rule set that answers for it. */
    public List<Fact.Choice> circumstanceCodes() {
        Map<String, Fact.Choice> codes = new TreeMap<>();
        for (RuleSet ruleSet : ruleSets("circumstances")) {
            ruleSet.fact("code").ifPresent(fact -> fact.values().forEach(c -> codes.putIfAbsent(c.value(), c)));
        }
        return List.copyOf(codes.values());
    }

    /** The coded grounds on which a benchmark may be left; none where no rule on it is held for the day. */
    public List<Fact.Choice> deviationGrounds() {
        return ruleSets("deviation").stream()
                .findFirst()
                .flatMap(r -> r.fact("ground"))
                .map(Fact::values)
                .orElse(List.of());
    }

    /** Runs one decision of one rule set. */
    public HookAnswer answer(RuleSet ruleSet, String decision, Map<String, Object> inputs) {
        CompiledRuleSet compiled = models.compiled(ruleSet);
        Map<String, Object> declared = new TreeMap<>();
        ruleSet.facts().forEach(fact -> {
            Object value = inputs.get(fact.name());
            if (value != null) {
                declared.put(fact.name(), value);
            }
        });
        Evaluation evaluation = compiled.evaluate(declared);
        List<Row> rows = new ArrayList<>();
        evaluation.matched().stream()
                .filter(m -> m.decision().equals(decision))
                .flatMap(m -> m.rowIds().stream())
                .map(id -> ruleSet.rows().get(id))
                .filter(Objects::nonNull)
                .forEach(rows::add);
        Row own = ruleSet.rows().get(decision);
        if (rows.isEmpty() && own != null) {
            rows.add(own);
        }
        return new HookAnswer(ruleSet, decision, evaluation.results().get(decision), List.copyOf(rows));
    }

    /**
     * An answer of the general part.
     *
     * @param ruleSet the rule set that answered
     * @param decision the decision
     * @param result a text, number, boolean, list, or a map of columns; null where a fact was missing
     * @param rows the rows that matched, with their citations
     */
    public record HookAnswer(RuleSet ruleSet, String decision, @Nullable Object result, List<Row> rows) {

        /** The bare result as text, or the column {@code effect} or {@code required} of a wider one. */
        public String text() {
            if (result instanceof Map<?, ?> columns) {
                Object main = columns.get("effect");
                Object other = main == null ? columns.get("required") : main;
                return other == null ? "" : other.toString();
            }
            return result == null ? "" : result.toString();
        }

        /** The name of the decision as a slug: {@code onTheSpot} is on-the-spot. */
        public String slug() {
            return decision.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        /** The citations of the rows that matched, each once. */
        public List<Citation> citations() {
            return rows.stream()
                    .flatMap(row -> row.citations().stream())
                    .distinct()
                    .toList();
        }

        /**
         * A text or number that every rule set of the hook has to give.
         *
         * @throws IllegalStateException when it does not
         */
        public Object required(String column) {
            Object value = column(column);
            if (value == null) {
                throw new IllegalStateException(ruleSet.ref() + " gives no " + column + " in " + decision);
            }
            return value;
        }

        /** A column of the result, or null. */
        public @Nullable Object column(String name) {
            return result instanceof Map<?, ?> columns ? columns.get(name) : null;
        }

        /** A number among the columns, or empty. */
        public Optional<BigDecimal> number(String name) {
            return column(name) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
        }
    }
}
