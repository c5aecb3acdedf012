package cn.faheng.drafting.law;

import cn.faheng.drafting.law.LawText.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The paragraphs of a text: lines cleaned, page numbers taken out, lines that were only wrapped joined again. */
final class Lines {

    private static final int MOST_LINES = 60_000;
    private static final int MOST_CHARACTERS = 5_000_000;
    private static final int SHORTENED = 60;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－·•\\s]{0,4}第?\\s{0,2}[0-9０-９]{1,4}\\s{0,2}页?(?:\\s{0,2}[/／,，]?\\s{0,2}共?\\s{0,2}[0-9０-９]{1,4}\\s{0,2}页)?[-—–－·•\\s]{0,4}");
    private static final String ENDS = "。；：！？”）》〉】;:!?…)\"";

    private final List<Line> paragraphs = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Lines() {}

    List<Line> paragraphs() {
        return paragraphs;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** The paragraphs of a text in which a line may be only a piece of one. */
    static Lines of(String text, int firstLine) {
        if (text.length() > MOST_CHARACTERS) {
            throw new RefusedLawException("too-large", "文字超过 " + MOST_CHARACTERS / 10_000 + " 万字，不像一件法律文件。请只上传条文。");
        }
        Lines lines = new Lines();
        boolean joinable = false;
        int number = firstLine - 1;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = cleaned(raw);
            if (number - firstLine > MOST_LINES) {
                throw new RefusedLawException("too-large", "文件超过 " + MOST_LINES + " 行，不像一件法律文件。请只上传条文。");
            }
            if (line.isEmpty()) {
                joinable = false;
            } else if (PAGE_NUMBER.matcher(line).matches()) {
                lines.remarks.add(new Remark(number, line, "页码，已略去。", false));
            } else if (line.matches("[-—_=*＊]{3,}")) {
                lines.remarks.add(new Remark(number, shortened(line), "分隔线，已略去。", false));
            } else {
                joinable = lines.take(new Line(number, withoutMarks(line), line.startsWith("#")), joinable);
            }
        }
        return lines;
    }

    /** Paragraphs that are whole already. */
    static Lines whole(List<Line> paragraphs, List<Remark> remarks) {
        Lines lines = new Lines();
        lines.remarks.addAll(remarks);
        for (Line line : paragraphs) {
            String text = cleaned(line.text());
            if (PAGE_NUMBER.matcher(text).matches()) {
                lines.remarks.add(new Remark(line.number(), text, "页码，已略去。", false));
            } else if (!text.isEmpty()) {
                lines.paragraphs.add(line.with(text));
            }
        }
        return lines;
    }

    private boolean take(Line line, boolean joinable) {
        Line last = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
        if (joinable && last != null && continues(last, line)) {
            paragraphs.set(paragraphs.size() - 1, last.with(last.text() + line.text()));
        } else {
            paragraphs.add(line);
        }
        return !line.heading();
    }

    /** A paragraph of a legal text ends with a mark; a line without one goes on, unless something begins. */
    private static boolean continues(Line last, Line next) {
        String before = last.text();
        boolean begun =
                Labels.article(before) != null || Labels.ITEM.matcher(before).matches() || before.length() >= 20;
        return begun
                && !last.heading()
                && !next.heading()
                && ENDS.indexOf(before.charAt(before.length() - 1)) < 0
                && Labels.headingDepth(before) == 0
                && Labels.headingDepth(next.text()) == 0
                && !startsSomething(next.text());
    }

    private static boolean startsSomething(String line) {
        Labels.ArticleLabel article = Labels.article(line);
        return (article != null && !article.isReference(article.spaced()))
                || Labels.ITEM.matcher(line).matches()
                || Labels.SUB_ITEM.matcher(line).matches()
                || Labels.section(line) != null
                || line.startsWith("“")
                || line.startsWith("|")
                || line.startsWith("附");
    }

    private static String cleaned(String raw) {
        String line = raw.replace("&nbsp;", " ")
                .replace("&emsp;", "　")
                .replace("\u200B", "")
                .replace("\uFEFF", "");
        return stripped(line.replace("\u00AD", "").replace('\u00A0', ' '));
    }

    /** Without the marks of Markdown. */
    private static String withoutMarks(String line) {
        String text = line.startsWith("#") ? line.replaceFirst("#{1,6}", "") : line;
        text = text.startsWith("> ") ? text.substring(2) : text;
        return stripped(text.replace("**", "").replace("\\.", ".").replace("\\-", "-"));
    }

    /** Without space at the ends, the full-width one included. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static String shortened(String text) {
        return text.length() <= SHORTENED ? text : text.substring(0, SHORTENED) + "…";
    }
}
