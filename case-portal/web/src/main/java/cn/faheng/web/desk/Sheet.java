package cn.faheng.web.desk;

import cn.faheng.contract.model.OpenQuestionBody;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page asks for one item, place and pair of days.
 *
 * @param item the item
 * @param state whether its law is in force on the day of the act
 * @param questions its own questions
 * @param circumstances the circumstances that count
 * @param penalties the penalties its law knows
 * @param strangers kinds of penalty its law does not know; proposing one is unlawful, and the page says so
 * @param deviationGrounds the coded grounds on which a proposal may leave the benchmark
 * @param others other items that the same act violates, with their questions
 */
public record Sheet(
        Item item,
        InForce state,
        List<Asked> questions,
        List<CircumstanceOption> circumstances,
        List<PenaltyField> penalties,
        List<PenaltyField> strangers,
        List<Fact.Choice> deviationGrounds,
        List<Other> others) {

    public Sheet {
        questions = List.copyOf(questions);
        circumstances = List.copyOf(circumstances);
        penalties = List.copyOf(penalties);
        strangers = List.copyOf(strangers);
        deviationGrounds = List.copyOf(deviationGrounds);
        others = List.copyOf(others);
    }

    /**
     * A question.
     *
     * @param id id of its field on the page
     * @param fact the question itself
     * @param fromBenchmark whether only the benchmark asks it
     * @param prefix what the names of its entries begin with
     */
    public record Asked(String id, Fact fact, boolean fromBenchmark, String prefix) {

        /** The name under which the form sends the answer. */
        public String field() {
            return prefix + "fact." + fact.name();
        }

        /** The name under which the form sends the unit of the answer. */
        public String unitField() {
            return prefix + "unit." + fact.name();
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

        /** The name under which the form sends the amount. */
        public String name() {
            return "amount." + id;
        }

        /** The name under which the form sends the unit of the amount. */
        public String unitName() {
            return "amountUnit." + id;
        }

        /** Id of its field; ids hold no dots, so that style sheets and scripts can name them. */
        public String fieldId() {
            return name().replace('.', '-');
        }

        public boolean isFine() {
            return penalty.kind() == PenaltyKind.FINE;
        }

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

    /**
     * Another item that the same act violates.
     *
     * @param item the item
     * @param inForce whether its law is in force on the day of the act
     * @param questions its questions
     */
    public record Other(Item item, boolean inForce, List<Asked> questions) {
        public Other {
            questions = List.copyOf(questions);
        }
    }

    /** The questions of the item and of the others. */
    public List<Asked> allQuestions() {
        return Stream.concat(questions.stream(), others.stream().flatMap(other -> other.questions().stream()))
                .toList();
    }

    /** Whether one of the kinds that the law does not know is proposed. */
    public boolean strangerChosen(Entries form) {
        return strangers.stream()
                .anyMatch(s -> s.hasAmount() ? !form.value(s.name()).isEmpty() : form.has("penalty", s.id()));
    }

    /** The circumstances that allow a penalty below the statutory minimum. */
    public List<CircumstanceOption> mitigating() {
        return circumstances.stream().filter(c -> c.effect().mitigates()).toList();
    }

    /** The field where an open question is answered. */
    public String fieldOf(OpenQuestionBody open) {
        return fieldAt(open.getPointer());
    }

    /** The field where a value of the request, named by its JSON pointer, is entered; the form as a whole where there is none. */
    public String fieldAt(String pointer) {
        return new Pointers(this).field(pointer);
    }

    /** Differs when other questions have to be shown. */
    public String signature() {
        StringBuilder text = new StringBuilder();
        questions.forEach(q -> text.append(q.fact()));
        circumstances.forEach(text::append);
        penalties.forEach(text::append);
        deviationGrounds.forEach(text::append);
        others.forEach(text::append);
        return Integer.toHexString(text.toString().hashCode());
    }
}
