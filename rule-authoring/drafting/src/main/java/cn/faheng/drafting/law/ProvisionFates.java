package cn.faheng.drafting.law;

import cn.faheng.drafting.law.ProvisionFate.Kind;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.LegalInstrument.Article.Place;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.rules.legal.TextDifference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of each provision of a version when another one takes its place, or when it ends. */
public final class ProvisionFates {

    private final LegalInstrument before;
    private final @Nullable LegalInstrument after;
    private final @Nullable LawDifference difference;

    private ProvisionFates(
            LegalInstrument before, @Nullable LegalInstrument after, @Nullable LawDifference difference) {
        this.before = before;
        this.after = after;
        this.difference = difference;
    }

    /** Of {@code before} when {@code after} takes its place. */
    public static ProvisionFates between(LegalInstrument before, LegalInstrument after) {
        return new ProvisionFates(before, after, LawDifference.between(before, after));
    }

    /** Of a version that ends without another one. */
    public static ProvisionFates ended(LegalInstrument before) {
        return new ProvisionFates(before, null, null);
    }

    /** What becomes of the provision at {@code from}. */
    public ProvisionFate of(ProvisionPath from) {
        LegalInstrument later = after;
        LawDifference changes = difference;
        if (later == null || changes == null) {
            return new ProvisionFate(Kind.ENDED, from, null, List.of());
        }
        Optional<String> words = before.words(from);
        if (words.isEmpty()) {
            return new ProvisionFate(Kind.NOT_HELD, from, null, List.of());
        }
        Optional<ProvisionPath> article =
                changes.nowAt(from.ofArticle().toString()).map(ProvisionPath::parse);
        if (article.isEmpty()) {
            return new ProvisionFate(Kind.ENDED, from, null, List.of());
        }
        ProvisionPath there = at(article.get(), from);
        String old = words.get();
        Optional<String> fresh = later.words(there);
        if (fresh.isPresent() && ArticleMatching.sameWords(old, fresh.get())) {
            return new ProvisionFate(there.equals(from) ? Kind.SAME : Kind.MOVED, from, there, List.of());
        }
        return moved(later, article.get(), from, old)
                .or(() -> fresh.map(now -> new ProvisionFate(
                        there.equals(from) ? Kind.CHANGED : Kind.MOVED_AND_CHANGED,
                        from,
                        there,
                        TextDifference.between(old, now))))
                .orElseGet(() -> new ProvisionFate(Kind.ENDED, from, null, List.of()));
    }

    private static ProvisionPath at(ProvisionPath article, ProvisionPath from) {
        return new ProvisionPath(article.article(), article.insertion(), from.paragraph(), from.item(), from.subItem());
    }

    /** The same words at another paragraph or item of the article. */
    private static Optional<ProvisionFate> moved(
            LegalInstrument later, ProvisionPath article, ProvisionPath from, String old) {
        Article text = later.articles().get(article.toString());
        if (text == null || (from.paragraph() == 0 && from.item() == 0)) {
            return Optional.empty();
        }
        return text.places().stream()
                .map(place -> asDeep(article, from, place))
                .distinct()
                .filter(place -> later.words(place)
                        .filter(words -> ArticleMatching.sameWords(old, words))
                        .isPresent())
                .findFirst()
                .map(place -> new ProvisionFate(Kind.MOVED, from, place, List.of()));
    }

    /** The place named as deep as {@code from} names its own. */
    private static ProvisionPath asDeep(ProvisionPath article, ProvisionPath from, Place place) {
        return new ProvisionPath(
                article.article(),
                article.insertion(),
                from.paragraph() == 0 ? 0 : place.paragraph(),
                from.item() == 0 ? 0 : place.item(),
                from.subItem() == 0 ? 0 : place.subItem());
    }
}
