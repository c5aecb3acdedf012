package cn.faheng.web.desk;

import cn.faheng.contract.model.OpenQuestionBody;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import java.util.Optional;

/**
 * What the page asks for one item, place and pair of days.
 *
 * @param item the item
 * @param state whether its law is in force on the day of the act
 * @param questions its own questions
 * @param circumstances the circumstances that count
 * @param penalties the penalties its law knows
 * @param strangers kinds of penalty its law does not know; proposing one is unlawful, and the page says so
 */
public record Sheet(
        Item item,
        InForce state,
        List<Asked> questions,
        List<CircumstanceOption> circumstances,
        List<PenaltyField> penalties,
        List<PenaltyKind> strangers) {

    public Sheet {
        questions = List.copyOf(questions);
        circumstances = List.copyOf(circumstances);
        penalties = List.copyOf(penalties);
        strangers = List.copyOf(strangers);
    }

    /**
     * A question.
     *
     * @param id id of its field on the page
     * @param fact the question itself
     * @param fromBenchmark whether only the benchmark asks it
     */
    public record Asked(String id, Fact fact, boolean fromBenchmark) {

        /** The name under which the form sends the answer. */
        public String field() {
            return "fact." + fact.name();
        }

        /** Whether the answers are few and short enough to be shown side by side. */
        public boolean showsAll() {
            return fact.type() == Fact.Type.BOOLEAN || fact.values().size() <= 5;
        }
    }

    /**
     * A circumstance that may be ticked.
     *
     * @param choice code and label
     * @param effect what it does
     * @param says the sentence that says so
     * @param citation where it stands
     */
    public record CircumstanceOption(Fact.Choice choice, Effect effect, String says, String citation) {

        String style() {
            if (effect.aggravates()) {
                return "heavier";
            }
            return effect == Effect.NO_PENALTY || effect == Effect.MAY_NO_PENALTY ? "none" : "lighter";
        }
    }

    /**
     * A penalty that may be proposed.
     *
     * @param id kind, and the subject where it is not the party
     * @param penalty the penalty of the law
     */
    public record PenaltyField(String id, Penalty penalty) {

        public boolean hasAmount() {
            return penalty.kind().quantity() != PenaltyKind.Quantity.NONE;
        }
    }

    /** The circumstances in three groups: without penalty, lighter, heavier. Empty groups are left out. */
    public List<Group> groups() {
        return List.of("none", "lighter", "heavier").stream()
                .map(style -> new Group(
                        style,
                        circumstances.stream()
                                .filter(c -> c.style().equals(style))
                                .toList()))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    /**
     * Circumstances of one direction.
     *
     * @param style none, lighter or heavier
     * @param options the circumstances
     */
    public record Group(String style, List<CircumstanceOption> options) {

        /** Whether one of them is ticked. */
        public boolean chosen(Entries form) {
            return options.stream()
                    .anyMatch(o -> form.has("circumstance", o.choice().value()));
        }
    }

    Optional<Asked> question(String factName) {
        return questions.stream().filter(q -> q.fact().name().equals(factName)).findFirst();
    }

    /** The field where an open question is answered. */
    public String fieldOf(OpenQuestionBody open) {
        String pointer = open.getPointer();
        if (pointer.equals("/act/discovered")) {
            return "discovered";
        }
        return pointer.equals("/circumstances/harm")
                ? "harm"
                : question(open.getQuestion().getName()).map(Asked::id).orElse("desk-form");
    }

    /** Differs when other questions have to be shown. */
    public String signature() {
        StringBuilder text = new StringBuilder();
        questions.forEach(q -> text.append(q.fact()));
        circumstances.forEach(text::append);
        penalties.forEach(text::append);
        return Integer.toHexString(text.toString().hashCode());
    }
}
