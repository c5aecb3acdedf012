package cn.faheng.engine;

import cn.faheng.engine.outcome.Question;
import cn.faheng.engine.request.FactReader;
import cn.faheng.rules.catalogue.Fact;
import java.util.List;

/** Questions that are asked without telling by how much their answers narrow the range. */
final class QuestionsOnly {

    private QuestionsOnly() {}

    static List<Question> of(List<Fact> missing) {
        return missing.stream()
                .map(fact -> new Question(FactReader.pointer(fact.name()), fact, null, fact.judgedBy()))
                .toList();
    }

    /** A question on the case itself: the day of discovery, or the harm done. */
    static Question circumstance(String name) {
        return name.equals("discovered")
                ? new Question(
                        "/act/discovered", fact(name, "违法行为被发现的日期", "Day of discovery", Fact.Type.DATE), null, null)
                : new Question("/circumstances/harm", harm(), null, null);
    }

    private static Fact harm() {
        Fact bare = fact("harm", "危害后果", "Harm done", Fact.Type.CHOICE);
        return new Fact(
                bare.name(),
                bare.label(),
                bare.labelEn(),
                bare.type(),
                null,
                null,
                null,
                List.of(
                        new Fact.Choice("none", "没有造成危害后果", "None"),
                        new Fact.Choice("minor", "危害后果轻微", "Minor"),
                        new Fact.Choice("present", "有危害后果", "Present")),
                null,
                null,
                null,
                false);
    }

    private static Fact fact(String name, String label, String labelEn, Fact.Type type) {
        return new Fact(name, label, labelEn, type, null, null, null, List.of(), null, null, null, false);
    }
}
