package cn.faheng.drafting.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts the words at their punctuation, and where 的 ends a condition without a comma. */
final class Segments {
    private static final Pattern ITEM = Pattern.compile("^(?:（[一二三四五六七八九十百零〇\\d]+）|\\d+[.、])");
    private static final Pattern NO_COMMA = Pattern.compile(
            "(?<=(?:严重|恶劣|较重|较轻|轻微|不改|改正|整改|拆除|恢复|停止|执行|清除|清理|补办|后果|损失|犯罪|违法所得|危害|伤害|元)的)"
                    + "(?=(?:可以|可|应当)?(?:并|单)?(?:处以|处[一二三四五六七八九十\\d]|处(?:没收|吊销|暂扣|责令|罚款)|罚款|暂扣|处警告|处违法|处货值|给予警告|予以警告|责令|没收|吊销|对单位|对个人|由[^，；。]{2,30}(?:部门|机关|机构|政府|局)))");

    private final String plain;
    private final List<Segment> segments = new ArrayList<>();
    private int start;
    private int subClause;
    private int sentence;
    private boolean item;
    private boolean first = true;

    private Segments(String plain) {
        this.plain = plain;
    }

    static List<Segment> of(String plain) {
        Segments cut = new Segments(plain);
        cut.run();
        return cut.segments;
    }

    private void run() {
        int depth = 0;
        item = ITEM.matcher(plain).find();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (opens(c, i)) {
                depth++;
            } else if (closes(c) && depth > 0) {
                depth--;
            }
            if (depth > 0 && c != '\n') {
                continue;
            }
            switch (c) {
                case '，' -> cut(i);
                case '；' -> {
                    cut(i);
                    boolean newItem = item && nextIsItem(i + 1);
                    subClause++;
                    first = newItem;
                    sentence += newItem ? 1 : 0;
                }
                case '。', '\n', '！' -> {
                    depth = 0;
                    cut(i);
                    newSentence(i + 1);
                }
                case '：' -> {
                    cut(i);
                    if (nextIsItem(i + 1)) {
                        newSentence(i + 1);
                    }
                }
                default -> {}
            }
        }
        cut(plain.length());
    }

    private void newSentence(int at) {
        sentence++;
        subClause++;
        first = true;
        boolean newLine = at > 0
                && at <= plain.length()
                && (plain.charAt(at - 1) == '\n' || (at < plain.length() && plain.charAt(at) == '\n'));
        item = nextIsItem(at) || (item && !newLine);
    }

    private boolean nextIsItem(int at) {
        int from = at;
        while (from < plain.length() && plain.charAt(from) == '\n') {
            from++;
        }
        return from < plain.length()
                && ITEM.matcher(plain.substring(from, Math.min(plain.length(), from + 8)))
                        .find();
    }

    /** Item marks are no brackets around words. */
    private boolean opens(char c, int at) {
        return c == '《'
                || c == '“'
                || c == '〈'
                || (c == '（'
                        && !ITEM.matcher(plain.substring(at, Math.min(plain.length(), at + 8)))
                                .find());
    }

    private static boolean closes(char c) {
        return c == '》' || c == '”' || c == '〉' || c == '）';
    }

    private void cut(int end) {
        int from = start;
        String text = plain.substring(from, end);
        for (String part : NO_COMMA.split(text)) {
            if (!part.isBlank()) {
                segments.add(new Segment(part, from, from + part.length(), subClause, sentence, item, first));
            }
            from += part.length();
        }
        start = end + 1;
    }
}
