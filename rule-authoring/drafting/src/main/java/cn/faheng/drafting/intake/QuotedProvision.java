package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceBasis;
import cn.faheng.rules.legal.ChineseNumerals;
import cn.faheng.rules.legal.ProvisionPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a provision as a table quotes them. */
final class QuotedProvision {

    private QuotedProvision() {}

    /**
     * The lines of the article as far as the table quotes it. A paragraph that it does not quote is marked as such, so that the place
     * of the quoted one stays right.
     */
    static List<String> lines(String quotation, String title, ProvisionPath path) {
        String words = wordsOf(quotation, title);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < path.paragraph(); i++) {
            lines.add("［本表没有引用第" + ChineseNumerals.of(i) + "款］");
        }
        for (String line : words.split("\\R+|(?<=[：；])(?=[（(][一二三四五六七八九十]+[）)])", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        if (lines.isEmpty() || words.isBlank()) {
            lines.add("［本表没有引用条文］");
        }
        return lines;
    }

    /** The words behind 《title》第…条, up to the next quoted law; all of them where the title is not named. */
    static String wordsOf(String quotation, String title) {
        Pattern heading = Pattern.compile("《([^》]+)》(?:（[^）]*）)?((?:第[^条款项]{1,8}[条款项]、?(?:之[一二三四五])?)+)[：:]?\\s*");
        Matcher m = heading.matcher(quotation);
        int start = -1;
        String bare = title.replace("中华人民共和国", "");
        while (m.find()) {
            if (start >= 0) {
                return quotation.substring(start, m.start()).strip();
            }
            if (m.group(1).replace("中华人民共和国", "").contains(bare) || bare.contains(m.group(1))) {
                start = m.end();
            }
        }
        return start >= 0 ? quotation.substring(start).strip() : quotation.strip();
    }

    /** The provisions that head a quotation: 《…法》第五十五条第（二）项. */
    static List<SourceBasis> named(String quotation) {
        Pattern heading = Pattern.compile("《?([\\u4e00-\\u9fa5〈〉<>]{3,40})》(?:（[^）]*）)?第([一二三四五六七八九十百零]+)条"
                + "((?:、?第[一二三四五六七八九十]+款)*)((?:、?第[（(]?[一二三四五六七八九十]+[）)]?项)*)");
        List<SourceBasis> named = new ArrayList<>();
        Matcher m = heading.matcher(inChineseNumerals(quotation));
        while (m.find()) {
            SourceBasis basis = new SourceBasis(
                    m.group(1),
                    Numbers.read(m.group(2)).map(BigDecimal::intValue).orElse(0),
                    m.group(3),
                    m.group(4),
                    "");
            if (basis.article() > 0 && !named.contains(basis)) {
                named.add(basis);
            }
        }
        return named;
    }

    /** 第13条第1款第(2)项 as 第十三条第一款第（二）项. */
    private static String inChineseNumerals(String quotation) {
        return Pattern.compile("第([（(]?)([0-9]{1,3})([）)]?[条款项])")
                .matcher(Words.halfWidth(quotation))
                .replaceAll(m -> "第" + m.group(1) + ChineseNumerals.of(Integer.parseInt(m.group(2))) + m.group(3));
    }

    /** What sort of instrument a title names, as far as the title says it. */
    static String level(String title) {
        if (title.startsWith("中华人民共和国") && title.endsWith("法")) {
            return "法律";
        }
        boolean local = title.matches(".*(?:省|市|自治区|经济特区|自治州).*(?:条例|办法|规定).*");
        if (title.endsWith("条例") || title.contains("实施")) {
            return local ? "地方性法规" : "行政法规";
        }
        return local ? "地方政府规章" : "部门规章";
    }
}
