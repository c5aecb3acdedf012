package cn.faheng.engine.steps;

import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a step of a case as it stands.
 *
 * @param name name of the step: decisionMade
 * @param title the step in Chinese
 * @param state whether it can be taken
 * @param by who takes it
 * @param leave whose leave it needs, or null
 * @param gate the gate it goes through, or null
 * @param documents codes of the documents that come of it
 * @param ruleSet the rule set that says so
 * @param row its row, with the provision
 */
public record LawfulStep(
        String name,
        String title,
        State state,
        Actor by,
        @Nullable Rank leave,
        @Nullable Gate gate,
        List<String> documents,
        RuleSetRef ruleSet,
        Row row) {

    public LawfulStep {
        documents = List.copyOf(documents);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether a step can be taken. */
    public enum State {
        OPEN,
        /** Something has to come first. */
        LATER,
        /** Not at this stage. */
        CLOSED
    }

    /** Who takes a step. */
    public enum Actor {
        ANY,
        OFFICER,
        HEAD,
        REVIEWER
    }

    static Optional<Rank> rank(String word) {
        return switch (word) {
            case "none" -> Optional.empty();
            case "unit-head" -> Optional.of(Rank.UNIT_HEAD);
            case "head" -> Optional.of(Rank.HEAD);
            case "collective" -> Optional.of(Rank.HEADS_COLLECTIVELY);
            default -> throw new IllegalArgumentException("There is no leave '" + word + "'");
        };
    }
}
