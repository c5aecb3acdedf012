package cn.faheng.drafting.difference;

import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which row of the new table is which row of the old one. Numbers alone decide last, so that renumbering is no rewriting. */
final class RowMatching {

    /**
     * Two rows that are the same row.
     *
     * @param before the old row, or null where the new one is added
     * @param after the new row, or null where the old one is removed
     */
    record Pair(@Nullable SheetRow before, @Nullable SheetRow after) {}

    private static final List<BiPredicate<SheetRow, SheetRow>> RULES = List.of(
            (a, b) -> a.id().equals(b.id()) && sameContent(a, b),
            RowMatching::sameContent,
            (a, b) -> a.id().equals(b.id()) && (sameSentence(a, b) || a.cells().equals(b.cells())),
            (a, b) -> sameSentence(a, b) && a.cells().equals(b.cells()),
            RowMatching::sameSentence,
            (a, b) -> a.cells().equals(b.cells()),
            (a, b) -> a.id().equals(b.id()));

    private RowMatching() {}

    static List<Pair> match(List<SheetRow> before, List<SheetRow> after) {
        List<SheetRow> old = new ArrayList<>(before);
        @Nullable SheetRow[] partner = new SheetRow[after.size()];
        for (BiPredicate<SheetRow, SheetRow> rule : RULES) {
            for (int i = 0; i < after.size(); i++) {
                SheetRow row = after.get(i);
                if (partner[i] == null) {
                    partner[i] = old.stream()
                            .filter(candidate -> rule.test(candidate, row))
                            .findFirst()
                            .orElse(null);
                    old.remove(partner[i]);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (SheetRow gone : old) {
            pairs.add(new Pair(gone, null));
        }
        for (int i = 0; i < after.size(); i++) {
            pairs.add(new Pair(partner[i], after.get(i)));
        }
        return pairs;
    }

    private static boolean sameContent(SheetRow a, SheetRow b) {
        return a.cells().equals(b.cells()) && a.outputs().equals(b.outputs()) && sameSentence(a, b);
    }

    private static boolean sameSentence(SheetRow a, SheetRow b) {
        return !a.says().isBlank() && a.says().equals(b.says());
    }
}
