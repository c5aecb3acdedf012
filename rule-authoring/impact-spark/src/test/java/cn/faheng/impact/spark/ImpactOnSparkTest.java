package cn.faheng.impact.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.drafting.impact.CaseImpact;
import cn.faheng.drafting.impact.Impact;
import cn.faheng.drafting.impact.ImpactPackage;
import cn.faheng.drafting.impact.ImpactTally;
import cn.faheng.drafting.impact.PastCase;
import cn.faheng.drafting.impact.PastCaseJson;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.format.ResourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("在 Spark 上测算影响")
class ImpactOnSparkTest {

    private static final String FOLDER = "rulesets/environment/GD-ENV-1.3/440000/";
    private static final JsonMapper JSON = new JsonMapper();

    /** The third tier falls from 3 to 2 万元 at the least. */
    private static ImpactPackage draft() {
        ResourceTree bundled = ResourceTree.bundled();
        Map<String, String> base = new TreeMap<>();
        bundled.paths().forEach(path -> base.put(path, bundled.text(path)));
        Map<String, String> draft = new TreeMap<>();
        for (String file : List.of("ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md")) {
            String text = bundled.text(FOLDER + "2022-01-01/" + file).replace("2022-01-01", "2026-06-01");
            int row = Math.max(text.indexOf("<rule id=\"T3\""), 0);
            draft.put(
                    FOLDER + "2026-06-01/" + file,
                    text.substring(0, row)
                            + text.substring(row).replaceFirst("<text>30000</text>", "<text>20000</text>"));
        }
        return new ImpactPackage(base, draft, List.of("environment/GD-ENV-1.3/440000@2026-06-01"), "2026-05-20");
    }

    private static List<PastCase> cases(int count) {
        List<PastCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.of(2026, 1, 5).plusDays(i % 60);
            DecisionRequest request = new DecisionRequest(
                    "GD-ENV-1.3",
                    new Division(i % 3 == 0 ? "440100" : "440700"),
                    day,
                    day,
                    null,
                    day.plusDays(30),
                    new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                    Map.of(
                            "建设项目所在区域", i % 2 == 0 ? "限批区或环境敏感区" : "一般区域",
                            "整改情况", i % 5 == 0 ? "逾期未完成备案手续" : "限期内完成备案手续",
                            "marineProject", false),
                    CaseCircumstances.none(),
                    null,
                    List.of());
            cases.add(new PastCase("C" + i, i % 4 == 0, request, null, i % 4 == 0 ? null : 3_000_000L, null));
        }
        return cases;
    }

    @Test
    @DisplayName("与单机逐件测算的结果完全相同")
    void givesTheSameAsOneMachine(@TempDir Path folder) throws IOException {
        List<PastCase> cases = cases(240);
        Path input = folder.resolve("cases.ndjson");
        Files.write(input, cases.stream().map(PastCaseJson::write).toList());
        ImpactPackage impactPackage = draft();
        String tally;
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            tally = ImpactOnSpark.run(
                    spark,
                    input.toUri().toString(),
                    impactPackage,
                    folder.resolve("out").toUri().toString());
        }

        Impact impact = impactPackage.open();
        List<CaseImpact> alone = cases.stream().map(impact::of).toList();
        ImpactTally expected = alone.stream().map(ImpactTally::of).reduce(ImpactTally.empty(), ImpactTally::plus);
        assertThat(JSON.readValue(tally, ImpactTally.class)).isEqualTo(expected);
        assertThat(expected.changed()).isPositive().isLessThan(cases.size());
        assertThat(written(folder.resolve("out")))
                .containsExactlyInAnyOrderElementsOf(
                        alone.stream().filter(CaseImpact::changed).toList());
    }

    private static List<CaseImpact> written(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            List<CaseImpact> impacts = new ArrayList<>();
            for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-"))
                    .toList()) {
                Files.readAllLines(part).forEach(line -> impacts.add(JSON.readValue(line, CaseImpact.class)));
            }
            return impacts;
        }
    }
}
