package cn.faheng.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.benchmarks.Answer.Fine;
import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.rules.format.RuleBase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison is only fair between computations that give the same answer. */
class PeersAgreeTest {

    /** Our engine does much more per case than the others, so it is asked a sample. */
    private static final int SAMPLE = 24;

    private static Engine traced = new Engine(RuleBase.bundled());
    private static Engine untraced = traced;

    @BeforeAll
    static void shareModels() {
        ModelRegistry models = new ModelRegistry();
        traced = new Engine(traced.base(), models, true);
        untraced = new Engine(traced.base(), models, false);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("裸 Drools、jDMN 与手写 Java 对每一种事实给出相同的结果")
    void modelsGiveTheSameAnswerEverywhere(BenchmarkItem item) {
        BareDrools drools = new BareDrools(item);
        CompiledByJdmn jdmn = new CompiledByJdmn(item);
        HandWritten hand = new HandWritten(item);
        for (Map<String, Object> facts : item.inputs()) {
            Answer answer = plain(hand.answer(facts));
            assertThat(plain(drools.answer(facts))).as("Drools, %s", facts).isEqualTo(answer);
            assertThat(plain(jdmn.answer(facts))).as("jDMN, %s", facts).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("引擎（说理与不说理）与手写 Java 的法定幅度、基准幅度相同")
    void engineGivesTheSameAnswerTracedAndUntraced(BenchmarkItem item) {
        HandWritten hand = new HandWritten(item);
        List<Map<String, Object>> inputs = item.inputs();
        int step = Math.max(1, inputs.size() / SAMPLE);
        for (int i = 0; i < inputs.size(); i += step) {
            Map<String, Object> facts = inputs.get(i);
            Answer answer = plain(hand.answer(facts));
            DecisionRequest request = item.request(facts);
            assertThat(ours(traced, request, answer)).as("traced, %s", facts).isEqualTo(answer);
            assertThat(ours(untraced, request, answer))
                    .as("untraced, %s", facts)
                    .isEqualTo(answer);
        }
    }

    /** An item that does not apply has no law to read; its ground alone says so. */
    private static Answer ours(Engine engine, DecisionRequest request, Answer expected) {
        Outcome outcome = engine.decide(request).outcome();
        if (outcome instanceof Outcome.Determined determined) {
            return plain(Answer.of(determined.applied()));
        }
        return new Answer(outcome.code(), expected.tier(), null, null);
    }

    private static Answer plain(Answer answer) {
        return new Answer(answer.result(), answer.tier(), plain(answer.statutory()), plain(answer.benchmark()));
    }

    private static @Nullable Fine plain(@Nullable Fine fine) {
        if (fine == null) {
            return null;
        }
        BigDecimal max = fine.max();
        return new Fine(fine.min().stripTrailingZeros(), max == null ? null : max.stripTrailingZeros());
    }
}
