package cn.faheng.rules.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A law, regulation or rule in one dated version, with the articles that are held of it.
 *
 * @param title full title
 * @param level 法律, 行政法规, 地方性法规, 部门规章, …
 * @param effective days in force of this version
 * @param source where the text was taken from
 * @param confidence how sure the text is
 * @param articles article number (with insertion, "120-1") to the article
 */
public record LegalInstrument(
        String title,
        String level,
        EffectivePeriod effective,
        String source,
        String confidence,
        Map<String, Article> articles) {

    /** Confidence of a text that nobody has but the table that quotes it. */
    public static final String QUOTED = "quoted in the table";

    public LegalInstrument {
        articles = Collections.unmodifiableMap(new LinkedHashMap<>(articles));
    }

    /** Whether the text is known from a quotation alone, so that neither its words nor its days are verified. */
    public boolean isOnlyQuoted() {
        return confidence.equals(QUOTED);
    }

    /** First day in force: names the version. */
    public LocalDate version() {
        return effective.from();
    }

    public Optional<Article> article(ProvisionPath path) {
        return Optional.ofNullable(articles.get(path.ofArticle().toString()));
    }

    /** The words at {@code path}, or empty when the instrument holds no such provision. */
    public Optional<String> words(ProvisionPath path) {
        return article(path).flatMap(article -> article.words(path));
    }

    /**
     * One article.
     *
     * @param label 第一百二十四条
     * @param lines its paragraphs, items and sub-items in order, each item on a line of its own
     */
    public record Article(String label, List<String> lines) {

        private static final Pattern ITEM = Pattern.compile("[（(]\\s*([一二三四五六七八九十百零]+)\\s*[）)].*", Pattern.DOTALL);
        private static final Pattern SUB_ITEM =
                Pattern.compile("[（(]?\\s*([0-9０-９]{1,2})\\s*[.．、)）](?![0-9]).*", Pattern.DOTALL);

        public Article {
            lines = List.copyOf(lines);
        }

        public String text() {
            return String.join("\n", lines);
        }

        Optional<String> words(ProvisionPath path) {
            if (path.paragraph() == 0 && path.item() == 0) {
                return Optional.of(text());
            }
            List<Place> places = places();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (places.get(i).isInside(path)) {
                    found.add(lines.get(i));
                }
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", found));
        }

        /** The place of each line within the article, in order. */
        public List<Place> places() {
            List<Place> places = new ArrayList<>();
            int paragraph = 0;
            int item = 0;
            int subItem = 0;
            for (String line : lines) {
                Matcher itemMark = ITEM.matcher(line);
                Matcher subItemMark = SUB_ITEM.matcher(line);
                if (itemMark.matches()) {
                    item++;
                    subItem = 0;
                    String numeral = itemMark.group(1);
                    if (paragraph == 0 || !numeral.equals(ChineseNumerals.of(item))) {
                        item = ordinal(numeral, item);
                    }
                } else if (subItemMark.matches() && item > 0) {
                    subItem = Integer.parseInt(subItemMark.group(1));
                } else {
                    paragraph++;
                    item = 0;
                    subItem = 0;
                }
                places.add(new Place(Math.max(paragraph, 1), item, subItem));
            }
            return Collections.unmodifiableList(places);
        }

        private static int ordinal(String numeral, int expected) {
            for (int n = 1; n <= 99; n++) {
                if (numeral.equals(ChineseNumerals.of(n))) {
                    return n;
                }
            }
            return expected;
        }

        /**
         * The place of a line within its article.
         *
         * @param paragraph number of the paragraph, 1 or more
         * @param item number of the item, or 0
         * @param subItem number of the sub-item, or 0
         */
        public record Place(int paragraph, int item, int subItem) {

            boolean isInside(ProvisionPath path) {
                return (path.paragraph() == 0 || path.paragraph() == paragraph)
                        && (path.item() == 0 || path.item() == item)
                        && (path.subItem() == 0 || path.subItem() == subItem);
            }
        }
    }
}
