package cn.faheng.web.library;

import cn.faheng.drafting.law.LawDifference;
import cn.faheng.drafting.law.LawDifference.ArticleChange;
import cn.faheng.drafting.law.LawDifference.Kind;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.TextDifference;
import cn.faheng.rules.legal.TextDifference.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article of two versions side by side.
 *
 * @param kind what became of it
 * @param before its label in the earlier version, or an empty string
 * @param after its label in the later version, or an empty string
 * @param beforeWords the earlier words, removed pieces marked
 * @param afterWords the later words, added pieces marked
 */
public record ChangeView(
        String kind, String before, String after, List<Segment> beforeWords, List<Segment> afterWords) {

    static List<ChangeView> of(LawDifference difference, LegalInstrument before, LegalInstrument after, boolean all) {
        return difference.articles().stream()
                .filter(change -> all || change.kind() != Kind.SAME)
                .map(change -> of(change, before, after))
                .toList();
    }

    private static ChangeView of(ArticleChange change, LegalInstrument before, LegalInstrument after) {
        Article old = article(before, change.from());
        Article fresh = article(after, change.to());
        return new ChangeView(
                change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                old == null ? "" : old.label(),
                fresh == null ? "" : fresh.label(),
                words(change, old, TextDifference.Kind.ADDED),
                words(change, fresh, TextDifference.Kind.REMOVED));
    }

    private static @Nullable Article article(LegalInstrument law, @Nullable String key) {
        return key == null ? null : law.articles().get(key);
    }

    private static List<Segment> words(ArticleChange change, @Nullable Article article, TextDifference.Kind without) {
        if (article == null) {
            return List.of();
        }
        return change.segments().isEmpty()
                ? List.of(new Segment(TextDifference.Kind.SAME, article.text()))
                : change.segments().stream().filter(s -> s.kind() != without).toList();
    }
}
