package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.clause.FineForm;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.clause.Subject;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of a statute, made of the penalties that were read with certainty. */
final class StatuteRows {

    private static final String OVERDUE = "overdue";
    private static final String SERIOUS = "serious";

    private final List<PenaltyForm> forms;
    private final ClauseReading reading;
    private final String at;
    private final Map<String, SheetPenalty> penalties = new LinkedHashMap<>();
    private final Set<String> amounts = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();

    StatuteRows(List<PenaltyForm> forms, ClauseReading reading, String at) {
        this.forms = forms;
        this.reading = reading;
        this.at = at;
        for (PenaltyForm form : forms) {
            penalties.putIfAbsent(
                    id(form), new SheetPenalty(id(form), form.kind().code(), subject(form), null));
            FineForm fine = form.fine();
            if (fine != null) {
                Optional.ofNullable(fine.base()).ifPresent(amounts::add);
                Optional.ofNullable(fine.unit()).ifPresent(units::add);
            }
        }
    }

    /** Whether a table of steps can say a penalty without losing anything of it. */
    static boolean canSay(PenaltyForm form) {
        FineForm fine = form.fine();
        boolean amount =
                fine == null || (fine.type() != FineForm.Type.DAILY && (fine.max() != null || fine.maxTimes() != null));
        Step step = form.condition().step();
        boolean plain = step == Step.BASIC || step == Step.OVERDUE || step == Step.SERIOUS;
        boolean anyone = form.subject() == Subject.PARTY || form.subject() == Subject.RESPONSIBLE_PERSON;
        boolean needsAmount = form.kind() == PenaltyKind.FINE
                || form.kind() == PenaltyKind.DETENTION
                || form.kind() == PenaltyKind.LICENCE_SUSPENSION;
        boolean based = fine == null || fine.maxTimes() == null || fine.base() != null;
        return amount
                && based
                && plain
                && anyone
                && form.condition().within().isEmpty()
                && (!needsAmount || fine != null)
                && form.kind() != PenaltyKind.OTHER;
    }

    private static String subject(PenaltyForm form) {
        return form.subject() == Subject.RESPONSIBLE_PERSON ? "responsible-person" : "party";
    }

