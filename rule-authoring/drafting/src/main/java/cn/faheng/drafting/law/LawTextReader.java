package cn.faheng.drafting.law;

import cn.faheng.drafting.law.LawText.Heading;
import cn.faheng.drafting.law.LawText.Numbering;
import cn.faheng.drafting.law.LawText.Remark;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.LegalInstrument.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a legal instrument from Markdown, article JSON, Word or plain text. */
public final class LawTextReader {

    private static final Pattern SIGNATURE_DAY =
            Pattern.compile("[0-9一二○〇零]{4}\\s?年\\s?[0-9一二三四五六七八九十]{1,3}\\s?月\\s?[0-9一二三四五六七八九十]{1,3}\\s?日");
    private static final int LONGEST_TITLE = 200;

    private LawTextReader() {}

    /**
     * Reads an instrument.
     *
     * @param file the file
     * @param stated what a person states; wins over the file
     * @throws RefusedLawException where none can be read
     */
    public static LawText read(LawFile file, LawMetadata stated) {
        if (file.content().length > LawFile.LARGEST) {
            throw new RefusedLawException("too-large", "文件超过 " + (LawFile.LARGEST >> 20) + " MiB，不像一件法律文件。请只上传条文。");
        }
        if (file.content().length == 0) {
            throw new RefusedLawException("empty", "文件是空的。");
        }
        return switch (file.format()) {
            case JSON -> ofJson(ArticleJson.of(TextDecoder.decode(file)), stated);
            case WORD -> ofLines(WordText.read(file), stated, LawMetadata.NONE);
            case MARKDOWN, TEXT -> {
                FrontMatter matter = FrontMatter.of(TextDecoder.decode(file));
                yield ofLines(Lines.of(matter.text(), matter.firstLine()), stated, matter.metadata());
            }
        };
    }

    /** The words of a file in plain lines, as a person mends them before reading them again; throws as {@link #read}. */
    public static String plain(LawFile file) {
        if (file.format() != LawFile.Format.WORD) {
            return TextDecoder.decode(file);
        }
        StringBuilder text = new StringBuilder();
        WordText.read(file).paragraphs().forEach(line -> text.append(line.text())
                .append("\n\n"));
        return text.toString();
    }

    private static LawText ofJson(ArticleJson json, LawMetadata stated) {
        LawMetadata metadata = stated.or(json.metadata());
        return finished(
                metadata, Numbering.ARTICLES, json.articles(), json.headings(), List.of(), List.of(), json.remarks());
    }

    private static LawText ofLines(Lines lines, LawMetadata stated, LawMetadata inFile) {
        Layout layout;
        try {
            layout = Layout.of(lines.paragraphs());
        } catch (RefusedLawException e) {
            throw new RefusedLawException(e.code(), e.reason(), lines.remarks());
        }
        Placing placing = new Placing(layout.numbering());
        List<Line> body = new ArrayList<>(layout.body());
        List<String> closing = closing(body);
        placing.place(body);
        List<Remark> remarks = new ArrayList<>(lines.remarks());
        remarks.addAll(placing.remarks());
        if (layout.numbering() == Numbering.SECTIONS) {
            remarks.add(0, new Remark(0, "", "文件没有“第X条”，以一、二、三编号；一、作为第一条引用，（一）作为第（一）项引用。", true));
        }
        List<String> annex = new ArrayList<>(placing.annex());
        annex.addAll(closing);
        if (!placing.annex().isEmpty()) {
            remarks.add(new Remark(
                    0,
                    Lines.shortened(placing.annex().get(0)),
                    "附件共 " + placing.annex().size() + " 段，原样保存，不能按条款引用。",
                    true));
        }
        LawMetadata inWords = Dates.read(layout.front(), ending(placing.articles()))
                .or(new LawMetadata(title(layout.front()), null, null, null, null, null, null, null));
        return finished(
                stated.or(inFile).or(inWords),
                layout.numbering(),
                placing.articles(),
                placing.headings(),
                layout.front().stream().map(Line::text).toList(),
                annex,
                remarks);
    }

