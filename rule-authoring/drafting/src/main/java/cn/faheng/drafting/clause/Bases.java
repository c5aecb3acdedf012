package cn.faheng.drafting.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What multiples are counted from, and thresholds are about. */
final class Bases {
    /** The longest ones first. */
    private static final List<String> KNOWN = List.of(
            "临时建设工程造价",
            "建设工程造价",
            "工程合同价款",
            "直接经济损失",
            "违法生产经营额",
            "违法销售额",
            "违法经营额",
            "非法经营额",
            "违法所得",
            "非法所得",
            "违法收入",
            "非法收入",
            "货值金额",
            "广告费用",
            "直接损失",
            "检验费用",
            "认证费用",
            "处置费用",
            "销售金额",
            "销售额",
            "营业额",
            "总投资额",
            "工程造价",
            "虚报注册资本金额",
            "虚假出资金额",
            "罚款数额",
            "处罚数额",
            "所获收入",
            "财产损失",
            "经济损失",
            "年收入",
            "评估价值",
            "赔偿费");

    private static final Pattern LEAD = Pattern.compile("^(?:按照|根据|依照(?!规定)|按|以|相当于|其|并|的|处以|处)+");

    private Bases() {}

    /** The base as the words put it, without what leads to it; empty where there is none. */
    static String words(String text) {
        String stripped = LEAD.matcher(text.replaceAll("（[^）]*）", "")).replaceFirst("");
        return stripped.replaceAll("的$", "").strip();
    }

    /** The usual name of a base, or its own words. */
    static String name(String words) {
        for (String known : KNOWN) {
            if (words.endsWith(known) && !words.startsWith("上一年")) {
                return known;
            }
        }
        return words;
    }

    /** The known base at the end of the words, or null. */
    static @Nullable String knownAtEnd(String words) {
        return KNOWN.stream().filter(words::endsWith).findFirst().orElse(null);
    }

    /** The last known base in the words, or null. */
    static @Nullable String lastIn(String words) {
        String best = null;
        int at = -1;
        for (String known : KNOWN) {
            int found = words.lastIndexOf(known);
            if (found > at && (best == null || found + known.length() > at + best.length())) {
                at = found;
                best = known;
            }
        }
        return best;
    }
}
