package cn.faheng.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.evaluation.CellCondition;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.engine.proof.ProofReport.Status;
import cn.faheng.rules.format.RuleBase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;

/** On random small tables the proof says what trying every input says. */
@Label("随机的表：证明与穷举一致")
class ProverProperties {

    private static final RuleBase BASE = Draft.wideBase();
    private static final List<String> CHOICES = List.of("甲", "乙", "丙");

    /** A row: which choices and numbers it accepts, and its fine. */
    record Line(String choice, String number, String truth, int fine) {}

    @Provide
    Arbitrary<List<Line>> tables() {
        Arbitrary<String> choice = Arbitraries.of("-", "\"甲\"", "\"乙\"", "\"丙\"", "\"甲\", \"丙\"", "not(\"乙\")");
        Arbitrary<String> number =
                Arbitraries.of("-", "< 3", "<= 3", "[3..6)", "(3..6]", ">= 6", "> 6", "3", "not(4)", "[0..3], > 6");
        Arbitrary<String> truth = Arbitraries.of("-", "true", "false");
        Arbitrary<Line> line = net.jqwik.api.Combinators.combine(
                        choice, number, truth, Arbitraries.integers().between(1, 4))
                .as((c, n, t, f) -> new Line(c, n, t, f * 1000));
        return line.list().ofMinSize(1).ofMaxSize(7);
    }

    @net.jqwik.api.Property(tries = 60)
    void agreesWithTryingEverything(@ForAll("tables") List<Line> lines) {
        String[] rows = IntStream.range(0, lines.size())
                .mapToObj(i -> "T" + i + "|" + lines.get(i).choice() + "|"
                        + lines.get(i).number() + "|" + lines.get(i).truth() + "|"
                        + lines.get(i).fine() + "|" + lines.get(i).fine())
                .toArray(String[]::new);
        ProofReport report = new Prover(BASE)
                .prove(Draft.benchmark("370000")
                        .choice("c", CHOICES.toArray(String[]::new))
                        .number("n", "integer")
                        .truth("t")
                        .penalty(List.of("c", "n", "t"), rows)
                        .build());
        boolean gap = false;
        boolean overlap = false;
        boolean[] reached = new boolean[lines.size()];
        for (String c : CHOICES) {
            for (int n = 0; n <= 8; n++) {
                for (boolean t : new boolean[] {false, true}) {
                    List<Integer> matching = matching(lines, c, n, t);
                    gap |= matching.isEmpty();
                    overlap |= matching.size() > 1;
                    matching.forEach(row -> reached[row] = true);
                }
            }
        }
        assertThat(refuted(report, Property.COMPLETE)).as("gap in %s", lines).isEqualTo(gap);
        assertThat(refuted(report, Property.UNAMBIGUOUS))
                .as("overlap in %s", lines)
                .isEqualTo(overlap);
        boolean dead = IntStream.range(0, reached.length).anyMatch(i -> !reached[i]);
        assertThat(refuted(report, Property.REACHABLE))
                .as("dead row in %s", lines)
                .isEqualTo(dead);
        report.findings().stream()
                .filter(f -> f.property() == Property.COMPLETE && f.example() != null)
                .forEach(f -> assertThat(matching(
                                lines,
                                (String) Shown.fact(f, "c"),
                                ((BigDecimal) Shown.fact(f, "n")).intValueExact(),
                                (Boolean) Shown.fact(f, "t")))
                        .as("the counter-example of %s", f.message())
                        .isEmpty());
    }

    private static List<Integer> matching(List<Line> lines, String c, int n, boolean t) {
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (test(line.choice(), c) && test(line.number(), BigDecimal.valueOf(n)) && test(line.truth(), t)) {
                matching.add(i);
            }
        }
        return matching;
    }

    private static boolean test(String cell, Object value) {
        return CellCondition.parse(cell).orElseThrow().test(value);
    }

    private static boolean refuted(ProofReport report, Property property) {
        return report.findings().stream().anyMatch(f -> f.property() == property && f.status() == Status.REFUTED);
    }
}
