package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.Charge.Target;
import cn.faheng.drafting.intake.Charge.When;
import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a tier table: one for each tier, and for each step, party and threshold it distinguishes. */
final class TierRows {

    private static final List<String> PARTIES = List.of("\"individual\", \"sole-proprietor\"", "\"organisation\"");

    private final String itemId;
    private final List<String> inputs;
    private final List<SheetPenalty> penalties;
    private final Map<String, List<String>> steps;
    private final boolean byParty;
    private final SheetCitation cite;
    private final boolean withResult;
    private final List<Written> written = new ArrayList<>();

    TierRows(
            String itemId,
            List<String> inputs,
            List<SheetPenalty> penalties,
            Map<String, List<String>> steps,
            boolean byParty,
            SheetCitation cite,
            boolean withResult) {
        this.itemId = itemId;
        this.inputs = inputs;
        this.penalties = penalties;
        this.steps = steps;
        this.byParty = byParty;
        this.cite = cite;
        this.withResult = withResult;
    }

    /**
     * A row with what its case needs.
     *
     * @param row the row
     * @param answers answers to the choices, by fact
     * @param tier name of the tier
     * @param result result
     * @param fines the fine by penalty id
     */
    record Written(
            SheetRow row,
            Map<String, String> answers,
            String tier,
            String result,
            Map<String, Charge> fines,
            @Nullable When threshold) {}

    void add(String id, Map<String, String> answers, SourceTier tier, TierOutcome outcome) {
        List<Combination> combinations = combinations(outcome);
        for (int i = 0; i < combinations.size(); i++) {
            Combination combination = combinations.get(i);
            String rowId = combinations.size() == 1 ? id : id + "." + (i + 1);
            Map<String, String> all = new LinkedHashMap<>(answers);
            all.putAll(combination.answers());
            Map<String, Charge> fines = fines(outcome, combination);
            TierOutcome.Result result = outcome.result();
            written.add(new Written(
                    new SheetRow(
                            rowId,
                            cells(all, combination),
                            values(tier.name(), result, fines, outcome),
                            says(tier),
                            List.of(cite),
                            null),
                    all,
                    tier.name(),
                    result.code(),
                    fines,
                    combination.threshold()));
        }
    }

    /** The row for what the source does not list. */
    void addOther(String id, Map<String, String> answers) {
        TierOutcome open = TierOutcome.open("", null);
        written.add(new Written(
                new SheetRow(
                        id,
                        cells(answers, new Combination(Map.of(), "-", null)),
                        values(Steps.OTHER, open.result(), Map.of(), open),
                        "原表没有列出的情形，由人决定",
                        List.of(cite),
                        null),
                answers,
                Steps.OTHER,
                open.result().code(),
                Map.of(),
                null));
    }

    private static String says(SourceTier tier) {
        String standard = tier.standard().isBlank() ? tier.remark() : tier.standard();
        String condition = tier.condition().isBlank() ? tier.name() : tier.condition();
        return Words.name(standard.isBlank() ? condition : condition + "：" + standard);
    }

    List<SheetRow> rows() {
        return written.stream().map(Written::row).toList();
    }

    List<Written> written() {
        return written;
    }

    boolean hasResult() {
        return withResult;
    }

    List<SheetPenalty> penalties() {
        return penalties;
    }

    List<String> outputs() {
        List<String> outputs = new ArrayList<>(List.of("tier"));
        if (withResult) {
            outputs.add("result");
        }
        for (SheetPenalty penalty : penalties) {
            outputs.add(penalty.id());
            if (penalty.kind().equals("fine")) {
                outputs.add(penalty.id() + "Min");
                outputs.add(penalty.id() + "Max");
            }
        }
        return outputs;
    }

    private List<String> values(
            String tier, TierOutcome.Result result, Map<String, Charge> fines, TierOutcome outcome) {
        List<String> values = new ArrayList<>(List.of(Words.literal(tier)));
        if (withResult) {
            values.add(Words.literal(result.code()));
        }
        for (SheetPenalty penalty : penalties) {
            if (!penalty.kind().equals("fine")) {
                boolean imposed = penalty.id().equals(Body.WARNING.id()) ? outcome.warning() : outcome.confiscation();
                values.add(imposed ? "\"must\"" : "\"none\"");
                continue;
            }
            Charge charge = fines.get(penalty.id());
            if (charge == null || charge.none()) {
                values.addAll(List.of("\"none\"", "null", "null"));
            } else {
                values.addAll(List.of(charge.may() ? "\"may\"" : "\"must\"", charge.minFeel(), charge.maxFeel()));
            }
        }
        return values;
    }

