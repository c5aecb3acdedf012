package cn.faheng.authoring.drafts;

import cn.faheng.drafting.difference.Change;
import cn.faheng.drafting.difference.Change.Kind;
import cn.faheng.drafting.difference.SheetDifference;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.NotASheetException;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetReader;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleSetReader;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.RuleBaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between contents, as lawyers read it. */
public final class Changes {

    private Changes() {}

    /** Every difference between two contents; none when both say the same. */
    public static List<Change> between(DraftContent before, DraftContent after) {
        List<Change> changes = new ArrayList<>(SheetDifference.between(before.sheet(), after.sheet()));
        statute(before.statute(), after.statute(), changes);
        compare("用例", "用例", before.cases(), after.cases(), changes);
        compare("用例", "法定幅度的用例", before.statuteCases(), after.statuteCases(), changes);
        compare("法律文本", "随草案提交的法律文本", laws(before), laws(after), changes);
        for (OpenQuestion question : after.questions()) {
            String was = before.questions().stream()
                    .filter(known -> known.id().equals(question.id()))
                    .map(OpenQuestion::answer)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            compare("待确认事项", question.asks(), was, question.answer(), changes);
        }
        return changes;
    }

    private static void statute(@Nullable Sheet before, @Nullable Sheet after, List<Change> changes) {
        if (before != null && after != null) {
            SheetDifference.between(before, after)
                    .forEach(change -> changes.add(new Change(
                            "法定幅度·" + change.part(), change.where(), change.kind(), change.before(), change.after())));
        } else if (before != null || after != null) {
            changes.add(new Change(
                    "法定幅度",
                    "法定幅度",
                    before == null ? Kind.ADDED : Kind.REMOVED,
                    before == null ? null : before.authority(),
                    after == null ? null : after.authority()));
        }
    }

    private static String laws(DraftContent content) {
        return String.join(
                "、",
                content.laws().stream()
                        .map(law -> "《" + law.title() + "》（" + law.version() + "）"
                                + String.join("、", law.articles().keySet()))
                        .toList());
    }

    private static void compare(
            String part, String where, @Nullable String before, @Nullable String after, List<Change> changes) {
        String was = before == null || before.isBlank() ? null : before;
        String is = after == null || after.isBlank() ? null : after;
        if (!Objects.equals(was, is)) {
            changes.add(new Change(
                    part, where, was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED, was, is));
        }
    }

    /** The differences between two published versions. */
    public static List<Change> between(RuleSet before, RuleSet after, RuleBaseState state) {
        return SheetDifference.between(sheet(before, state), sheet(after, state));
    }

    /** The sheet of a published version; throws a problem where its model is no sheet. */
    public static Sheet sheet(RuleSet ruleSet, RuleBaseState state) {
        String item = ruleSet.itemCode();
        String yaml = RuleSetReader.folder(ruleSet.ref()) + "ruleset.yaml";
        try {
            return SheetReader.read(
                    ruleSet,
                    item == null ? null : state.catalogue().item(item).orElse(null),
                    state.files().paths().contains(yaml) ? state.files().text(yaml) : null);
        } catch (NotASheetException e) {
            throw new ProblemException(ProblemType.MODEL_REFUSED, ruleSet.ref() + " 的模型不能用表格显示：" + e.getMessage());
        }
    }
}
