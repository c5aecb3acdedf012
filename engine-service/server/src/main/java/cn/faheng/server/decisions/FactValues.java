package cn.faheng.server.decisions;

import cn.faheng.server.problems.Problem.Errors;
import cn.faheng.server.problems.ProblemType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings raw answers into the one form that is computed with and stored: texts, booleans, whole numbers, decimals as text. */
final class FactValues {

    private static final int MOST_DIGITS = 18;
    private static final BigInteger EXACT_IN_JSON = BigInteger.valueOf(9_007_199_254_740_991L);

    private final String pointer;
    private final Errors errors;

    FactValues(String pointer, Errors errors) {
        this.pointer = pointer;
        this.errors = errors;
    }

    Map<String, Object> read(@Nullable Map<String, Object> raw) {
        Map<String, Object> facts = new TreeMap<>();
        if (raw == null) {
            return facts;
        }
        if (raw.size() > 200) {
            errors.add(pointer, ProblemType.OUT_OF_RANGE, "最多 200 个事实。");
            return facts;
        }
        raw.forEach((name, answer) -> {
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            // A fact that is null is not established, as one that is left out.
            if (answer != null) {
                Object value = answer instanceof Map<?, ?> map ? withUnit(at, map) : plain(at, answer);
                if (value != null) {
                    facts.put(name, value);
                }
            }
        });
        return facts;
    }

    private @Nullable Object withUnit(String at, Map<?, ?> map) {
        Map<String, Object> value = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            Object inner = member.getValue();
            if (inner == null || inner instanceof Map<?, ?>) {
                errors.add(at, ProblemType.WRONG_TYPE, "请写成 {\"value\": 数值, \"unit\": \"单位\"}。");
                return null;
            }
            Object plain = plain(at, inner);
            if (plain == null) {
                return null;
            }
            value.put(String.valueOf(member.getKey()), plain);
        }
        return value;
    }

    private @Nullable Object plain(String at, Object answer) {
        if (answer instanceof Boolean) {
            return answer;
        }
        if (answer instanceof String text) {
            if (text.length() <= 2000) {
                return text;
            }
            errors.add(at, ProblemType.OUT_OF_RANGE, "文本最多 2000 个字符。");
            return null;
        }
        BigDecimal number = decimal(answer);
        if (number == null) {
            errors.add(at, ProblemType.WRONG_TYPE, "应当是数值、文本、true、false，或者 {\"value\": …, \"unit\": …}。");
            return null;
        }
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.scale() > MOST_DIGITS
                || number.scale() < -MOST_DIGITS) {
            errors.add(at, ProblemType.OUT_OF_RANGE, "数值太大，或者小数位太多。");
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0 && stripped.toBigInteger().abs().compareTo(EXACT_IN_JSON) <= 0) {
            return stripped.longValueExact();
        }
        if (stripped.scale() > 6) {
            errors.add(at, ProblemType.OUT_OF_RANGE, "最多六位小数。");
            return null;
        }
        return stripped.toPlainString();
    }

    private static @Nullable BigDecimal decimal(Object answer) {
        if (answer instanceof Integer || answer instanceof Long) {
            return BigDecimal.valueOf(((Number) answer).longValue());
        }
        if (answer instanceof BigInteger whole) {
            return whole.bitLength() > 512 ? BigDecimal.TEN.pow(100) : new BigDecimal(whole);
        }
        return answer instanceof BigDecimal number ? number : null;
    }
}
