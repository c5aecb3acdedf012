package cn.faheng.drafting.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of enforcement, and the Chinese words by which documents name them. */
public final class Fields {

    private static final List<String> CODES = List.of(
            "food",
            "market",
            "product-quality",
            "environment",
            "traffic",
            "transport",
            "work-safety",
            "public-security",
            "police",
            "urban",
            "fire",
            "price",
            "construction");
    private static final Map<String, String> WORDS = words();

    private Fields() {}

    /** The codes, in the order in which they are offered. */
    public static List<String> codes() {
        return CODES;
    }

    static boolean known(String code) {
        return CODES.contains(code);
    }

    /** The field that the words name; the first that matches. */
    static Optional<String> read(String words) {
        return WORDS.entrySet().stream()
                .filter(e -> words.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("食品", "food");
        words.put("产品质量", "product-quality");
        words.put("生态环境", "environment");
        words.put("环境保护", "environment");
        words.put("污染", "environment");
        words.put("道路交通安全", "traffic");
        words.put("交通运输", "transport");
        words.put("道路运输", "transport");
        words.put("安全生产", "work-safety");
        words.put("应急管理", "work-safety");
        words.put("治安管理", "public-security");
        words.put("消防", "fire");
        words.put("价格", "price");
        words.put("城市管理", "urban");
        words.put("市容", "urban");
        words.put("城乡规划", "urban");
        words.put("建筑", "construction");
        words.put("建设工程", "construction");
        words.put("住房和城乡建设", "construction");
        words.put("公安", "police");
        words.put("市场监管", "market");
        words.put("市场监督管理", "market");
        words.put("广告", "market");
        return words;
    }
}
