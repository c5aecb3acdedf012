package cn.faheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Finding;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.legal.Fen;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published decisions come out as recorded; the ones set aside raise the warning that would have stopped them. */
@DisplayName("公开的处罚决定")
class PublishedDecisionsTest {

    /** 行政处罚法第三十二条第（一）项，以及 2017 年文本第二十七条第一款第（一）项. */
    private static final String MITIGATING = "removed-or-reduced-harm";

    @TestFactory
    Stream<DynamicTest> everyPublishedDecision() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/published-decisions.csv")),
                StandardCharsets.UTF_8)) {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (CSVRecord row : format.parse(reader)) {
                tests.add(DynamicTest.dynamicTest(row.get("id"), () -> check(row)));
            }
        }
        return tests.stream();
    }

    private static void check(CSVRecord row) {
        Decision decision = Bundled.ENGINE.decide(request(row));
        assertThat(decision.outcome()).isInstanceOf(Outcome.Determined.class);
        Verdict.Status status = Objects.requireNonNull(decision.verdict()).status();
        switch (row.get("expected")) {
            case "inside-statute" -> assertThat(status).isIn(Verdict.Status.WITHIN_BENCHMARK, Verdict.Status.DEVIATION);
            case "within-benchmark" -> assertThat(status).isEqualTo(Verdict.Status.WITHIN_BENCHMARK);
            case "mitigated" -> assertThat(status).isEqualTo(Verdict.Status.MITIGATED);
            case "unlawful" -> {
                assertThat(status).isEqualTo(Verdict.Status.UNLAWFUL);
                assertThat(decision.verdict().needs())
                        .extracting(Verdict.Need::code)
                        .contains("mitigation-without-ground");
            }
            default -> throw new IllegalArgumentException(row.get("expected"));
        }
        if (!row.get("finding").isEmpty()) {
            assertThat(decision.findings()).extracting(Finding::code).contains(row.get("finding"));
        }
    }

    private static DecisionRequest request(CSVRecord row) {
        LocalDate acted = LocalDate.parse(row.get("acted"));
        LocalDate decided = LocalDate.parse(row.get("decided"));
        boolean unproved = row.get("extra").equals("unproved");
        boolean hearing = row.get("extra").equals("hearing-requested");
        CaseCircumstances none = CaseCircumstances.none();
        boolean minor = row.get("extra").equals("minor");
        CaseCircumstances circumstances = new CaseCircumstances(
                row.get("circumstances").isEmpty() ? Set.of() : Set.of(MITIGATING),
                minor,
                false,
                false,
                false,
                none.harm(),
                false,
                false,
                false,
                true,
                null,
                null);
        long fine = Fen.ofYuan(new BigDecimal(row.get("fineYuan"))).amount();
        Division place = new Division(row.get("place"));
        Item item = Bundled.BASE.catalogue().item(row.get("item")).orElseThrow();
        return new DecisionRequest(
                row.get("item"),
                place,
                acted,
                acted,
                acted,
                decided,
                new Party(Party.Kind.ofCode(row.get("party")).orElseThrow(), null, Party.MentalState.NORMAL),
                facts(row.get("facts"), Bundled.ENGINE.questions(item, place, acted)),
                circumstances,
                new Proposal(
                        List.of(new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, fine)),
                        null,
                        null,
                        row.get("mitigationGround").isEmpty() ? null : MITIGATING,
                        new Proposal.Steps(!unproved, false, hearing, false, false, false, false, null, false, null)),
                List.of());
    }

    private static Map<String, Object> facts(String text, List<Fact> questions) {
        Map<String, Object> facts = new HashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] parts = pair.split("=", 2);
            Fact fact = questions.stream()
                    .filter(q -> q.name().equals(parts[0]))
                    .findFirst()
                    .orElse(null);
            if (fact == null) {
                continue;
            }
            Object value =
                    switch (fact.type()) {
                        case MONEY, NUMBER, INTEGER -> new BigDecimal(parts[1]);
                        case BOOLEAN -> Boolean.valueOf(parts[1]);
                        default ->
                            parts[1].equals("FIRST") ? fact.values().get(0).value() : parts[1];
                    };
            facts.put(parts[0], value);
        }
        return facts;
    }
}
