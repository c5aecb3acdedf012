package cn.faheng.drafting.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a table of weights adds up to, as printed. */
final class WeightSums {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern PERCENT = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*%?\\s*");

    private WeightSums() {}

    /** Item number to what is wrong with its sums. */
    static Map<String, List<String>> read(JsonNode root) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        JsonNode items = root.isArray() ? root : root.path("items");
        for (JsonNode item : items) {
            List<String> defects = of(item);
            if (!defects.isEmpty()) {
                found.put(item.path("id").asString(""), defects);
            }
        }
        return found;
    }

    private static List<String> of(JsonNode item) {
        List<String> defects = new ArrayList<>();
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        List<String> heaviest = new ArrayList<>();
        for (JsonNode factor : item.path("factors")) {
            BigDecimal least = null;
            BigDecimal most = null;
            String top = "";
            for (JsonNode option : factor.path("options")) {
                Optional<BigDecimal> weight = percent(option.path("weight"));
                if (weight.isEmpty()) {
                    continue;
                }
                least = least == null ? weight.get() : least.min(weight.get());
                if (most == null || weight.get().compareTo(most) > 0) {
                    most = weight.get();
                    top = option.path("condition").asString("");
                }
            }
            if (least != null && most != null) {
                low = low.add(least);
                high = high.add(most);
                heaviest.add(factor.path("name").asString("") + "＝" + top + "（" + text(most) + "）");
            }
        }
        List<BigDecimal> starts = new ArrayList<>();
        item.path("start").forEach(start -> percent(start).ifPresent(starts::add));
        for (BigDecimal start : starts) {
            BigDecimal sum = start.add(high);
            if (!heaviest.isEmpty() && sum.compareTo(HUNDRED) > 0) {
                defects.add(
                        "裁量起点" + text(start) + "，各因素都取最高一档时合计" + text(sum) + "，超过100%：" + String.join("，", heaviest));
            } else if (!heaviest.isEmpty() && sum.compareTo(HUNDRED) < 0) {
                defects.add("裁量起点" + text(start) + "，各因素都取最高一档时合计只有" + text(sum) + "，永远达不到法定最高额："
                        + String.join("，", heaviest));
            }
        }
        if (starts.size() == 1) {
            stated(item, "sumMinPct", starts.get(0).add(low), "最低", defects);
            stated(item, "sumMaxPct", starts.get(0).add(high), "最高", defects);
        }
        return defects;
    }

    private static Optional<BigDecimal> percent(JsonNode node) {
        Matcher m = PERCENT.matcher(node.asString(""));
        return m.matches() ? Optional.of(new BigDecimal(m.group(1))) : Optional.empty();
    }

    private static String text(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    private static void stated(JsonNode item, String name, BigDecimal computed, String which, List<String> defects) {
        JsonNode stated = item.path(name);
        if (stated.isNumber() && stated.decimalValue().compareTo(computed) != 0) {
            defects.add("来源另记的合计" + which + "为" + text(stated.decimalValue()) + "，按裁量起点和所列选项相加为" + text(computed));
        }
    }
}
