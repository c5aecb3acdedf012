package cn.faheng.benchmarks;

import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.rules.format.RuleBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One case after another, never the same twice in a row. The last three compute the item's own models and nothing else; ours chooses
 * versions, weighs two laws, asks the general part, finds the procedure and, when traced, gives reasons.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings({"NullAway.Init", "NullAway"}) // JMH fills the states.
public class DecisionBenchmark {

    /** The cases of one item, in turn. */
    @State(Scope.Thread)
    public static class Cases {
        @Param
        public BenchmarkItem item;

        private List<Map<String, Object>> facts;
        private int next;

        @Setup
        public void prepare() {
            facts = item.ordinaryInputs();
        }

        int turn() {
            next = next + 1 == facts.size() ? 0 : next + 1;
            return next;
        }

        Map<String, Object> nextFacts() {
            return facts.get(turn());
        }
    }

    /** Our engine on the bundled rule base. */
    @State(Scope.Thread)
    public static class Ours {
        private Engine traced;
        private Engine untraced;
        private List<DecisionRequest> requests;

        @Setup
        public void prepare(Cases cases) {
            RuleBase base = RuleBase.bundled();
            ModelRegistry models = new ModelRegistry();
            traced = new Engine(base, models, true);
            untraced = new Engine(base, models, false);
            requests = cases.facts.stream().map(cases.item::request).toList();
        }
    }

    /** The item's models on Drools DMN. */
    @State(Scope.Thread)
    public static class Drools {
        private BareDrools models;

        @Setup
        public void prepare(Cases cases) {
            models = new BareDrools(cases.item);
        }
    }

    /** The item's models compiled by jDMN. */
    @State(Scope.Thread)
    public static class Jdmn {
        private CompiledByJdmn models;

        @Setup
        public void prepare(Cases cases) {
            models = new CompiledByJdmn(cases.item);
        }
    }

    /** The item in Java. */
    @State(Scope.Thread)
    public static class Hand {
        private HandWritten code;

        @Setup
        public void prepare(Cases cases) {
            code = new HandWritten(cases.item);
        }
    }

    @Benchmark
    @Warmup(iterations = 6, time = 3) // Much more code to compile than the others have.
    public Decision oursWithFullTrace(Cases cases, Ours ours) {
        return ours.traced.decide(ours.requests.get(cases.turn()));
    }

    @Benchmark
    @Warmup(iterations = 6, time = 3) // Much more code to compile than the others have.
    public Decision oursWithoutTrace(Cases cases, Ours ours) {
        return ours.untraced.decide(ours.requests.get(cases.turn()));
    }

    @Benchmark
    public Answer modelOnBareDrools(Cases cases, Drools drools) {
        return drools.models.answer(cases.nextFacts());
    }

    @Benchmark
    public Answer modelCompiledByJdmn(Cases cases, Jdmn jdmn) {
        return jdmn.models.answer(cases.nextFacts());
    }

    @Benchmark
    public Answer handWrittenJava(Cases cases, Hand hand) {
        return hand.code.answer(cases.nextFacts());
    }
}
