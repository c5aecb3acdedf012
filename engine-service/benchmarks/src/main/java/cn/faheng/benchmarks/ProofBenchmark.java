package cn.faheng.benchmarks;

import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.Intake;
import cn.faheng.drafting.intake.IntakeContext;
import cn.faheng.drafting.intake.ItemProof;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.law.LawTexts;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.proof.ProofReport;
import cn.faheng.engine.proof.Prover;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/**
 * What proving costs: a table of 500 rows and 9 columns, the whole bundled base, and that with every item of a collection of published
 * tables; models are compiled anew each time. {@code -Dfaheng.benchmarks} names the collection, beside the project when left out.
 */
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

    /** The bundled base and all items of a collection, each with the statute it brings along. */
    @Benchmark
    public List<ProofReport> wholeBaseAndImportedItems(Imported imported) {
        List<ProofReport> all = new ArrayList<>(wholeBundledBase());
        all.addAll(imported.items.parallelStream()
                .map(item -> imported.proofs.prove(item.content()))
                .toList());
        return all;
    }

    /** The items of the collection, read once. */
    @State(Scope.Benchmark)
    public static class Imported {

        private List<ImportedItem> items;
        private ItemProof proofs;

        /** Reads them with the texts of the laws beside them. */
        @Setup
        public void read() throws IOException {
            Path file = Path.of(System.getProperty("faheng.benchmarks", "../shared/law/benchmarks.json"));
            RuleBase base = RuleBase.bundled();
            LawTexts law =
                    LawTexts.read(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            items = Intake.read(
                            new SourceFile("benchmarks.json", Files.readAllBytes(file)),
                            new IntakeContext(base, law.library()))
                    .items();
            proofs = new ItemProof(base, law.library());
        }
    }
}