    private Map<String, Charge> fines(TierOutcome outcome, Combination combination) {
        Map<String, Charge> fines = new LinkedHashMap<>();
        for (Charge charge : outcome.charges()) {
            if (!combination.admits(charge, outcome)) {
                continue;
            }
            String id = charge.target() == Target.RESPONSIBLE ? Body.RESPONSIBLE_FINE.id() : Body.FINE.id();
            Charge before = fines.get(id);
            boolean graver = charge.when().fact().equals(Steps.GRAVITY);
            if (before == null || before.none() || graver) {
                fines.put(id, charge);
            } else if (!before.when().fact().equals(Steps.GRAVITY)) {
                throw new IllegalStateException(itemId + "：同一档对同一对象有两个罚款");
            }
        }
        return fines;
    }

    private List<String> cells(Map<String, String> answers, Combination combination) {
        List<String> cells = new ArrayList<>();
        for (String input : inputs) {
            String answer = answers.get(input);
            When threshold = combination.threshold();
            if (answer != null) {
                cells.add(Words.literal(answer));
            } else if (input.equals("partyKind")) {
                cells.add(combination.party());
            } else if (threshold != null && threshold.fact().equals(input) && threshold.amount() != null) {
                cells.add((threshold.kind() == When.Kind.BELOW ? "< " : ">= ") + Numbers.text(threshold.amount()));
            } else {
                cells.add("-");
            }
        }
        return cells;
    }

    private List<Combination> combinations(TierOutcome outcome) {
        List<Combination> all = List.of(new Combination(Map.of(), "-", null));
        for (Map.Entry<String, List<String>> step : steps.entrySet()) {
            boolean used = outcome.charges().stream()
                    .anyMatch(c -> c.when().kind() == When.Kind.ANSWER
                            && c.when().fact().equals(step.getKey()));
            if (used) {
                all = all.stream()
                        .flatMap(c -> step.getValue().stream().map(v -> c.answering(step.getKey(), v)))
                        .toList();
            }
        }
        boolean parties = byParty
                && outcome.charges().stream()
                        .anyMatch(c -> c.target() == Target.ORGANISATION || c.target() == Target.INDIVIDUAL);
        if (parties) {
            all = all.stream().flatMap(c -> PARTIES.stream().map(c::forParty)).toList();
        }
        List<When> limits = outcome.charges().stream()
                .map(Charge::when)
                .filter(w -> w.amount() != null)
                .distinct()
                .toList();
        return limits.isEmpty()
                ? all
                : all.stream().flatMap(c -> limits.stream().map(c::within)).toList();
    }

    /** One combination of what a tier distinguishes. */
    private record Combination(Map<String, String> answers, String party, @Nullable When threshold) {

        Combination answering(String fact, String value) {
            Map<String, String> more = new LinkedHashMap<>(answers);
            more.put(fact, value);
            return new Combination(more, party, threshold);
        }

        Combination forParty(String kind) {
            return new Combination(answers, kind, threshold);
        }

        Combination within(When limit) {
            return new Combination(answers, party, limit);
        }

        boolean admits(Charge charge, TierOutcome outcome) {
            if (charge.target() == Target.ORGANISATION && !party.contains("organisation")) {
                return false;
            }
            if (charge.target() == Target.INDIVIDUAL && !party.contains("individual")) {
                return false;
            }
            When when = charge.when();
            return switch (when.kind()) {
                case ANSWER -> when.value().equals(answers.get(when.fact()));
                case BELOW, AT_LEAST -> when.equals(threshold);
                case ALWAYS -> answers.isEmpty() || noStepApplies(charge, outcome);
            };
        }

        /** The basic fine gives way to that of a step which the same tier names for the same target. */
        private boolean noStepApplies(Charge charge, TierOutcome outcome) {
            return outcome.charges().stream()
                    .filter(c -> c.target() == charge.target() && c.when().kind() == When.Kind.ANSWER)
                    .noneMatch(c -> Optional.ofNullable(answers.get(c.when().fact()))
                            .filter(c.when().value()::equals)
                            .isPresent());
        }
    }
}
