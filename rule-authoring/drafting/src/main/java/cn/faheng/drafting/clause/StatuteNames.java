package cn.faheng.drafting.clause;

import java.util.Map;

/** English names of facts, as the statutes of the rule base use them; what is not known keeps its Chinese words. */
final class StatuteNames {
    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("违法所得", "illegalGains"),
            Map.entry("非法所得", "illegalGains"),
            Map.entry("违法收入", "illegalIncome"),
            Map.entry("货值金额", "goodsValue"),
            Map.entry("违法经营额", "illegalTurnover"),
            Map.entry("非法经营额", "illegalTurnover"),
            Map.entry("广告费用", "adFee"),
            Map.entry("直接损失", "directLoss"),
            Map.entry("直接经济损失", "directLoss"),
            Map.entry("建设工程造价", "constructionCost"),
            Map.entry("工程造价", "projectCost"),
            Map.entry("工程合同价款", "contractPrice"),
            Map.entry("总投资额", "totalInvestment"),
            Map.entry("处置费用", "disposalCost"),
            Map.entry("检验费用", "inspectionFee"),
            Map.entry("认证费用", "certificationFee"),
            Map.entry("所收费用", "feesCollected"),
            Map.entry("销售金额", "salesAmount"),
            Map.entry("评估价值", "assessedValue"));
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("每日", "days"),
            Map.entry("每天", "days"),
            Map.entry("每平方米", "squareMetres"),
            Map.entry("每立方米", "cubicMetres"),
            Map.entry("每米", "metres"),
            Map.entry("每次", "times"),
            Map.entry("每辆", "vehicles"),
            Map.entry("每车次", "trips"),
            Map.entry("每吨", "tonnes"),
            Map.entry("每只", "animals"),
            Map.entry("每件", "pieces"));

    private StatuteNames() {}

    static String base(String words) {
        String known = BASES.get(words);
        return known != null ? known : words.replaceAll("[^\\p{IsHan}A-Za-z0-9]", "");
    }

    static String unit(String words) {
        String known = UNITS.get(words);
        return known != null ? known : words.replaceFirst("^每一?", "").replaceAll("[^\\p{IsHan}A-Za-z0-9]", "") + "数";
    }

    /** A string in FEEL. */
    static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
