package cn.faheng.benchmarks;

import com.gs.dmn.runtime.Context;
import com.gs.dmn.runtime.ExecutionContext;
import com.gs.dmn.runtime.ExecutionContextBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of an item as jDMN compiled them to Java when this module was built. */
final class CompiledByJdmn {

    private final ExecutionContext execution =
            ExecutionContextBuilder.executionContext().build();
    private final BenchmarkItem item;
    private final jdmn.tiers.statute.Penalty tiersStatute = new jdmn.tiers.statute.Penalty();
    private final jdmn.tiers.benchmark.Penalty tiersBenchmark = new jdmn.tiers.benchmark.Penalty();
    private final jdmn.food.statute.Penalty foodStatute = new jdmn.food.statute.Penalty();
    private final jdmn.weights.statute.Penalty weightsStatute = new jdmn.weights.statute.Penalty();
    private final jdmn.weights.benchmark.Penalty weightsBenchmark = new jdmn.weights.benchmark.Penalty();

    CompiledByJdmn(BenchmarkItem item) {
        this.item = item;
    }

    Answer answer(Map<String, Object> facts) {
        Map<?, ?> law = columns(statute(facts));
        boolean asked = item.benchmark() != null && Answer.result(law).equals(Answer.PENALTY);
        return Answer.of(law, asked ? columns(benchmark(facts)) : null);
    }

    private Context statute(Map<String, Object> facts) {
        return switch (item) {
            case TIERS -> tiersStatute.apply((Boolean) facts.get("marineProject"), execution);
            case FOOD ->
                foodStatute.apply(
                        (String) facts.get("circumstancesGrade"),
                        (Number) facts.get("goodsValue"),
                        (Boolean) facts.get("suspectedCrime"),
                        execution);
            case WEIGHTS -> weightsStatute.apply((String) facts.get("circumstancesGrade"), execution);
        };
    }

    private @Nullable Context benchmark(Map<String, Object> facts) {
        return switch (item) {
            case TIERS -> tiersBenchmark.apply((String) facts.get("建设项目所在区域"), (String) facts.get("整改情况"), execution);
            case FOOD -> null;
            case WEIGHTS ->
                weightsBenchmark.apply(
                        (String) facts.get("大气排放时期敏感度"),
                        (String) facts.get("大气污染物收集处理情况"),
                        (String) facts.get("排放口所在区域"),
                        (String) facts.get("排污情况"),
                        (String) facts.get("排污许可分类管理类别"),
                        (String) facts.get("近二年同类违法行为情况（含本次）"),
                        execution);
        };
    }

    private Map<?, ?> columns(@Nullable Context context) {
        if (context == null) {
            throw new IllegalStateException("jDMN gave no answer for " + item);
        }
        return context.getBindings();
    }
}
