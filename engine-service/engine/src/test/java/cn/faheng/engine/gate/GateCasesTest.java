package cn.faheng.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.gate.FindingKind;
import cn.faheng.rules.gate.FindingKinds;
import cn.faheng.rules.gate.Severity;
import cn.faheng.rules.legal.Citation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("各环节规则的案例")
class GateCasesTest {

    private static final List<String> BASES =
            List.of("ordinary-2026", "ordinary-2020", "summary-2026", "summary-2020", "no-penalty-2026");
    private static final Gatekeeper GATEKEEPER = new Gatekeeper(Bundled.ENGINE);

    static Stream<GateCase> casesThatExpectFindings() {
        return cases().filter(given -> !given.expected().isEmpty());
    }

    static Stream<GateCase> cases() {
        return GateCase.all().stream();
    }

    static Stream<Arguments> lawful() {
        return BASES.stream().flatMap(name -> GateCase.base(name).path("gates").properties().stream()
                .map(gate -> Arguments.of(name, gate.getKey(), gate.getValue().asString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("案例提出应当提出的问题，不提出不应当提出的问题")
    void eachCaseRaisesWhatItSays(GateCase given) {
        Set<String> raised = codes(given.file(), given.gate(), given.now());
        assertThat(given.expected().size() + given.rejected().size()).isPositive();
        assertThat(raised).containsAll(given.expected());
        assertThat(given.rejected()).noneMatch(raised::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatExpectFindings")
    @DisplayName("补正以后，或者没有改动的案卷，不再提出同样的问题")
    void theLawfulCounterpartIsClean(GateCase given) {
        Set<String> raised = codes(given.isCured() ? given.cured() : given.lawful(), given.gate(), given.now());
        assertThat(given.expected()).noneMatch(raised::contains);
    }

    @ParameterizedTest(name = "{0} 在 {1}")
    @MethodSource("lawful")
    @DisplayName("合法的案卷在每个环节都没有禁止和须说明理由的问题")
    void lawfulFilesPass(String base, String gate, String now) {
        LocalDateTime moment = LocalDateTime.parse(now);
        GateReport report = GATEKEEPER.check(
                GateCase.file(GateCase.base(base), moment), Gate.ofCode(gate).orElseThrow(), moment);
        assertThat(report.findings())
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .isEmpty();
    }

    @Test
    @DisplayName("每一种问题都有一个正例和一个反例")
    void everyCodeHasCasesForAndAgainst() {
        Set<String> positive = new TreeSet<>();
        Set<String> negative = new TreeSet<>();
        cases().forEach(given -> {
            positive.addAll(given.expected());
            negative.addAll(given.rejected());
            if (given.isCured() || given.onlyChangesEntries() || given.node().has("drop")) {
                negative.addAll(given.expected());
            }
        });
        Set<String> described =
                described().stream().map(FindingKind::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(positive).containsAll(described);
        assertThat(negative).containsAll(described);
    }

    @Test
    @DisplayName("写明的问题都有规则提出，规则提出的问题都已写明")
    void rulesAndDescriptionsAgree() {
        for (String set : GateCase.sets()) {
            Set<String> raised = new TreeSet<>();
            Matcher matcher = Pattern.compile("raised\\.\\w+\\(\\s*\"([^\"]+)\",\\s*\"([A-Z]+-\\d\\d)\"")
                    .matcher(rules(set));
            while (matcher.find()) {
                assertThat(matcher.group(1)).isEqualTo(set);
                raised.add(matcher.group(2));
            }
            assertThat(raised)
                    .as(set)
                    .isEqualTo(described().stream()
                            .filter(kind -> kind.set().name().equals(set))
                            .map(FindingKind::code)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    @DisplayName("引用的条文都在法律库中，所引的话就是条文的原话")
    void quotesTheProvisions() {
        List<String> wrong = new ArrayList<>();
        for (FindingKind kind : described()) {
            StringBuilder text = new StringBuilder();
            boolean onlyProvisions = true;
            for (Citation citation : kind.citations()) {
                if (citation instanceof Citation.OfProvision provision) {
                    if (Bundled.BASE.law().words(provision).isEmpty()) {
                        wrong.add(kind.set().name() + " " + kind.code() + ": no text of " + provision);
                    }
                    text.append(Bundled.BASE
                            .law()
                            .words(new Citation.OfProvision(
                                    provision.law(),
                                    provision.version(),
                                    provision.at().ofArticle()))
                            .orElse(""));
                } else {
                    onlyProvisions = false;
                }
            }
            for (String piece : kind.says().split("……")) {
                if (onlyProvisions && !text.toString().replaceAll("\\s", "").contains(piece.replaceAll("\\s", ""))) {
                    wrong.add(kind.set().name() + " " + kind.code() + ": not in the provision: " + piece);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("问题的编号在各个时期是同一个意思，同一时期不在两组规则里")
    void codesKeepTheirMeaning() {
        for (FindingKind one : described()) {
            for (FindingKind other : described()) {
                if (!one.equals(other) && one.code().equals(other.code())) {
                    assertThat(other.title()).as(one.code()).isEqualTo(one.title());
                    assertThat(other.set().topic()).isEqualTo(one.set().topic());
                    assertThat(other.set().name()).isNotEqualTo(one.set().name());
                }
            }
        }
        assertThat(new HashSet<>(described().stream().map(FindingKind::code).toList()))
                .hasSizeGreaterThanOrEqualTo(90);
    }

    private static List<FindingKind> described() {
        return FindingKinds.published().all();
    }

    private static String rules(String set) {
        try (InputStream in = GateCase.class.getResourceAsStream("/gates/" + set + "/rules.drl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(CaseFile file, Gate gate, LocalDateTime now) {
        return GATEKEEPER.check(file, gate, now).findings().stream()
                .map(CaseFinding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
