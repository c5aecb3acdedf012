package cn.faheng.authoring.drafts;

import cn.faheng.drafting.difference.Change;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBases;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Differences as lawyers read them: of drafts with what they came from, and of published versions. */
@Service
public class Comparisons {

    private static final Pattern REVISION = Pattern.compile("revision:\\d{1,9}");

    private final Drafts drafts;
    private final DraftMaker maker;
    private final RuleBases ruleBases;

    Comparisons(Drafts drafts, DraftMaker maker, RuleBases ruleBases) {
        this.drafts = drafts;
        this.maker = maker;
        this.ruleBases = ruleBases;
    }

    /**
     * A comparison.
     *
     * @param from what stood before
     * @param to what stands after
     * @param changes every difference
     */
    public record Comparison(String from, String to, List<Change> changes) {
        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /**
     * From something to a draft.
     *
     * @param with {@code path@day}, {@code revision:<n>}, the id of another draft, or null for the version it was made from
     */
    public Comparison of(Draft draft, @Nullable String with) {
        String other = with != null ? with : draft.base() != null ? draft.base().ruleSet() : "revision:1";
        return new Comparison(
                other,
                draft.id() + "（第 " + draft.revision() + " 版）",
                Changes.between(content(draft, other), draft.content()));
    }

    private DraftContent content(Draft draft, String other) {
        if (REVISION.matcher(other).matches()) {
            int number = Integer.parseInt(other.substring("revision:".length()));
            return drafts.revision(draft.id(), number)
                    .orElseThrow(() -> new ProblemException(ProblemType.DRAFT_NOT_FOUND, "草案没有第 " + number + " 版。"))
                    .content();
        }
        if (other.contains("@")) {
            RuleSet ruleSet = maker.published(other);
            return new DraftContent(
                    Changes.sheet(ruleSet, ruleBases.current()), null, List.of(), ruleSet.cases(), null, List.of());
        }
        try {
            return drafts.get(UUID.fromString(other)).content();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.ofParameter("with", "参数 with 应当是已公布的版本（路径@施行日）、revision:<版次>，或者另一份草案的编号。"));
        }
    }

    /** From one published version to another. */
    public Comparison published(String before, String after) {
        return new Comparison(
                before, after, Changes.between(maker.published(before), maker.published(after), ruleBases.current()));
    }
}
