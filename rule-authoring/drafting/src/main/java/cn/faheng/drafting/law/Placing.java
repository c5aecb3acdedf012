package cn.faheng.drafting.law;

import cn.faheng.drafting.law.Labels.ArticleLabel;
import cn.faheng.drafting.law.Labels.SectionLabel;
import cn.faheng.drafting.law.LawText.Heading;
import cn.faheng.drafting.law.LawText.Numbering;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.legal.ChineseNumerals;
import cn.faheng.rules.legal.LegalInstrument.Article;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts every line of the text of an instrument in its place, in one pass. */
final class Placing {

    private static final Pattern ANNEX =
            Pattern.compile("(?:附[\\s　]*(?:件|表|录|图|则一)?[\\s　]*[一二三四五六七八九十0-9]{0,3}[\\s　]*[:：.]?.{0,60})");
    private static final Pattern EDITOR = Pattern.compile("[（(].*(?:未见|未收录|从略|略去|节录|此处缺|原文缺).*[）)]");

    private final Numbering numbering;
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> annex = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Layout.Quotes quotes = new Layout.Quotes();

    private final List<String> current = new ArrayList<>();
    private String currentKey = "";
    private String currentLabel = "";
    private int last;
    private int lastInsertion;
    private boolean inAnnex;
    private boolean displaced;
    private int headingsOpen;

    Placing(Numbering numbering) {
        this.numbering = numbering;
    }

    Map<String, Article> articles() {
        return articles;
    }

    List<Heading> headings() {
        return headings;
    }

