package cn.faheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.LawComparison.Chosen;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.format.ResourceTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("低于法定最低的裁量基准档次（减轻）")
class MitigatedTierTest {

    private static final String MARKET = "rulesets/common/circumstances-market/2022-10-08/discretion.dmn";
    private static final Engine ENGINE = new TierBenchmark(
                    "减轻|10000|30000",
                    "从轻或者减轻|30000|60000",
                    "较轻|30000|60000",
                    "一般|60000|80000",
                    "零|0|0",
                    "过高|100001|200000")
            .with(MARKET, lighteningOnly(ResourceTree.bundled().text(MARKET)))
            .engine();
    private static final Range STATUTORY = Range.of(5_000_000, 10_000_000);
    private static final String HARM_REMOVED = "removed-or-reduced-harm";
    private static final String COOPERATED = "cooperated-with-evidence";

    /** The rules of the market, as if they said of one circumstance that it only lightens. */
    private static String lighteningOnly(String market) {
        String both = "\"may-lighter-or-mitigated\"";
        int code = market.indexOf("\"" + COOPERATED + "\"", market.indexOf("<rule "));
        int effect = market.indexOf(both, code);
        return market.substring(0, effect) + "\"may-lighter\"" + market.substring(effect + both.length());
    }

    private static Decision decide(
            String act, String decided, String tier, Set<String> codes, @Nullable Proposal proposed) {
        LocalDate day = LocalDate.parse(act);
        return ENGINE.decide(new DecisionRequest(
                "MK-F124",
                new Division("330100"),
                day,
                day,
                day,
                LocalDate.parse(decided),
                new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般", "档次", tier),
                CaseCircumstances.none().withCodes(codes),
                proposed,
                List.of()));
    }

    private static LawResult applied(Decision decision) {
        assertThat(decision.outcome()).isInstanceOf(Outcome.Determined.class);
        return ((Outcome.Determined) decision.outcome()).applied();
    }

    private static PenaltyRange fine(LawResult law) {
        return law.penalty("fine").orElseThrow();
    }

