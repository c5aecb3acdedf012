package cn.faheng.drafting.law;

import cn.faheng.drafting.law.LawText.Remark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a Word file, with the numbers that Word writes by itself; the row of a table is one paragraph. */
final class WordText implements WordPackage.Visitor {

    private static final int MOST_PARAGRAPHS = 60_000;

    private final WordNumbering numbering;
    private final List<Line> lines = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private final StringBuilder paragraph = new StringBuilder();
    private final Deque<StringBuilder> rows = new ArrayDeque<>();
    private int skipped;
    private boolean inText;
    private int numId = -1;
    private int level;
    private @Nullable String style;
    private boolean revised;

    private WordText(WordNumbering numbering) {
        this.numbering = numbering;
    }

    static Lines read(LawFile file) {
        WordPackage word = WordPackage.open(file);
        byte[] document = word.document();
        if (document == null) {
            throw WordPackage.broken();
        }
        WordText text = new WordText(new WordNumbering(word.part("word/numbering.xml"), word.part("word/styles.xml")));
        WordPackage.walk(document, text);
        if (text.revised) {
            text.remarks.add(new Remark(0, "", "文件带有修订痕迹，按接受全部修订读入。请核对。", true));
        }
        word.embedded().forEach(name -> text.remarks.add(new Remark(0, name, "嵌入的对象，其中的文字没有读入。", false)));
        return Lines.whole(text.lines, text.remarks);
    }

    @Override
    public void begin(String name, XMLStreamReader at) {
        // A fallback repeats in an old form what stands beside it; moved text stands where it was moved to.
        if (skipped > 0 || name.equals("Fallback") || name.equals("moveFrom")) {
            skipped++;
            return;
        }
        switch (name) {
            case "del", "ins", "moveTo" -> revised = true;
            case "t" -> inText = true;
            case "tab" -> paragraph.append('　');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "pStyle" -> style = WordPackage.attribute(at, "val");
            case "numId" -> numId = WordPackage.number(at, -1);
            case "ilvl" -> level = WordPackage.number(at, 0);
            case "tr" -> rows.push(new StringBuilder());
            default -> {
                // Everything else is looks.
            }
        }
    }

    @Override
    public void text(String text) {
        if (inText && skipped == 0) {
            paragraph.append(text);
        }
    }

    @Override
    public void end(String name) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> {
                if (!rows.isEmpty()) {
                    rows.element().append(" | ");
                }
            }
            case "tr" -> {
                if (!rows.isEmpty()) {
                    take(Lines.stripped(rows.pop().toString()));
                }
            }
            default -> {
                // Nothing ends with it.
            }
        }
    }

    private void endParagraph() {
        String text = paragraph.toString();
        String number = Lines.stripped(text).isEmpty() ? "" : numbering.next(numId, level, style);
        if (number == null) {
            remarks.add(new Remark(lines.size() + 1, Lines.shortened(text), "这一段有自动编号，编号的样式没有读懂。请改为手写编号。", true));
            number = "";
        }
        if (!number.isEmpty() && !number.endsWith("）") && !number.endsWith(")") && !number.endsWith("、")) {
            number += "　";
        }
        paragraph.setLength(0);
        numId = -1;
        level = 0;
        style = null;
        if (rows.isEmpty()) {
            for (String line : (number + text).split("\n", -1)) {
                take(line);
            }
        } else {
            rows.element().append(number).append(text);
        }
    }

    private void take(String text) {
        if (lines.size() >= MOST_PARAGRAPHS) {
            throw new RefusedLawException("too-large", "文件超过 " + MOST_PARAGRAPHS + " 段，不像一件法律文件。请只上传条文。");
        }
        if (!Lines.stripped(text).isEmpty()) {
            lines.add(new Line(lines.size() + 1, text, false));
        }
    }
}