    List<String> annex() {
        return annex;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void place(List<Line> body) {
        for (Line line : body) {
            for (String piece : numbering == Numbering.ARTICLES ? split(line) : List.of(line.text())) {
                place(line.with(piece));
            }
        }
        close();
        for (int i = headingsOpen; i < headings.size(); i++) {
            remarks.add(new Remark(0, headings.get(i).text(), "标题下面没有条文。", true));
        }
    }

    private void place(Line line) {
        boolean quoted = quotes.openBefore(line.text());
        if (numbering == Numbering.ARTICLES ? begunArticle(line, quoted) : begunSection(line, quoted)) {
            return;
        }
        if (inAnnex) {
            annex.add(line.text());
        } else if (displaced) {
            remarks.add(new Remark(line.number(), Lines.shortened(line.text()), "随上面没有编入的条一并未编入。", false));
        } else if (!quoted
                && ANNEX.matcher(line.text()).matches()
                && line.text().indexOf('。') < 0
                && !articles.isEmpty()) {
            inAnnex = true;
            annex.add(line.text());
        } else if (EDITOR.matcher(line.text()).matches()) {
            remarks.add(new Remark(line.number(), Lines.shortened(line.text()), "像是编者的说明，未编入条文。", false));
        } else {
            append(line);
        }
    }

    private boolean begunArticle(Line line, boolean quoted) {
        ArticleLabel label = Labels.article(line.text());
        boolean expected = label != null && isNext(label);
        if (label != null && (!quoted || (expected && label.spaced())) && !label.isReference(expected)) {
            if (quoted) {
                remarks.add(new Remark(line.number(), Lines.shortened(line.text()), "上面的引号没有关闭；按新的一条编入。", true));
                quotes.close();
                quotes.openBefore(line.text());
            }
            if (expected || (label.spaced() && !inAnnex && isLater(label))) {
                begin(label, line);
                return true;
            }
            if (label.spaced() && !inAnnex && !articles.isEmpty()) {
                displaced = true;
                remarks.add(new Remark(
                        line.number(), Lines.shortened(line.text()), label.label() + "的序号重复或者倒退，未编入。请核对原文。", false));
                return true;
            }
        }
        int depth = quoted ? 0 : Labels.headingDepth(line.text());
        if (depth == 0 && !quoted && isPlainHeading(line)) {
            depth = 3;
        }
        if (depth > 0 && !inAnnex && !displaced) {
            close();
            headings.add(new Heading(depth, line.text(), ""));
            return true;
        }
        return false;
    }

    /** 十三、附则 between two articles. */
    private static boolean isPlainHeading(Line line) {
        SectionLabel section = Labels.section(line.text());
        return section != null && line.text().length() <= 30 && !section.rest().matches(".*[。；：，;:].*");
    }

    private boolean begunSection(Line line, boolean quoted) {
        SectionLabel label = quoted ? null : Labels.section(line.text());
        if (label == null || inAnnex) {
            return false;
        }
        if (label.number() != last + 1) {
            remarks.add(new Remark(
                    line.number(), Lines.shortened(line.text()), "“" + label.label() + "”不接上文的序号，作为上一项的文字编入。", true));
            return false;
        }
        close();
        start(label.label(), String.valueOf(label.number()), label.number(), 0);
        current.add(label.rest());
        return true;
    }

    private boolean isNext(ArticleLabel label) {
        return label.insertion() == 0
                ? label.number() == last + 1 && (last > 0 || label.number() == 1)
                : label.number() == last && label.insertion() == lastInsertion + 1;
    }

    private boolean isLater(ArticleLabel label) {
        return label.number() > last || (label.number() == last && label.insertion() > lastInsertion);
    }

    private void begin(ArticleLabel label, Line line) {
        close();
        if (label.insertion() == 0 && label.number() > last + 1) {
            int from = last + 1;
            int to = label.number() - 1;
            remarks.add(new Remark(
                    line.number(),
                    Lines.shortened(line.text()),
                    "前面缺" + (from == to ? article(from) : article(from) + "至" + article(to)) + "，文本不完整。",
                    true));
        }
        start(label.label(), label.key(), label.number(), label.insertion());
        if (!label.rest().isEmpty()) {
            items(label.rest());
        }
    }

    private static String article(int number) {
        return "第" + ChineseNumerals.of(number) + "条";
    }

    private void start(String label, String key, int number, int insertion) {
        currentLabel = label;
        currentKey = key;
        last = number;
        lastInsertion = insertion;
        inAnnex = false;
        displaced = false;
        for (int i = headingsOpen; i < headings.size(); i++) {
            headings.set(i, new Heading(headings.get(i).depth(), headings.get(i).text(), key));
        }
        headingsOpen = headings.size();
    }

    private void append(Line line) {
        if (currentKey.isEmpty() && isUnderHeading(line.text())) {
            Heading above = headings.get(headings.size() - 1);
            if (above.text().matches("第[^\\s　]{1,8}[编章节]")) {
                headings.set(headings.size() - 1, new Heading(above.depth(), above.text() + "　" + line.text(), ""));
            } else {
                headings.add(new Heading(Math.min(4, above.depth() + 1), line.text(), ""));
            }
        } else if (currentKey.isEmpty()) {
            remarks.add(new Remark(line.number(), Lines.shortened(line.text()), "在标题和下一条之间，不属于任何一条，未编入。", false));
        } else if (numbering == Numbering.SECTIONS && belongsToItem(line.text())) {
            current.set(current.size() - 1, current.get(current.size() - 1) + "\n" + line.text());
        } else {
            items(line.text());
        }
    }

    /** 第一节 and its title on two lines, or a title without a number below a chapter. */
    private boolean isUnderHeading(String text) {
        return headings.size() > headingsOpen && text.length() <= 30 && !text.matches(".*[。；：].*");
    }

    /** In guidance an item has paragraphs of its own. */
    private boolean belongsToItem(String text) {
        String before = current.isEmpty() ? "" : current.get(current.size() - 1);
        boolean inItem = Labels.ITEM.matcher(before).matches()
                || (Labels.SUB_ITEM.matcher(before).matches()
                        && current.stream().anyMatch(l -> Labels.ITEM.matcher(l).matches()));
        return inItem
                && !Labels.ITEM.matcher(text).matches()
                && !Labels.SUB_ITEM.matcher(text).matches();
    }

    /** Items that were pasted without their line breaks: …：（一）…；（二）…。 */
    private void items(String text) {
        int from = 0;
        for (int n = 1; n <= 99; n++) {
            String mark = "（" + ChineseNumerals.of(n) + "）";
            int at = text.indexOf(mark, from + (n > 1 ? 1 : 0));
            if (at < 0 || (n == 1 && text.indexOf("（二）", at) < 0)) {
                break;
            }
            if (at > 0 && "：；。:;".indexOf(text.charAt(at - 1)) < 0) {
                break;
            }
            if (at > from) {
                current.add(Lines.stripped(text.substring(from, at)));
            }
            from = at;
        }
        current.add(text.substring(from));
    }

    private void close() {
        if (!currentKey.isEmpty()) {
            if (current.isEmpty()) {
                remarks.add(new Remark(0, currentLabel, "这一条没有文字。", true));
            }
            articles.put(currentKey, new Article(currentLabel, current));
            current.clear();
            currentKey = "";
        }
    }

    /** Several articles in one paragraph: …。第六条　…。 */
    private List<String> split(Line line) {
        ArticleLabel first = Labels.article(line.text());
        int expected = first == null ? last + 1 : first.number() + 1;
        String rest = line.text();
        @Nullable List<String> pieces = null;
        while (true) {
            int at = next(rest, expected);
            if (at < 0) {
                break;
            }
            pieces = pieces == null ? new ArrayList<>() : pieces;
            pieces.add(Lines.stripped(rest.substring(0, at)));
            rest = rest.substring(at);
            expected++;
        }
        if (pieces == null) {
            return List.of(rest);
        }
        pieces.add(rest);
        remarks.add(
                new Remark(line.number(), Lines.shortened(line.text()), "一段里有 " + pieces.size() + " 条，已分开编入。", true));
        return pieces;
    }

    private static int next(String text, int expected) {
        String label = expected > 9999 ? "" : "第" + ChineseNumerals.of(expected) + "条";
        int at = label.isEmpty() ? -1 : text.indexOf(label, 1);
        while (at > 0) {
            char before = text.charAt(at - 1);
            int end = at + label.length();
            boolean spaced = end < text.length() && (text.charAt(end) == '　' || text.charAt(end) == ' ');
            if (spaced && "。　 ".indexOf(before) >= 0 && text.lastIndexOf('“', at) <= text.lastIndexOf('”', at)) {
                return at;
            }
            at = text.indexOf(label, at + 1);
        }
        return -1;
    }
}