    private static Proposal fine(long yuan, @Nullable String ground) {
        return new Proposal(
                List.of(
                        new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, yuan * 100),
                        new Proposal.Proposed(PenaltyKind.CONFISCATE_ILLEGAL_GAINS, Penalty.Subject.PARTY, null),
                        new Proposal.Proposed(PenaltyKind.CONFISCATE_ILLEGAL_PROPERTY, Penalty.Subject.PARTY, null)),
                null,
                null,
                ground,
                Proposal.Steps.initial());
    }

    private static void leftToAPerson(Decision decision) {
        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.NeedsClarification.class, open -> {
            assertThat(open.judgements()).singleElement().satisfies(judgement -> assertThat(judgement.matter())
                    .contains("法定最低以下", "减轻处罚的法定情形", "由人决定"));
            assertThat(open.hull())
                    .filteredOn(p -> p.penalty().id().equals("fine"))
                    .singleElement()
                    .satisfies(p -> assertThat(
                                    Objects.requireNonNull(p.remaining()).min())
                            .isGreaterThanOrEqualTo(STATUTORY.min()));
        });
    }

    @Test
    @DisplayName("没有查明减轻情形：不给出该档，由人决定，只余法定幅度")
    void withoutAGroundAPersonDecides() {
        leftToAPerson(decide("2024-03-01", "2024-06-01", "减轻", Set.of(), null));
        leftToAPerson(decide("2024-03-01", "2024-06-01", "减轻", Set.of("other-lawful-must-heavier"), null));
    }

    @Test
    @DisplayName("查明减轻情形：给出该档的幅度，引用事由，写明须经的审核，程序按减轻处罚判断")
    void showsTheTierOnAnEstablishedGround() {
        Decision decision = decide("2024-03-01", "2024-06-01", "减轻", Set.of(HARM_REMOVED), null);
        LawResult law = applied(decision);
        assertThat(fine(law).statutory()).isEqualTo(STATUTORY);
        assertThat(fine(law).benchmark()).isEqualTo(Range.of(1_000_000, 3_000_000));
        assertThat(fine(law).remaining()).isEqualTo(Range.of(1_000_000, 3_000_000));
        assertThat(Objects.requireNonNull(law.mitigation()).grounds())
                .extracting(c -> c.code())
                .containsExactly(HARM_REMOVED);
        assertThat(decision.reasons())
                .filteredOn(r -> r.step().equals("mitigation"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.text()).contains("1万元以上3万元以下，低于法定幅度5万元以上10万元以下", "由有权的人员决定");
                    assertThat(r.provisions()).isNotEmpty();
                });
        assertThat(decision.reasons())
                .filteredOn(r -> r.step().equals("mitigation-review"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.text()).contains("法定事由和证据", "集体讨论");
                    assertThat(r.provisions())
                            .extracting(Decision.QuotedProvision::citation)
                            .anyMatch(c -> c.contains("行政处罚法") && c.contains("第三十二条"));
                });
        assertThat(decision.used()).anyMatch(r -> r.ref().toString().startsWith("common/legality@2021-07-15"));
    }

    @ParameterizedTest(name = "行为 {0} 决定 {1}：{2}")
    @CsvSource({
        // 2017年文本第二十七条：主动消除或者减轻危害后果
        "2021-07-01, 2021-07-14, removed-or-reduced-harm, LAW_AT_ACT, 2018-01-01, 第二十七条",
        // 2021年文本第三十二条第三项：主动供述，行为时没有这一项，按作出决定时的新规定（从轻）
        "2021-07-14, 2021-07-15, confessed-unknown-violation, LAW_AT_DECISION, 2021-07-15, 第三十二条",
        "2021-07-15, 2021-07-16, confessed-unknown-violation, LAW_AT_ACT, 2021-07-15, 第三十二条",
    })
    @DisplayName("事由按适用的行政处罚法版本判断")
    void takesTheGroundFromTheVersionThatApplies(
            String act, String decided, String code, Chosen chosen, String version, String article) {
        Decision decision = decide(act, decided, "减轻", Set.of(code), null);
        LawResult law = applied(decision);
        assertThat(((Outcome.Determined) decision.outcome()).comparison().chosen())
                .isEqualTo(chosen);
        assertThat(fine(law).remaining()).isEqualTo(Range.of(1_000_000, 3_000_000));
        assertThat(decision.reasons())
                .filteredOn(r -> r.step().equals("mitigation"))
                .flatExtracting(Decision.Reason::provisions)
                .filteredOn(p -> p.citation().contains("行政处罚法"))
                .anySatisfy(p -> {
                    assertThat(p.citation()).contains(article);
                    assertThat(p.version()).isEqualTo(LocalDate.parse(version));
                    assertThat(p.words()).isNotBlank();
                });
    }

    @Test
    @DisplayName("2017年文本没有的情形，在其施行时不能作为减轻的事由")
    void aGroundOfTheLaterTextIsNoneBefore() {
        assertThatThrownBy(() -> decide("2021-07-01", "2021-07-14", "减轻", Set.of("confessed-unknown-violation"), null))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("只可从轻的情形不得低于法定最低：仍由人决定")
    void aGroundForLighteningAloneIsNone() {
        Decision decision = decide("2024-03-01", "2024-06-01", "减轻", Set.of(COOPERATED), null);
        leftToAPerson(decision);
        Outcome.Determined ordinary =
                (Outcome.Determined) decide("2024-03-01", "2024-06-01", "一般", Set.of(COOPERATED), null)
                        .outcome();
        assertThat(ordinary.applied().circumstances())
                .extracting(c -> c.effect())
                .containsExactly(Effect.MAY_LIGHTER);
        assertThat(fine(ordinary.applied()).remaining()).isEqualTo(Range.of(5_000_000, 8_000_000));
    }

    @ParameterizedTest(name = "{0}，{1}：{2} 至 {3} 分")
    @CsvSource({
        "从轻或者减轻, removed-or-reduced-harm, 3000000, 6000000",
        "从轻或者减轻, cooperated-with-evidence, 5000000, 6000000",
        "较轻, removed-or-reduced-harm, 5000000, 6000000",
        "一般, removed-or-reduced-harm, 5000000, 8000000",
    })
    @DisplayName("跨过法定最低的档次：写明减轻并有事由的不截，其余截到法定最低")
    void cutsATierThatCrossesTheMinimum(String tier, String code, long min, long max) {
        LawResult law = applied(decide("2024-03-01", "2024-06-01", tier, Set.of(code), null));
        assertThat(fine(law).remaining()).isEqualTo(Range.of(min, max));
    }

    @Test
    @DisplayName("该档什么也不罚的不是减轻处罚；高于法定最高的有事由也不适用")
    void nothingAndTooMuchStayWithAPerson() {
        for (String tier : List.of("零", "过高")) {
            Decision decision = decide("2024-03-01", "2024-06-01", tier, Set.of(HARM_REMOVED), null);
            assertThat(decision.outcome()).isInstanceOf(Outcome.NeedsClarification.class);
        }
    }

    @ParameterizedTest(name = "拟罚 {0} 元，事由 {1}：{2}")
    @CsvSource({
        "20000, removed-or-reduced-harm, MITIGATED, false",
        "20000, , UNLAWFUL, false",
        "40000, removed-or-reduced-harm, MITIGATED, true",
        "60000, removed-or-reduced-harm, DEVIATION, true",
        "110000, removed-or-reduced-harm, UNLAWFUL, false",
    })
    @DisplayName("拟处罚：须列明事由并经审核；不在该档幅度内的另须说明偏离")
    void aProposalStillNeedsThePerson(long yuan, @Nullable String ground, Verdict.Status expected, boolean deviates) {
        Decision decision = decide("2024-03-01", "2024-06-01", "减轻", Set.of(HARM_REMOVED), fine(yuan, ground));
        Verdict verdict = Objects.requireNonNull(decision.verdict());
        assertThat(verdict.status()).isEqualTo(expected);
        List<String> needs = verdict.needs().stream().map(Verdict.Need::code).toList();
        assertThat(needs.contains("mitigation-review")).isEqualTo(expected == Verdict.Status.MITIGATED);
        assertThat(needs.contains("name-mitigation-ground")).isEqualTo(ground == null);
        assertThat(needs.contains("deviation-approval")).isEqualTo(deviates);
    }

    @Test
    @DisplayName("按比例算出的定额不是整分的，舍入的差额不算低于法定最低")
    void aRemainderOfAFenIsNoMitigation() {
        LocalDate day = LocalDate.of(2023, 3, 26);
        Decision decision = Bundled.ENGINE.decide(new DecisionRequest(
                "UR-PLAN-1",
                new Division("110101"),
                day,
                day,
                day,
                LocalDate.of(2023, 6, 3),
                new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL),
                Map.of("constructionCost", "125238.54", "remedy", "尚可采取改正措施消除对规划实施的影响", "改正或者拆除情况", "按期改正或者按期拆除"),
                CaseCircumstances.none().withCodes(Set.of(HARM_REMOVED)),
                null,
                List.of()));
        PenaltyRange fine = fine(applied(decision));
        assertThat(Objects.requireNonNull(fine.statutory()).min()).isEqualTo(626_193);
        assertThat(fine.benchmark()).isEqualTo(Range.of(626_193, 626_193));
        assertThat(decision.reasons()).noneMatch(r -> r.step().equals("mitigation-review"));
    }
}
