package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.DmnModel.Input;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a model that was edited elsewhere into the sheet it came from. */
final class ModelIntoSheet {

    private final Sheet sheet;
    private final DmnModel model;

    ModelIntoSheet(Sheet sheet, DmnModel model) {
        this.sheet = sheet;
        this.model = model;
    }

    Sheet sheet() {
        return sheet.withFacts(facts()).withDecisions(decisions());
    }

    private List<SheetFact> facts() {
        Map<String, SheetFact> known =
                sheet.facts().stream().collect(Collectors.toMap(SheetFact::name, Function.identity(), (a, b) -> a));
        Set<String> inputs = model.inputs().stream().map(Input::name).collect(Collectors.toSet());
        List<SheetFact> facts = new ArrayList<>();
        for (Input input : model.inputs()) {
            SheetFact fact = known.get(input.name());
            if (fact == null) {
                fact = renamed(input, inputs).orElseGet(() -> fresh(input));
            }
            facts.add(retyped(fact, input));
        }
        return facts;
    }

    /** The question that the same element asked under another name. */
    private Optional<SheetFact> renamed(Input input, Set<String> inputs) {
        for (int i = 0; i < sheet.facts().size(); i++) {
            SheetFact fact = sheet.facts().get(i);
            if (input.id().equals("_i" + (i + 1)) && !inputs.contains(fact.name())) {
                return Optional.of(copy(fact, input.name(), fact.type(), fact.values()));
            }
        }
        return Optional.empty();
    }

    private static SheetFact fresh(Input input) {
        return SheetFacts.of(input.name(), type(input), null, input.values());
    }

    private static String type(Input input) {
        return switch (input.type()) {
            case "number", "boolean", "date" -> input.type();
            case "string" -> "choice";
            default ->
                throw new NotASheetException("输入“" + input.name() + "”的类型“" + input.type()
                        + "”在表格中没有对应的问题，请改用number、boolean、date或者列出取值的string");
        };
    }

    /** The question with the type and the allowed answers of the model. */
    private static SheetFact retyped(SheetFact fact, Input input) {
        if (fact.fromParty()) {
            return fact;
        }
        String type = type(input);
        Set<String> numeric = Set.of("money", "number", "integer");
        String kept = type.equals("number") && numeric.contains(fact.type()) ? fact.type() : type;
        Map<String, SheetChoice> known = new HashMap<>();
        fact.values().forEach(choice -> known.put(choice.value(), choice));
        List<SheetChoice> values = input.values().stream()
                .map(value -> known.getOrDefault(value, new SheetChoice(value, null, null)))
                .toList();
        return copy(fact, fact.name(), kept, values);
    }

    private static SheetFact copy(SheetFact fact, String name, String type, List<SheetChoice> values) {
        return new SheetFact(
                name,
                fact.label(),
                fact.labelEn(),
                type,
                fact.unit(),
                fact.min(),
                fact.max(),
                values,
                fact.help(),
                fact.evidence(),
                fact.judgedBy(),
                fact.fromParty());
    }

    private List<SheetDecision> decisions() {
        Map<String, SheetRow> known = new HashMap<>();
        sheet.decisions().forEach(d -> d.rows().forEach(row -> known.put(row.id(), row)));
        Set<String> used = new HashSet<>(known.keySet());
        List<SheetDecision> decisions = new ArrayList<>();
        for (SheetDecision decision : model.decisions()) {
            String prefix = decision.name().equals("penalty") ? "S" : "R";
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row : decision.rows()) {
                rows.add(row(row, known.get(row.id()), used, prefix));
            }
            decisions.add(new SheetDecision(
                    decision.name(),
                    decision.title(),
                    decision.form(),
                    decision.hitPolicy(),
                    decision.inputs(),
                    decision.outputs(),
                    rows,
                    decision.expression(),
                    decision.entries()));
        }
        if (!sheet.kind().equals("general")) {
            // An editor adds a new decision at the end; the one that answers stays the last.
            decisions.sort((a, b) ->
                    Boolean.compare(a.name().equals("penalty"), b.name().equals("penalty")));
        }
        return decisions;
    }

    private static SheetRow row(SheetRow row, @Nullable SheetRow before, Set<String> used, String prefix) {
        if (before != null) {
            String says = row.says().isEmpty() ? before.says() : row.says();
            return new SheetRow(row.id(), row.cells(), row.outputs(), says, before.cites(), before.comment());
        }
        return new SheetRow(id(row.id(), used, prefix), row.cells(), row.outputs(), row.says(), List.of(), null);
    }

    /** Editors name new rows by long random ids; a row is cited by a short one. */
    private static String id(String given, Set<String> used, String prefix) {
        if (given.matches("\\p{L}[\\p{L}\\p{Nd}._]{0,15}") && used.add(given)) {
            return given;
        }
        int number = 1;
        while (!used.add(prefix + number)) {
            number++;
        }
        return prefix + number;
    }
}
