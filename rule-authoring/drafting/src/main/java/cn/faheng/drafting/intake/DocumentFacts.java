package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document says about itself: title, number, issuer, days, and whether 以上 and 以下 include the bound. */
final class DocumentFacts {

    private static final Pattern NUMBER = Pattern.compile("[\\u4e00-\\u9fa5]{1,10}[〔\\[]\\d{4}[〕\\]]\\s*\\d+\\s*号");
    private static final Pattern FROM = Pattern.compile(
            "自\\s*(\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)\\s*起(?:施行|实施|执行)|(?:施行|实施)日期[：:]\\s*(\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日?)");
    private static final Pattern UNTIL = Pattern.compile(
            "有效期(?:限)?(?:自.{6,14}起)?至[：:]?\\s*(\\d{4}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}\\s*日?)");
    private static final Pattern BOUNDS =
            Pattern.compile("(?:“|「|\"|‘)?以[上下]内?(?:”|」|\"|’)?[^。；]{0,30}?(?:不?包[括含](?:本数)?|不?含本数)[^。；]*");
    private static final Pattern TITLE = Pattern.compile(
            "[\\u4e00-\\u9fa5（）《》〈〉]{4,60}(?:裁量(?:权)?(?:基准|标准|细化标准|参照表|表|适用规则)|裁量[\\u4e00-\\u9fa5]{0,10}表)[\\u4e00-\\u9fa5（）0-9]{0,12}");
    private static final Pattern APPENDIX = Pattern.compile("^附[件表录]?[0-9一二三四五六七八九十]{0,3}[：:、]");
    private static final Pattern ISSUER = Pattern.compile("^([\\u4e00-\\u9fa5]{2,24}?(?:局|厅|委员会|总局|部))(?:关于|行政处罚|$)");

    private final String fileName;
    private final List<String> bounds = new ArrayList<>();
    private String title = "";
    private String number = "";
    private String issuer = "";
    private String effective = "";
    private String expires = "";

    DocumentFacts(String fileName) {
        this.fileName = fileName;
    }

    /** Keeps what a line says. */
    void read(String line) {
        String text = APPENDIX.matcher(Words.squeezed(line)).replaceFirst("");
        Matcher m = NUMBER.matcher(text);
        if (number.isEmpty() && m.find()) {
            number = m.group();
        }
        Matcher from = FROM.matcher(text);
        if (effective.isEmpty() && from.find()) {
            effective = Optional.ofNullable(from.group(1)).orElse(String.valueOf(from.group(2)));
        }
        Matcher until = UNTIL.matcher(text);
        if (expires.isEmpty() && until.find()) {
            expires = until.group(1);
        }
        Matcher bound = BOUNDS.matcher(line);
        while (bound.find()) {
            if (!bounds.contains(bound.group())) {
                bounds.add(bound.group());
            }
        }
        if (title.isEmpty() && text.length() < 70 && TITLE.matcher(text).matches()) {
            title = text;
        }
        Matcher office = ISSUER.matcher(text);
        if (issuer.isEmpty() && text.length() < 70 && office.find()) {
            issuer = office.group(1);
        }
    }

    /** Whether a line is about the document and nothing else. */
    boolean reads(String line) {
        String text = APPENDIX.matcher(Words.squeezed(line)).replaceFirst("");
        return text.equals(title)
                || NUMBER.matcher(text).matches()
                || text.equals(issuer)
                || FROM.matcher(text).find()
                || UNTIL.matcher(text).find()
                || (BOUNDS.matcher(line).find() && !text.contains("计算"));
    }

    String bounds() {
        return String.join("；", bounds);
    }

    String effective() {
        return effective;
    }

    String expires() {
        return expires;
    }

    /** The longest place name at the head of issuer or title. */
    String jurisdiction() {
        for (String words : List.of(issuer, title, fileName)) {
            for (int length = Math.min(words.length(), 20); length >= 2; length--) {
                String head = words.substring(0, length);
                if (Divisions.code(head).isPresent()) {
                    return head;
                }
            }
        }
        return issuer.startsWith("国家") || issuer.endsWith("总局") ? "全国" : "";
    }

    String field(String words) {
        return Fields.read(issuer + title).or(() -> Fields.read(words)).orElse("");
    }

    SourceDocument document(Map<String, String> attributes) {
        return new SourceDocument(
                title, attributes.getOrDefault("文号", number), attributes.getOrDefault("发布机关", issuer), fileName);
    }
}
