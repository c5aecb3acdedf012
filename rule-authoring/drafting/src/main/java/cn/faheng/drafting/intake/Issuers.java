package cn.faheng.drafting.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who issues documents under a given prefix of their number (机关代字). */
final class Issuers {

    private static final Map<String, String> PREFIXES = prefixes();

    private Issuers() {}

    static Optional<String> byNumber(String number) {
        return PREFIXES.entrySet().stream()
                .filter(e -> number.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("粤环发", "广东省生态环境厅");
        prefixes.put("鲁环发", "山东省生态环境厅");
        prefixes.put("深城管规", "深圳市城市管理和综合执法局");
        prefixes.put("晋应急发", "山西省应急管理厅");
        prefixes.put("鲁应急发", "山东省应急管理厅");
        prefixes.put("国市监法规", "国家市场监督管理总局");
        prefixes.put("应急〔", "应急管理部");
        prefixes.put("环执法", "生态环境部");
        return prefixes;
    }
}