    private static String id(PenaltyForm form) {
        StringBuilder id = new StringBuilder();
        for (String part : form.kind().code().split("-", -1)) {
            id.append(id.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return form.subject() == Subject.RESPONSIBLE_PERSON
                ? "responsible" + Character.toUpperCase(id.charAt(0)) + id.substring(1)
                : id.toString();
    }

    String form() {
        Set<FineForm.Type> types = new LinkedHashSet<>();
        forms.forEach(f -> Optional.ofNullable(f.fine()).ifPresent(fine -> types.add(fine.type())));
        if (has(Step.OVERDUE)) {
            return "two-step";
        }
        if (types.size() != 1) {
            return "mixed";
        }
        return switch (types.iterator().next()) {
            case RANGE -> "range";
            case CEILING -> "ceiling";
            case FIXED -> "fixed";
            case PER_UNIT -> "per-unit";
            default -> "multiple";
        };
    }

    private boolean has(Step step) {
        return forms.stream().anyMatch(f -> f.condition().step() == step);
    }

    List<SheetFact> facts() {
        List<SheetFact> facts = new ArrayList<>();
        if (has(Step.OVERDUE)) {
            facts.add(yesNo(OVERDUE, words(Step.OVERDUE)));
        }
        if (has(Step.SERIOUS)) {
            facts.add(yesNo(SERIOUS, words(Step.SERIOUS)));
        }
        amounts.forEach(a -> facts.add(Body.money(a)));
        units.forEach(u -> facts.add(Body.count(u)));
        return facts;
    }

    private String words(Step step) {
        return forms.stream()
                .filter(f -> f.condition().step() == step)
                .map(f -> f.condition().words())
                .filter(w -> !w.isBlank())
                .findFirst()
                .orElse(step == Step.OVERDUE ? "逾期未改正" : "情节严重");
    }

    private static SheetFact yesNo(String name, String label) {
        return new SheetFact(name, label, null, "boolean", null, null, null, List.of(), null, null, null, false);
    }

    List<SheetPenalty> penalties() {
        return List.copyOf(penalties.values());
    }

    SheetDecision decision() {
        List<String> inputs = new ArrayList<>();
        if (has(Step.OVERDUE)) {
            inputs.add(OVERDUE);
        }
        if (has(Step.SERIOUS)) {
            inputs.add(SERIOUS);
        }
        List<String> outputs = new ArrayList<>(List.of("tier"));
        for (SheetPenalty penalty : penalties.values()) {
            outputs.add(penalty.id());
            if (measured(penalty)) {
                outputs.addAll(List.of(penalty.id() + "Min", penalty.id() + "Max"));
            }
        }
        List<SheetRow> rows = new ArrayList<>();
        for (boolean serious : has(Step.SERIOUS) ? new boolean[] {false, true} : new boolean[] {false}) {
            for (boolean overdue : has(Step.OVERDUE) ? new boolean[] {false, true} : new boolean[] {false}) {
                rows.add(row("S" + (rows.size() + 1), inputs, overdue, serious));
            }
        }
        return SheetDecision.table("penalty", null, inputs, outputs, rows);
    }

    private static boolean measured(SheetPenalty penalty) {
        return List.of("fine", "detention", "licence-suspension").contains(penalty.kind());
    }

    private SheetRow row(String id, List<String> inputs, boolean overdue, boolean serious) {
        List<String> cells = inputs.stream()
                .map(i -> String.valueOf(i.equals(OVERDUE) ? overdue : serious))
                .toList();
        String tier = serious ? words(Step.SERIOUS) : overdue ? words(Step.OVERDUE) : "基本情形";
        List<String> outputs = new ArrayList<>(List.of(Words.literal(tier)));
        StringBuilder says = new StringBuilder();
        for (SheetPenalty penalty : penalties.values()) {
            PenaltyForm form = applying(penalty.id(), overdue, serious);
            outputs.add(
                    form == null
                            ? "\"none\""
                            : Words.literal(
                                    form.choice() > 0 ? "either" : form.mode().code()));
            if (form != null) {
                says.append(says.isEmpty() ? "" : "；").append(reading.wordsOf(form.span()));
            }
            if (measured(penalty)) {
                FineForm fine = form == null ? null : form.fine();
                outputs.add(fine == null ? "null" : least(fine));
                outputs.add(fine == null ? "null" : greatest(fine));
            }
        }
        String words = says.isEmpty() ? tier + "：所引条文没有规定处罚" : Words.name(says.toString());
        return new SheetRow(id, cells, outputs, words, List.of(SheetCitation.at(at)), null);
    }

    /** The gravest step that applies has the say. */
    private @Nullable PenaltyForm applying(String id, boolean overdue, boolean serious) {
        PenaltyForm found = null;
        for (Step step : List.of(Step.BASIC, Step.OVERDUE, Step.SERIOUS)) {
            boolean holds = step == Step.BASIC || (step == Step.OVERDUE ? overdue : serious);
            for (PenaltyForm form : forms) {
                if (holds && form.condition().step() == step && id(form).equals(id)) {
                    found = form;
                }
            }
        }
        return found;
    }

    private static String least(FineForm fine) {
        return fine.maxTimes() != null
                ? fine.minTimes() == null ? "0" : fine.base() + " * " + Numbers.text(fine.minTimes())
                : amount(fine, Optional.ofNullable(fine.min()).orElse(BigDecimal.ZERO));
    }

    private static String greatest(FineForm fine) {
        String text = fine.maxTimes() != null
                ? fine.base() + " * " + Numbers.text(fine.maxTimes())
                : amount(fine, Optional.ofNullable(fine.max()).orElse(BigDecimal.ZERO));
        return fine.cap() == null ? text : "min(" + text + ", " + Numbers.text(fine.cap()) + ")";
    }

    private static String amount(FineForm fine, BigDecimal number) {
        return fine.unit() == null || number.signum() == 0
                ? Numbers.text(number)
                : fine.unit() + " * " + Numbers.text(number);
    }

    List<String> leftToPerson(List<String> notIncluded) {
        List<String> left = new ArrayList<>(List.of("在法定幅度内确定具体数额"));
        notIncluded.forEach(n -> left.add("没有编入：" + Words.shortened(Words.name(n), 120)));
        return left;
    }
}
