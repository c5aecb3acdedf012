package cn.faheng.benchmarks;

import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.Prover;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What proving costs: a table of 500 rows and 9 columns, and the whole bundled base, its models compiled anew each time. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@State(Scope.Benchmark)
@SuppressWarnings({"NullAway.Init", "NullAway"}) // JMH fills the states.
public class ProofBenchmark {

    private RuleBase base;
    private RuleSet large;

    @Setup
    public void prepare() {
        base = RuleBase.bundled();
        large = LargeTable.ruleSet();
    }

    /** 500 rows, 9 columns, numbers and choices mixed, compiled and proved. */
    @Benchmark
    public ProofReport tableOf500RowsAnd9Columns() {
        return LargeTable.proved(new Prover(base).prove(large));
    }

    /** The same with one row taken out: the hole has to be found. */
    @Benchmark
    public ProofReport tableWithAHole() {
        return LargeTable.refuted(new Prover(base).prove(LargeTable.withoutRow(321)));
    }

    /** Every rule set of the bundled base, on all processors. */
    @Benchmark
    public List<ProofReport> wholeBundledBase() {
        Prover prover = new Prover(base, new ModelRegistry(), false);
        return base.catalogue().ruleSets().parallelStream().map(prover::prove).toList();
    }
}
