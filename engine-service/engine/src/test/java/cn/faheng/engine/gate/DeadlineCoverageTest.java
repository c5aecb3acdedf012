package cn.faheng.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.timelimit.Length;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("每一条期限或者由案件规则启动，或者说明为什么不在案件之中")
class DeadlineCoverageTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern START = Pattern.compile("running\\.start\\(\"([^\"]+)\", \"(DL-[^\"]+)\"");

    private static String text(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DeadlineCoverageTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> notInACase() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        JsonNode tree = YAML.readTree(text("/deadlines/not-in-a-case.yaml"));
        tree.properties()
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asString()));
        return reasons;
    }

    /** Limit to the sets whose rules start it. */
    private static Map<String, Set<String>> started() throws IOException {
        Map<String, Set<String>> started = new TreeMap<>();
        for (JsonNode set : YAML.readTree(text("/gates/index.yaml")).path("sets")) {
            Matcher rule = START.matcher(text("/gates/" + set.asString() + "/rules.drl"));
            while (rule.find()) {
                assertThat(rule.group(1)).as("规则写明自己所在的规则集").isEqualTo(set.asString());
                for (String limit : rule.group(2).split(" ")) {
                    started.computeIfAbsent(limit, id -> new TreeSet<>()).add(set.asString());
                }
            }
        }
        return started;
    }

    @Test
    @DisplayName("期限表的每一行（DL-001至DL-084）都有着落，不重复，不遗漏")
    void everyRowIsCoveredOrNamed() throws IOException {
        Set<String> started = started().keySet();
        Map<String, String> named = notInACase();
        assertThat(named.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(8));
        assertThat(started).doesNotContainAnyElementsOf(named.keySet());
        assertThat(TimeLimits.published().all())
                .extracting(TimeLimit::id)
                .allMatch(id -> started.contains(id) || named.containsKey(id));
        Set<String> rows =
                TimeLimits.published().all().stream().map(TimeLimit::sourceId).collect(Collectors.toSet());
        assertThat(rows)
                .containsAll(IntStream.rangeClosed(1, 84)
                        .mapToObj("DL-%03d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("规则只启动期限表中有的期限；有长度的每一条都由测试算过或者可以算出")
    void rulesStartKnownLimits() throws IOException {
        started().forEach((id, sets) -> {
            TimeLimit limit = TimeLimits.published().find(id).orElseThrow(() -> new AssertionError(id));
            assertThat(sets).as(id).hasSize(1);
            boolean fixed = limit.length() instanceof Length.OrderOnly;
            assertThat(fixed).as(id).isEqualTo(id.startsWith("DL-09"));
        });
    }

    @Test
    @DisplayName("说明文件中的表与规则一致")
    void theDocumentSaysTheSame() throws IOException {
        String document = java.nio.file.Files.readString(java.nio.file.Path.of("../../docs/deadlines.md"));
        started().forEach((id, sets) -> assertThat(document)
                .contains("| " + id + " |")
                .contains(sets.iterator().next()));
        notInACase()
                .forEach((id, reason) ->
                        assertThat(document).contains("| " + id + " |").contains(reason));
    }
}
