package cn.faheng.engine.explanation;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.legal.Fen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions and values in the words of a decision: 货值金额不足1万元, 整改情况为“逾期未完成备案手续”. */
public final class ConditionText {

    private ConditionText() {}

    /** A condition on a fact. {@code fact} may be null for an intermediate decision, which is then named by {@code name}. */
    public static String condition(String name, @Nullable Fact fact, CellCondition condition) {
        return (fact == null ? name : fact.label()) + demand(fact, condition);
    }

    private static String demand(@Nullable Fact fact, CellCondition condition) {
        if (condition instanceof CellCondition.Interval interval) {
            return interval(fact, interval);
        }
        if (condition instanceof CellCondition.AnyOf any) {
            return any.options().stream().map(option -> demand(fact, option)).collect(Collectors.joining("，或者"));
        }
        if (condition instanceof CellCondition.Not not) {
            return "不符合：" + demand(fact, not.excluded());
        }
        if (condition instanceof CellCondition.Literal literal) {
            return "为" + quoted(fact, literal.value());
        }
        return "不限";
    }

    private static String interval(@Nullable Fact fact, CellCondition.Interval interval) {
        BigDecimal low = interval.low();
        BigDecimal high = interval.high();
        if (low == null && high == null) {
            return "不限";
        }
        if (low == null) {
            return upper(fact, high, interval.highIncluded());
        }
        String from = (interval.lowIncluded() ? "" : "超过") + value(fact, low) + (interval.lowIncluded() ? "以上" : "");
        return high == null ? from : from + "、" + upper(fact, high, interval.highIncluded());
    }

    private static String upper(@Nullable Fact fact, @Nullable BigDecimal high, boolean included) {
        if (high == null) {
            return "";
        }
        if (high.signum() == 0 && included) {
            return "为" + value(fact, high);
        }
        return included ? value(fact, high) + "以下" : "不足" + value(fact, high);
    }

    private static String quoted(@Nullable Fact fact, Object value) {
        return value instanceof String ? "“" + value(fact, value) + "”" : value(fact, value);
    }

    /** A value of a fact as a reader sees it. */
    public static String value(@Nullable Fact fact, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        if (value instanceof BigDecimal number) {
            if (fact != null && fact.type() == Fact.Type.MONEY && number.signum() >= 0 && number.scale() <= 2) {
                return Fen.ofYuan(number).chinese();
            }
            BigDecimal plain = number.stripTrailingZeros();
            return plain.toPlainString() + (fact == null || fact.unit() == null ? "" : fact.unit());
        }
        if (value instanceof LocalDate date) {
            return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        }
        String text = value.toString();
        return fact == null ? text : fact.choice(text).map(Fact.Choice::label).orElse(text);
    }
}
