package cn.faheng.engine.request;

import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads raw answers against the questions they answer, once. Money comes out in yuan. */
public final class FactReader {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final Map<String, BigDecimal> YUAN_PER_UNIT = Map.of(
            "元", BigDecimal.ONE, "万元", new BigDecimal(10_000), "分", new BigDecimal("0.01"), "角", new BigDecimal("0.1"));

    private final Map<String, Fact> questions = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    public FactReader(Collection<Fact> questions) {
        questions.forEach(fact -> this.questions.putIfAbsent(fact.name(), fact));
    }

    /**
     * Reads all answers.
     *
     * @return fact name to BigDecimal, String, Boolean or LocalDate, sorted by name
     * @throws InvalidRequestException naming every answer that cannot be read
     */
    public Map<String, Object> read(Map<String, Object> raw) {
        Map<String, Object> facts = new TreeMap<>();
        new TreeMap<>(raw).forEach((name, answer) -> {
            Fact fact = question(name);
            if (fact == null || fact.fromParty()) {
                String known = questions.values().stream()
                        .filter(q -> !q.fromParty() && !q.name().contains("@"))
                        .map(Fact::name)
                        .collect(Collectors.joining("、"));
                problem(
                        name,
                        "unknown-fact",
                        "本事项没有名为“" + name + "”的事实。可用的事实：" + (known.isEmpty() ? "无" : known) + "。");
                return;
            }
            Object value = value(fact, answer);
            if (value != null && facts.put(fact.name(), value) != null) {
                problem(name, "wrong-type", "“" + fact.label() + "”填了两次（事实名和问题文字各一次），请只留一个。");
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return facts;
    }

    /** The question of this name; its Chinese label names it as well where no two questions share it. */
    private @Nullable Fact question(String name) {
        Fact byName = questions.get(name);
        if (byName != null) {
            return byName;
        }
        List<Fact> byLabel =
                questions.values().stream().filter(q -> q.label().equals(name)).toList();
        return byLabel.size() == 1 ? byLabel.get(0) : null;
    }

    private @Nullable Object value(Fact fact, Object answer) {
        Object bare = answer;
        String unit = null;
        if (answer instanceof Map<?, ?> map) {
            bare = map.get("value");
            unit = map.get("unit") instanceof String text ? text : null;
            if (bare == null || map.keySet().stream().anyMatch(k -> !"value".equals(k) && !"unit".equals(k))) {
                problem(fact.name(), "wrong-type", "请写成 {\"value\": 数值, \"unit\": \"单位\"}。");
                return null;
            }
        }
        return switch (fact.type()) {
            case MONEY, NUMBER, INTEGER -> number(fact, bare, unit);
            case BOOLEAN -> bare instanceof Boolean ? bare : wrongType(fact, "true 或 false");
            case CHOICE -> choice(fact, bare);
            case DATE -> date(fact, bare);
        };
    }

    private @Nullable Object choice(Fact fact, Object bare) {
        if (bare instanceof String text && fact.choice(text).isPresent()) {
            return text;
        }
        String allowed = fact.values().stream().map(Fact.Choice::value).collect(Collectors.joining("”、“", "“", "”"));
        return wrongType(fact, "下列之一：" + allowed);
    }

    private @Nullable Object date(Fact fact, Object bare) {
        try {
            return LocalDate.parse(String.valueOf(bare));
        } catch (DateTimeParseException e) {
            return wrongType(fact, "日期（yyyy-mm-dd）");
        }
    }

    private @Nullable BigDecimal number(Fact fact, Object bare, @Nullable String unit) {
        BigDecimal number = decimal(bare);
        if (number == null) {
            wrongType(fact, fact.type() == Fact.Type.INTEGER ? "整数" : "数值");
            return null;
        }
        BigDecimal value = inUnit(fact, number, unit);
        if (value == null) {
            return null;
        }
        value = value.stripTrailingZeros();
        if (fact.type() == Fact.Type.INTEGER && value.scale() > 0) {
            wrongType(fact, "整数");
            return null;
        }
        if (fact.type() == Fact.Type.MONEY && value.scale() > 2) {
            problem(fact.name(), "wrong-type", "金额精确到分，最多两位小数（单位：元）。");
            return null;
        }
        if (value.scale() > MOST_DECIMALS) {
            problem(fact.name(), "wrong-type", "“" + fact.label() + "”最多" + MOST_DECIMALS + "位小数。");
            return null;
        }
        if (!inRange(fact, value)) {
            problem(fact.name(), "out-of-range", allowed(fact));
            return null;
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static boolean inRange(Fact fact, BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        long digits = value.precision() - (long) value.scale();
        return digits <= MOST_DIGITS
                && (min == null || value.compareTo(min) >= 0)
                && (max == null || value.compareTo(max) <= 0);
    }

    private static String allowed(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        String low = min == null ? "" : "不小于 " + min.toPlainString() + "、";
        String high = max == null ? "整数部分不超过 " + MOST_DIGITS + " 位" : "不大于 " + max.toPlainString();
        return fact.label() + "应当" + low + high + (fact.unit() == null ? "" : "（单位：" + fact.unit() + "）") + "。";
    }

    private @Nullable BigDecimal inUnit(Fact fact, BigDecimal number, @Nullable String unit) {
        if (unit == null || unit.equals(fact.unit())) {
            return number;
        }
        BigDecimal yuan = YUAN_PER_UNIT.get(unit);
        if (fact.type() == Fact.Type.MONEY && yuan != null) {
            return number.multiply(yuan);
        }
        problem(
                fact.name(),
                "wrong-unit",
                fact.label() + (fact.unit() == null ? "没有单位" : "的单位是“" + fact.unit() + "”") + "，不是“" + unit + "”。"
                        + (fact.type() == Fact.Type.MONEY ? "金额可用元、万元、角、分。" : ""));
        return null;
    }

    private static @Nullable BigDecimal decimal(Object bare) {
        if (bare instanceof BigDecimal number) {
            return number;
        }
        if (bare instanceof Integer || bare instanceof Long || bare instanceof BigInteger) {
            return new BigDecimal(bare.toString());
        }
        return bare instanceof String text && text.matches("-?\\d{1,18}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    private @Nullable Object wrongType(Fact fact, String wanted) {
        problem(fact.name(), "wrong-type", "“" + fact.label() + "”应当是" + wanted + "。");
        return null;
    }

    /** The JSON pointer of a fact of the request. */
    public static String pointer(String fact) {
        return "/facts/" + fact.replace("~", "~0").replace("/", "~1");
    }

    private void problem(String fact, String code, String detail) {
        problems.add(new FieldProblem(pointer(fact), code, detail));
    }
}
