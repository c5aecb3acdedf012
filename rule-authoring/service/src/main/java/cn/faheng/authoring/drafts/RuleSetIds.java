package cn.faheng.authoring.drafts;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The id of the rule set that a draft is a version of. */
final class RuleSetIds {

    private RuleSetIds() {}

    /** A hook's rule sets live in folders of their own names, so a new version keeps that of its base; null while nothing names it. */
    static @Nullable String of(Sheet sheet, @Nullable String given) {
        if (given != null && sheet.kind().equals("general")) {
            return given;
        }
        try {
            return SheetWriter.ref(sheet).id().path();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The id after a save: a folder of its own name stays, any other follows the content. */
    static @Nullable String kept(Draft before, Sheet sheet) {
        boolean own = before.base() != null || !Objects.equals(before.ruleSet(), of(before.sheet(), null));
        return of(sheet, own ? before.ruleSet() : null);
    }
}
