package cn.faheng.impact.spark;

import cn.faheng.drafting.impact.CaseImpact;
import cn.faheng.drafting.impact.Impact;
import cn.faheng.drafting.impact.ImpactPackage;
import cn.faheng.drafting.impact.ImpactTally;
import cn.faheng.drafting.impact.PastCaseJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import scala.reflect.ClassTag$;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command line for {@code spark-submit}: {@code --cases PATH --package FILE --out PATH}. Cases are lines of JSON as the service exports
 * them; the package is what it exports for a draft. Writes the impact of every case that changes as lines of JSON, and prints the tally.
 */
public final class ImpactOnSpark {

    private static final JsonMapper JSON = new JsonMapper();

    /** One computation for each package and JVM; an executor has many tasks. */
    private static final Map<String, Impact> OPENED = new ConcurrentHashMap<>();

    private ImpactOnSpark() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String cases = null;
        String draft = null;
        String into = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--cases" -> cases = arguments[i + 1];
                case "--package" -> draft = arguments[i + 1];
                case "--out" -> into = arguments[i + 1];
                default -> out.println("Unknown option: " + arguments[i]);
            }
        }
        if (cases == null || draft == null || into == null) {
            out.println("Usage: --cases PATH --package FILE --out PATH");
            System.exit(2);
            return;
        }
        ImpactPackage impact = ImpactPackage.parse(Files.readString(Path.of(draft)));
        try (SparkSession spark =
                SparkSession.builder().appName("faheng-impact").getOrCreate()) {
            out.println(run(spark, cases, impact, into));
        }
    }

    /**
     * Computes every case below {@code cases} and writes those that change below {@code out}.
     *
     * @return the tally as JSON
     */
    static String run(SparkSession spark, String cases, ImpactPackage impact, String out) {
        Broadcast<String> everywhere =
                spark.sparkContext().broadcast(impact.json(), ClassTag$.MODULE$.apply(String.class));
        Dataset<String> computed = spark.read()
                .textFile(cases)
                .filter((FilterFunction<String>) line -> !line.isBlank())
                .mapPartitions(
                        (MapPartitionsFunction<String, String>) lines -> compute(everywhere.value(), lines),
                        Encoders.STRING())
                .cache();
        computed.filter((FilterFunction<String>)
                        line -> JSON.readValue(line, CaseImpact.class).changed())
                .write()
                .text(out);
        List<String> parts = computed.mapPartitions(
                        (MapPartitionsFunction<String, String>) ImpactOnSpark::tally, Encoders.STRING())
                .collectAsList();
        return JSON.writeValueAsString(parts.stream()
                .map(part -> JSON.readValue(part, ImpactTally.class))
                .reduce(ImpactTally.empty(), ImpactTally::plus));
    }

    private static Iterator<String> compute(String opened, Iterator<String> lines) {
        Impact impact =
                OPENED.computeIfAbsent(opened, json -> ImpactPackage.parse(json).open());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public String next() {
                return computed(impact, lines.next());
            }
        };
    }

    private static String computed(Impact impact, String line) {
        try {
            return JSON.writeValueAsString(impact.of(PastCaseJson.read(line)));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new IllegalArgumentException("A line of the cases cannot be computed: " + e.getMessage(), e);
        }
    }

    private static Iterator<String> tally(Iterator<String> impacts) {
        ImpactTally tally = ImpactTally.empty();
        while (impacts.hasNext()) {
            tally = tally.plus(ImpactTally.of(JSON.readValue(impacts.next(), CaseImpact.class)));
        }
        List<String> one = new ArrayList<>();
        one.add(JSON.writeValueAsString(tally));
        return one.iterator();
    }
}
