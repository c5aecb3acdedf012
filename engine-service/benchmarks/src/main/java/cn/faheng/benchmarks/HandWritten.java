package cn.faheng.benchmarks;

import cn.faheng.benchmarks.Answer.Fine;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same items as a programmer would write them down in Java: the floor. It is what the product must not be, since law in code can
 * be neither published, nor dated, nor proved by the people who answer for it.
 */
final class HandWritten {

    private static final BigDecimal STEP = new BigDecimal(10_000);
    private static final BigDecimal TEN = new BigDecimal(10);
    private static final BigDecimal TWENTY = new BigDecimal(20);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Fine UP_TO_50_000 = fine(0, 50_000);
    private static final Fine FROM_50_000_TO_100_000 = fine(50_000, 100_000);
    private static final Fine FROM_100_000_TO_1_000_000 = fine(100_000, 1_000_000);

    private final BenchmarkItem item;

    HandWritten(BenchmarkItem item) {
        this.item = item;
    }

    Answer answer(Map<String, Object> facts) {
        return switch (item) {
            case TIERS -> tiers(facts);
            case FOOD -> food(facts);
            case WEIGHTS -> weights(facts);
        };
    }

    private static Fine fine(long min, long max) {
        return new Fine(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    private static Answer tiers(Map<String, Object> facts) {
        if (Boolean.TRUE.equals(facts.get("marineProject"))) {
            return new Answer("not-applicable", "海洋工程建设项目", null, null);
        }
        boolean ordinaryArea = "一般区域".equals(facts.get("建设项目所在区域"));
        boolean filedInTime = "限期内完成备案手续".equals(facts.get("整改情况"));
        if (ordinaryArea) {
            return filedInTime
                    ? new Answer(Answer.PENALTY, "未依法备案 / 1", UP_TO_50_000, fine(0, 10_000))
                    : new Answer(Answer.PENALTY, "未依法备案 / 2", UP_TO_50_000, fine(10_000, 30_000));
        }
        return filedInTime
                ? new Answer(Answer.PENALTY, "未依法备案 / 3", UP_TO_50_000, fine(30_000, 50_000))
                : new Answer(Answer.PENALTY, "未依法备案 / 4", UP_TO_50_000, fine(50_000, 50_000));
    }

    private static Answer food(Map<String, Object> facts) {
        if (Boolean.TRUE.equals(facts.get("suspectedCrime"))) {
            return new Answer("transfer-criminal", "涉嫌犯罪", null, null);
        }
        boolean serious = "情节严重".equals(facts.get("circumstancesGrade"));
        if (!(facts.get("goodsValue") instanceof BigDecimal value)) {
            throw new IllegalArgumentException("goodsValue");
        }
        return value.compareTo(STEP) < 0
                ? new Answer(Answer.PENALTY, serious ? "货值金额不足一万元，情节严重" : "货值金额不足一万元", FROM_50_000_TO_100_000, null)
                : new Answer(
                        Answer.PENALTY,
                        serious ? "货值金额一万元以上，情节严重" : "货值金额一万元以上",
                        new Fine(value.multiply(TEN), value.multiply(TWENTY)),
                        null);
    }

    private static Answer weights(Map<String, Object> facts) {
        BigDecimal total = BigDecimal.valueOf(7)
                .add(weight("重点管理".equals(facts.get("排污许可分类管理类别")) ? 15 : 0))
                .add(weight(discharge(facts.get("排污情况"))))
                .add(weight(area(facts.get("排放口所在区域"))))
                .add(weight(period(facts.get("大气排放时期敏感度"))))
                .add(weight("未经污染防治设施收集处理".equals(facts.get("大气污染物收集处理情况")) ? 10 : 0))
                .add(weight(repetition(facts.get("近二年同类违法行为情况（含本次）"))))
                .min(HUNDRED);
        BigDecimal amount = total.multiply(STEP);
        String grade = "情节严重".equals(facts.get("circumstancesGrade")) ? "情节严重 / 权重累加" : "一般 / 权重累加";
        return new Answer(Answer.PENALTY, grade, FROM_100_000_TO_1_000_000, new Fine(amount, amount));
    }

    private static BigDecimal weight(int percent) {
        return BigDecimal.valueOf(percent);
    }

    private static int discharge(@Nullable Object fact) {
        return "排放A类大气污染物".equals(fact) ? 25 : "排放含挥发性有机物废气".equals(fact) ? 3 : 8;
    }

    private static int area(@Nullable Object fact) {
        return "生态环境敏感区".equals(fact) ? 15 : "一般区域".equals(fact) ? 0 : 3;
    }

    private static int period(@Nullable Object fact) {
        return "重污染天气预警期间".equals(fact) ? 10 : "一般期间".equals(fact) ? 0 : 5;
    }

    private static int repetition(@Nullable Object fact) {
        return "4次以上".equals(fact) ? 18 : "3次".equals(fact) ? 6 : "2次".equals(fact) ? 2 : 0;
    }
}
