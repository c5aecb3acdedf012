package cn.faheng.benchmarks;

import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Real items, one of each form, with every input that matters to them. */
@SuppressWarnings("ImmutableEnumChecker") // The lists cannot be changed, which their type does not tell.
public enum BenchmarkItem {

    /** 未依法备案环境影响登记表: a ceiling in the statute and a table of tiers, adopted by the city. */
    TIERS(
            "GD-ENV-1.3",
            "environment/GD-ENV-1.3/statute/2018-12-29",
            "environment/GD-ENV-1.3/440000/2022-01-01",
            new Inputs()
                    .fact("marineProject", false, true)
                    .fact("建设项目所在区域", "一般区域", "限批区或环境敏感区")
                    .fact("整改情况", "限期内完成备案手续", "逾期未完成备案手续")),

    /** 生产经营超过保质期等食品: steps and multiples in the statute, the national bands behind it. */
    FOOD(
            "MK-F124",
            "food/MK-F124/statute/2025-12-01",
            null,
            new Inputs()
                    .fact("suspectedCrime", false, true)
                    .fact("circumstancesGrade", "一般", "情节严重")
                    .fact("goodsValue", goodsValues())),

    /** 未依法取得排污许可证排放大气污染物: a range in the statute and six weights, adopted by the city. */
    WEIGHTS(
            "GD-ENV-3.2.1",
            "environment/GD-ENV-3.2.1/statute/2018-10-26",
            "environment/GD-ENV-3.2.1/440000/2022-01-01",
            new Inputs()
                    .fact("circumstancesGrade", "一般", "情节严重")
                    .fact("排污许可分类管理类别", "简化管理", "重点管理")
                    .fact("排污情况", "排放含挥发性有机物废气", "排放B类大气污染物（除挥发性有机物废气）", "排放A类大气污染物")
                    .fact("排放口所在区域", "一般区域", "限批区或人居环境敏感区", "生态环境敏感区")
                    .fact("大气排放时期敏感度", "一般期间", "特殊或重大活动期间", "重污染天气预警期间")
                    .fact("大气污染物收集处理情况", "已经污染防治设施收集处理", "未经污染防治设施收集处理")
                    .fact("近二年同类违法行为情况（含本次）", "1次", "2次", "3次", "4次以上"));

    private static final LocalDate ACT = LocalDate.of(2026, 3, 2);
    private static final LocalDate DECIDED = LocalDate.of(2026, 5, 20);
    private static final Division PLACE = new Division("370811");

    private final String code;
    private final String statute;
    private final @Nullable String benchmark;
    private final List<Map<String, Object>> inputs;

    BenchmarkItem(String code, String statute, @Nullable String benchmark, Inputs inputs) {
        this.code = code;
        this.statute = statute;
        this.benchmark = benchmark;
        this.inputs = inputs.all();
    }

    /** Folder of the statute's rule set. */
    String statute() {
        return statute;
    }

    /** Folder of the benchmark's rule set, or null where none applies. */
    @Nullable
    String benchmark() {
        return benchmark;
    }

    /** Every combination of facts, in an order that no branch predictor can learn and that is always the same. */
    List<Map<String, Object>> inputs() {
        return inputs;
    }

    /** The inputs that end in a penalty, which is the ordinary and the longest way. */
    List<Map<String, Object>> ordinaryInputs() {
        return inputs.stream()
                .filter(facts -> !Boolean.TRUE.equals(facts.get("marineProject"))
                        && !Boolean.TRUE.equals(facts.get("suspectedCrime")))
                .toList();
    }

    /** The question of an organisation in the demo city, under one and the same law on both days. */
    DecisionRequest request(Map<String, Object> facts) {
        return new DecisionRequest(
                code,
                PLACE,
                ACT,
                ACT,
                ACT,
                DECIDED,
                new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                facts,
                CaseCircumstances.none(),
                null,
                List.of());
    }

    /** Both sides of the step to the fen, and many amounts below and above it. */
    private static Object[] goodsValues() {
        List<Object> values = new ArrayList<>(List.of(
                new BigDecimal("0"), new BigDecimal("9999.99"), new BigDecimal("10000"), new BigDecimal("10000.01")));
        IntStream.range(1, 509).mapToObj(i -> BigDecimal.valueOf(i * 3_917L, 2)).forEach(values::add);
        return values.toArray();
    }

    /** Combines the values of facts. */
    private static final class Inputs {
        private List<Map<String, Object>> all = List.of(Map.of());

        Inputs fact(String name, Object... values) {
            List<Map<String, Object>> combined = new ArrayList<>();
            for (Map<String, Object> facts : all) {
                for (Object value : values) {
                    Map<String, Object> more = new LinkedHashMap<>(facts);
                    more.put(name, value);
                    combined.add(more);
                }
            }
            all = combined;
            return this;
        }

        List<Map<String, Object>> all() {
            List<Map<String, Object>> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(1));
            return Collections.unmodifiableList(shuffled);
        }
    }
}
