package cn.faheng.drafting.law;

import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which article of a later version is which of the earlier one: by its words first, by its number where they leave room. */
final class ArticleMatching {

    /** Articles under another number share at least this much. */
    private static final int RENUMBERED_PERCENT = 60;

    /** An article that kept its number may have been rewritten up to here; below it is another one. */
    private static final int KEPT_PERCENT = 25;

    private ArticleMatching() {}

    /** Key in the earlier version to key in the later one. */
    static Map<String, String> of(LegalInstrument before, LegalInstrument after) {
        Map<String, String> matched = new HashMap<>();
        Set<String> taken = new HashSet<>();
        before.articles().forEach((key, article) -> {
            Article same = after.articles().get(key);
            if (same != null && sameWords(article.text(), same.text())) {
                matched.put(key, key);
                taken.add(key);
            }
        });
        List<Words> old = words(before, matched.keySet());
        List<Words> fresh = words(after, taken);
        List<Pair> pairs = new ArrayList<>();
        for (Words a : old) {
            for (Words b : fresh) {
                boolean kept = a.key.equals(b.key);
                if (kept || a.mayShare(b, RENUMBERED_PERCENT)) {
                    int percent = a.percentShared(b);
                    if (percent >= (kept ? KEPT_PERCENT : RENUMBERED_PERCENT)) {
                        pairs.add(new Pair(a.key, b.key, percent, kept, Math.abs(a.place - b.place)));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::percent)
                .reversed()
                .thenComparing(pair -> !pair.kept())
                .thenComparingInt(Pair::distance));
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.old) && !taken.contains(pair.fresh)) {
                matched.put(pair.old, pair.fresh);
                taken.add(pair.fresh);
            }
        }
        return matched;
    }

    /** Spaces and the width of signs do not make other words. */
    static boolean sameWords(String one, String other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s　]+", "")
                .replace('(', '（')
                .replace(')', '）')
                .replace(',', '，')
                .replace(';', '；')
                .replace(':', '：');
    }

    private static List<Words> words(LegalInstrument instrument, Set<String> without) {
        List<Words> words = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, Article> entry : instrument.articles().entrySet()) {
            place++;
            if (!without.contains(entry.getKey())) {
                words.add(new Words(
                        entry.getKey(), place, pairsOf(bare(entry.getValue().text()))));
            }
        }
        return words;
    }

    /** Every two neighbouring characters, sorted. */
    private static int[] pairsOf(String text) {
        int[] pairs = new int[Math.max(1, text.length() - 1)];
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }

    private record Pair(String old, String fresh, int percent, boolean kept, int distance) {}

    private static final class Words {
        private final String key;
        private final int place;
        private final int[] pairs;

        Words(String key, int place, int[] pairs) {
            this.key = key;
            this.place = place;
            this.pairs = pairs;
        }

        /** Whether the lengths alone leave it possible that so much is shared. */
        boolean mayShare(Words other, int percent) {
            int shorter = Math.min(pairs.length, other.pairs.length);
            return 200L * shorter >= (long) percent * (pairs.length + other.pairs.length);
        }

        /** Twice what both share, in percent of both together. */
        int percentShared(Words other) {
            int shared = 0;
            int i = 0;
            int j = 0;
            while (i < pairs.length && j < other.pairs.length) {
                int order = Integer.compare(pairs[i], other.pairs[j]);
                if (order == 0) {
                    shared++;
                    i++;
                    j++;
                } else if (order < 0) {
                    i++;
                } else {
                    j++;
                }
            }
            return (int) (200L * shared / (pairs.length + other.pairs.length));
        }
    }
}
