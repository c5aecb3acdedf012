package cn.faheng.drafting.law;

import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.rules.legal.TextDifference;
import cn.faheng.rules.legal.TextDifference.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of an instrument to another, article by article.
 *
 * @param title the instrument
 * @param before first day in force of the earlier version
 * @param after first day in force of the later version
 * @param articles every article of either, in the order of the later text; one that was removed stands where it stood
 */
public record LawDifference(String title, LocalDate before, LocalDate after, List<ArticleChange> articles) {

    public LawDifference {
        articles = List.copyOf(articles);
    }

    /** What became of an article. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /** The same words under another number. */
        RENUMBERED,
        /** Changed words under another number. */
        RENUMBERED_AND_CHANGED;

        public boolean isRenumbered() {
            return this == RENUMBERED || this == RENUMBERED_AND_CHANGED;
        }
    }

    /**
     * An article of either version.
     *
     * @param kind what became of it
     * @param from its key in the earlier version, or null where it was added
     * @param to its key in the later version, or null where it was removed
     * @param segments its words with marks; empty where they are the same
     */
    public record ArticleChange(Kind kind, @Nullable String from, @Nullable String to, List<Segment> segments) {
        public ArticleChange {
            segments = List.copyOf(segments);
        }
    }

    /** Compares two versions. */
    public static LawDifference between(LegalInstrument before, LegalInstrument after) {
        Map<String, String> newOfOld = ArticleMatching.of(before, after);
        Map<String, String> oldOfNew = new HashMap<>();
        newOfOld.forEach((old, fresh) -> oldOfNew.put(fresh, old));
        Map<ProvisionPath, List<ArticleChange>> removed = new TreeMap<>(ProvisionPath.ORDER);
        before.articles().forEach((key, article) -> {
            if (!newOfOld.containsKey(key)) {
                List<Segment> words = List.of(new Segment(TextDifference.Kind.REMOVED, article.text()));
                removed.computeIfAbsent(ProvisionPath.parse(key), k -> new ArrayList<>())
                        .add(new ArticleChange(Kind.REMOVED, key, null, words));
            }
        });
        List<ArticleChange> changes = new ArrayList<>();
        ProvisionPath reached = null;
        for (Map.Entry<String, Article> entry : after.articles().entrySet()) {
            String old = oldOfNew.get(entry.getKey());
            if (old != null) {
                ProvisionPath place = ProvisionPath.parse(old);
                if (reached == null || ProvisionPath.ORDER.compare(place, reached) > 0) {
                    reached = place;
                    takeUpTo(place, removed, changes);
                }
            }
            changes.add(change(before, old, entry));
        }
        removed.values().forEach(changes::addAll);
        return new LawDifference(after.title(), before.version(), after.version(), changes);
    }

    private static void takeUpTo(
            ProvisionPath place, Map<ProvisionPath, List<ArticleChange>> removed, List<ArticleChange> changes) {
        List<ProvisionPath> earlier = removed.keySet().stream()
                .filter(p -> ProvisionPath.ORDER.compare(p, place) < 0)
                .sorted(ProvisionPath.ORDER)
                .toList();
        earlier.forEach(p -> Optional.ofNullable(removed.remove(p)).ifPresent(changes::addAll));
    }

    private static ArticleChange change(
            LegalInstrument before, @Nullable String old, Map.Entry<String, Article> entry) {
        String words = entry.getValue().text();
        Article earlier = old == null ? null : before.articles().get(old);
        if (old == null || earlier == null) {
            return new ArticleChange(
                    Kind.ADDED, null, entry.getKey(), List.of(new Segment(TextDifference.Kind.ADDED, words)));
        }
        boolean sameNumber = old.equals(entry.getKey());
        if (ArticleMatching.sameWords(earlier.text(), words)) {
            return new ArticleChange(sameNumber ? Kind.SAME : Kind.RENUMBERED, old, entry.getKey(), List.of());
        }
        return new ArticleChange(
                sameNumber ? Kind.CHANGED : Kind.RENUMBERED_AND_CHANGED,
                old,
                entry.getKey(),
                TextDifference.between(earlier.text(), words));
    }

    /** The later key of an article of the earlier version; empty where it was removed. */
    public Optional<String> nowAt(String earlierKey) {
        return articles.stream()
                .filter(change -> earlierKey.equals(change.from()))
                .map(ArticleChange::to)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** How many articles are of a kind. */
    public long count(Kind kind) {
        return articles.stream().filter(change -> change.kind() == kind).count();
    }
}
