package cn.faheng.drafting.law;

import cn.faheng.drafting.law.Labels.ArticleLabel;
import cn.faheng.drafting.law.Labels.SectionLabel;
import cn.faheng.drafting.law.LawText.Numbering;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the text of an instrument begins, and how it is numbered. What stands before is title, adoption and table of contents. */
final class Layout {

    private static final int LONGEST_TITLE = 40;

    private final List<Line> lines;
    private final Numbering numbering;
    private final int start;

    private Layout(List<Line> lines, Numbering numbering, int start) {
        this.lines = lines;
        this.numbering = numbering;
        this.start = start;
    }

    Numbering numbering() {
        return numbering;
    }

    List<Line> front() {
        return lines.subList(0, start);
    }

    List<Line> body() {
        return lines.subList(start, lines.size());
    }

    static Layout of(List<Line> lines) {
        List<Integer> articles = new ArrayList<>();
        List<Integer> sections = new ArrayList<>();
        Quotes quotes = new Quotes();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            boolean quoted = quotes.openBefore(text);
            ArticleLabel label = quoted ? null : Labels.article(text);
            if (label != null && !label.isReference(true) && (label.spaced() || label.number() == 1)) {
                articles.add(i);
            } else if (!quoted && Labels.section(text) != null) {
                sections.add(i);
            }
        }
        boolean bySections =
                articles.isEmpty() ? startsAtOne(lines, sections) : decidesBySections(lines, articles, sections);
        if (articles.isEmpty() && !bySections) {
            throw new RefusedLawException("no-articles", "文字里既没有“第一条”，也没有“一、”这样的编号，没有可以引用的条款。请核对上传的是不是法律文件的正文。");
        }
        return bySections
                ? new Layout(lines, Numbering.SECTIONS, sectionStart(lines, sections))
                : new Layout(lines, Numbering.ARTICLES, withHeadings(lines, articleStart(lines, articles)));
    }

    private static boolean startsAtOne(List<Line> lines, List<Integer> sections) {
        return sections.stream().anyMatch(i -> number(lines.get(i)) == 1);
    }

    /** An amending decision: 一、 and 二、 with sentences stand before anything that looks like an article. */
    private static boolean decidesBySections(List<Line> lines, List<Integer> articles, List<Integer> sections) {
        int first = articles.get(0);
        Set<Integer> numbers = new HashSet<>();
        boolean sentences = false;
        for (int i : sections) {
            if (i < first) {
                numbers.add(number(lines.get(i)));
                sentences |= lines.get(i).text().indexOf('。') >= 0
                        || lines.get(i).text().indexOf('“') >= 0
                        || (i + 1 < first && lines.get(i + 1).text().indexOf('。') >= 0);
            }
        }
        ArticleLabel label = Labels.article(lines.get(first).text());
        boolean startsInside = label != null && label.number() > 1 && numbers.contains(1);
        return startsInside || (numbers.contains(1) && numbers.contains(2) && sentences);
    }

    private static int number(Line line) {
        SectionLabel label = Labels.section(line.text());
        return label == null ? 0 : label.number();
    }

    /** The last 一、 before 二、 with sentences; an earlier one is a table of contents. */
    private static int sectionStart(List<Line> lines, List<Integer> sections) {
        int start = -1;
        for (int i : sections) {
            if (number(lines.get(i)) == 1 && (start < 0 || onlyTitles(lines, start, i))) {
                start = i;
            }
        }
        return start;
    }

    /** A first article whose whole run up to the next first article holds titles only is a table of contents. */
    private static int articleStart(List<Line> lines, List<Integer> articles) {
        int start = articles.get(0);
        ArticleLabel first = Labels.article(lines.get(start).text());
        for (int i : articles) {
            ArticleLabel label = Labels.article(lines.get(i).text());
            if (i > start
                    && first != null
                    && label != null
                    && label.key().equals(first.key())
                    && onlyTitles(lines, start, i)) {
                start = i;
            }
        }
        return start;
    }

    private static boolean onlyTitles(List<Line> lines, int from, int to) {
        return lines.subList(from, to).stream()
                .allMatch(line ->
                        line.text().length() <= LONGEST_TITLE && line.text().indexOf('。') < 0);
    }

    /** The headings right above the first article belong to the text, as long as each lies above the one below it. */
    private static int withHeadings(List<Line> lines, int article) {
        int start = article;
        int depth = 5;
        while (start > 0) {
            int above = Labels.headingDepth(lines.get(start - 1).text());
            if (above == 0 || above >= depth) {
                break;
            }
            depth = above;
            start--;
        }
        return start;
    }

    /** Whether a line begins inside words that are quoted. In a quotation of several paragraphs only the last one closes it. */
    static final class Quotes {

        private static final int LONGEST = 400;

        private boolean open;
        private int lines;

        /** Whether {@code text} begins inside a quotation; reads it on. */
        boolean openBefore(String text) {
            boolean before = open && lines < LONGEST;
            lines = before ? lines + 1 : 0;
            open = before;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '“' || c == '”') {
                    open = c == '“';
                }
            }
            return before;
        }

        void close() {
            open = false;
        }
    }
}