    private static LawText finished(
            LawMetadata metadata,
            Numbering numbering,
            Map<String, Article> articles,
            List<Heading> headings,
            List<String> front,
            List<String> annex,
            List<Remark> remarks) {
        if (articles.isEmpty()) {
            throw new RefusedLawException("no-articles", "没有读出任何一条。请核对上传的是不是法律文件的正文。", remarks);
        }
        String title = metadata.title();
        if (title == null || title.length() > LONGEST_TITLE) {
            throw new RefusedLawException("no-title", "没有读出文件的名称。请填写全称。", remarks);
        }
        EffectivePeriod effective = period(metadata, remarks);
        LegalInstrument instrument = new LegalInstrument(
                title.replaceAll("[\\s　]+", ""),
                orElse(metadata.level(), level(title)),
                effective,
                orElse(metadata.source(), ""),
                orElse(metadata.confidence(), ""),
                articles);
        return new LawText(
                instrument,
                metadata.promulgated(),
                orElse(metadata.note(), ""),
                numbering,
                headings,
                front,
                annex,
                remarks);
    }

    private static EffectivePeriod period(LawMetadata metadata, List<Remark> remarks) {
        LocalDate from = metadata.effective();
        LocalDate to = metadata.validTo();
        if (from == null) {
            throw new RefusedLawException("no-effective-day", "文字里没有写明这一版从哪一天起施行，或者后来修改过而末条仍写原来的日期。请填写施行日期。", remarks);
        }
        if (to != null && to.isBefore(from)) {
            throw new RefusedLawException("impossible-dates", "终止日期 " + to + " 早于施行日期 " + from + "。请改正日期。", remarks);
        }
        return new EffectivePeriod(from, to);
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static String level(String title) {
        if (title.matches("中华人民共和国.*(?:法|法典)")) {
            return "法律";
        }
        return title.matches(".*最高人民法院.*(?:解释|规定)") ? "司法解释" : "";
    }

    /** The first lines up to a bracket, a number, a day or a table of contents are the title. */
    private static @Nullable String title(List<Line> front) {
        StringBuilder title = new StringBuilder();
        for (Line line : front) {
            String text = line.text();
            if (text.matches("[（(].*|目[\\s　]*录|.*[〔\\[]\\d{4}[〕\\]].*号.*|.*\\d{4}年\\d.*|.*(?:令|公告)|第\\d+号|.*[。：:，]")
                    || title.length() + text.length() > 100) {
                if (title.isEmpty()) {
                    continue;
                }
                break;
            }
            title.append(text);
            if (text.matches(".*(?:法|法典|条例|规定|办法|决定|解释|意见|通知|细则|规则|基准|标准|规范)(?:[（(].*[）)])?")) {
                break;
            }
        }
        return title.isEmpty() ? null : title.toString();
    }

    /** The last articles say when the instrument comes into force. */
    private static List<String> ending(Map<String, Article> articles) {
        List<String> texts = articles.values().stream().map(Article::text).toList();
        return texts.subList(Math.max(0, texts.size() - 3), texts.size());
    }

    /** Takes signature and day off the end. */
    private static List<String> closing(List<Line> body) {
        int end = body.size();
        if (end < 3 || !SIGNATURE_DAY.matcher(body.get(end - 1).text()).matches()) {
            return List.of();
        }
        int from = end - 1;
        while (from > 1
                && body.get(from - 1).text().length() <= 30
                && !body.get(from - 1).text().matches(".*[。；：，”].*")
                && Labels.article(body.get(from - 1).text()) == null
                && Labels.headingDepth(body.get(from - 1).text()) == 0) {
            from--;
        }
        List<String> closing =
                new ArrayList<>(body.subList(from, end).stream().map(Line::text).toList());
        body.subList(from, end).clear();
        return closing;
    }
}
