package cn.faheng.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options and prints the table of PERFORMANCE.md: medians and ratios of this one run. */
public final class Benchmarks {

    private static final List<String> ORDER = List.of(
            "oursWithFullTrace", "oursWithoutTrace", "modelOnBareDrools", "modelCompiledByJdmn", "handWrittenJava");

    private Benchmarks() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException, java.io.IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        boolean asksOnly = options.shouldHelp()
                || options.shouldList()
                || options.shouldListWithParams()
                || options.shouldListProfilers()
                || options.shouldListResultFormats();
        if (asksOnly) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        print(new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run());
    }

    private static void print(Collection<RunResult> results) {
        printProofs(results);
        Map<String, List<RunResult>> byItem = new TreeMap<>();
        results.stream().filter(r -> r.getParams().getParam("item") != null).forEach(r -> byItem.computeIfAbsent(
                        r.getParams().getParam("item"), item -> new ArrayList<>())
                .add(r));
        if (byItem.isEmpty()) {
            return;
        }
        System.out.println();
        System.out.println("| item | computed by | median µs | × bare Drools | × hand-written | KB allocated |");
        System.out.println("|---|---|---:|---:|---:|---:|");
        byItem.forEach((item, runs) -> ORDER.forEach(name -> runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + name))
                .forEach(run -> System.out.println(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.3f | %s | %s | %.1f |",
                        item,
                        name,
                        median(run),
                        ratio(run, runs, "modelOnBareDrools"),
                        ratio(run, runs, "handWrittenJava"),
                        allocatedBytes(run) / 1024)))));
    }

    private static void printProofs(Collection<RunResult> results) {
        List<RunResult> proofs = results.stream()
                .filter(r -> r.getParams().getParam("item") == null)
                .toList();
        if (!proofs.isEmpty()) {
            System.out.println();
            System.out.println("| proof of | median s |");
            System.out.println("|---|---:|");
            proofs.forEach(run -> System.out.println(String.format(
                    Locale.ROOT, "| %s | %.2f |", run.getPrimaryResult().getLabel(), median(run) / 1000)));
        }
    }

    private static double median(RunResult run) {
        return run.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String ratio(RunResult run, List<RunResult> runs, String to) {
        return runs.stream()
                .filter(other -> other.getParams().getBenchmark().endsWith("." + to))
                .map(other -> String.format(Locale.ROOT, "%.3g", median(run) / median(other)))
                .findFirst()
                .orElse("");
    }

    @SuppressWarnings("rawtypes") // As JMH declares its results.
    private static double allocatedBytes(RunResult run) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(e -> e.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(e -> e.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
