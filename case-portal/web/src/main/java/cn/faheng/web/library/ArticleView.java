package cn.faheng.web.library;

import cn.faheng.authoring.library.StoredVersion;
import cn.faheng.drafting.law.LawText;
import cn.faheng.rules.legal.LegalInstrument.Article;
import cn.faheng.rules.legal.LegalInstrument.Article.Place;
import cn.faheng.rules.legal.ProvisionPath;
import java.util.ArrayList;
import java.util.List;

/**
 * An article as the page shows it.
 *
 * @param key its address
 * @param label 第一百二十四条
 * @param headings the headings right above it
 * @param lines its lines with their addresses
 */
public record ArticleView(String key, String label, List<LawText.Heading> headings, List<LineView> lines) {

    /**
     * A line of an article.
     *
     * @param at its address
     * @param chinese the same as a decision quotes it
     * @param text its words
     * @param depth 0 for a paragraph, 1 for an item, 2 for a sub-item
     */
    public record LineView(String at, String chinese, String text, int depth) {}

    static List<ArticleView> of(StoredVersion version) {
        LawText text = version.text();
        List<ArticleView> views = new ArrayList<>();
        version.instrument().articles().forEach((key, article) -> {
            List<LawText.Heading> headings = text == null
                    ? List.of()
                    : text.headings().stream()
                            .filter(h -> h.before().equals(key))
                            .toList();
            views.add(new ArticleView(key, article.label(), headings, lines(key, article)));
        });
        return views;
    }

    private static List<LineView> lines(String key, Article article) {
        ProvisionPath path = ProvisionPath.parse(key);
        List<Place> places = article.places();
        List<LineView> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            ProvisionPath at = new ProvisionPath(
                    path.article(), path.insertion(), place.paragraph(), place.item(), place.subItem());
            int depth = place.subItem() > 0 ? 2 : place.item() > 0 ? 1 : 0;
            lines.add(new LineView(at.toString(), at.chinese(), article.lines().get(i), depth));
        }
        return lines;
    }
}
