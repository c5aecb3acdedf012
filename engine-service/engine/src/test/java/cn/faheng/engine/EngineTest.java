package cn.faheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Effect;
import cn.faheng.engine.outcome.LawComparison.Chosen;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Procedure;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.outcome.RefusedBenchmark;
import cn.faheng.engine.outcome.Verdict;
import cn.faheng.engine.request.CaseCircumstances;
import cn.faheng.engine.request.CaseCircumstances.Harm;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.engine.request.Party;
import cn.faheng.engine.request.Proposal;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.legal.Citation;
import java.math.BigDecimal;
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

@DisplayName("引擎：从请求到结论")
class EngineTest {

    private static final Party COMPANY = new Party(Party.Kind.ORGANISATION, null, Party.MentalState.NORMAL);

    private static DecisionRequest request(
            String item, String place, String act, String decided, Map<String, Object> facts) {
        return request(item, place, act, decided, COMPANY, facts, CaseCircumstances.none(), null);
    }

    private static DecisionRequest request(
            String item,
            String place,
            String act,
            String decided,
            Party party,
            Map<String, Object> facts,
            CaseCircumstances circumstances,
            @Nullable Proposal proposal) {
        LocalDate day = LocalDate.parse(act);
        return new DecisionRequest(
                item,
                new Division(place),
                day,
                day,
                day,
                LocalDate.parse(decided),
                party,
                facts,
                circumstances,
                proposal,
                List.of());
    }

    private static Proposal fine(long fen) {
        return new Proposal(
                List.of(new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, fen)),
                null,
                null,
                null,
                Proposal.Steps.initial());
    }

    private static Outcome.Determined determined(DecisionRequest request) {
        Outcome outcome = Bundled.ENGINE.decide(request).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Determined.class);
        return (Outcome.Determined) outcome;
    }

    private static Range remaining(Outcome.Determined outcome) {
        return Objects.requireNonNull(
                outcome.applied().penalty("fine").orElseThrow().remaining());
    }

    private static final Map<String, Object> TIER_TWO =
            Map.of("建设项目所在区域", "一般区域", "整改情况", "逾期未完成备案手续", "marineProject", false);

    @Test
    @DisplayName("裁量基准的档次、未采用的档次及其不符的条件")
    void appliesTheTierAndSaysWhyNotTheOthers() {
        Outcome.Determined outcome = determined(request("GD-ENV-1.3", "440000", "2025-03-01", "2025-06-01", TIER_TWO));
        assertThat(remaining(outcome)).isEqualTo(Range.of(1_000_000, 3_000_000));
        assertThat(outcome.applied().tables()).anySatisfy(table -> {
            assertThat(table.matched().id()).isEqualTo("T2");
            assertThat(table.because()).hasSize(2);
            assertThat(table.rejected()).hasSize(3).allSatisfy(row -> assertThat(row.failed())
                    .isNotEmpty());
        });
    }

    @Test
    @DisplayName("上位法失效的裁量基准指名拒绝，只余法典的法定幅度")
    void refusesABenchmarkWhoseParentEnded() {
        Decision decision =
                Bundled.ENGINE.decide(request("GD-ENV-1.3", "370811", "2026-09-01", "2026-10-01", Map.of()));
        Outcome.Determined outcome = (Outcome.Determined) decision.outcome();
        assertThat(outcome.applied().benchmark()).isNull();
        assertThat(outcome.applied().refused())
                .extracting(RefusedBenchmark::reason)
                .contains(RefusedBenchmark.Reason.PARENT_ENDED);
        assertThat(decision.reasons())
                .anySatisfy(r -> assertThat(r.text()).contains("示范采用", "环境影响评价法", "已经失效", "生态环境法典"));
        assertThat(remaining(outcome)).isEqualTo(Range.of(0, 5_000_000));
    }

    @Test
    @DisplayName("从旧兼从轻：2023年7月1日的无证货运按2023年7月20日的新规定")
    void appliesTheLighterLaterLaw() {
        Map<String, Object> facts = Map.of("freightKind", "其他道路普通货物运输经营", "illegalGains", 0, "seriousness", "一般");
        Outcome.Determined outcome = determined(request("TR-2", "370800", "2023-07-01", "2023-09-01", facts));
        assertThat(outcome.comparison().chosen()).isEqualTo(Chosen.LAW_AT_DECISION);
        assertThat(outcome.comparison().citations()).isNotEmpty();
        Range old = Objects.requireNonNull(
                outcome.comparison().atAct().penalty("fine").orElseThrow().statutory());
        assertThat(old).isEqualTo(Range.of(3_000_000, 10_000_000));
        Range applied = Objects.requireNonNull(
                outcome.applied().penalty("fine").orElseThrow().statutory());
        assertThat(applied.greatest()).isLessThanOrEqualTo(1_000_000);
    }

    @ParameterizedTest(name = "行为 {0} 决定 {1}：{2}")
    @CsvSource({
        "2025-10-14, 2025-10-14, 20000000, 100000000",
        "2025-10-14, 2025-12-01, 0, 100000000",
        "2025-10-15, 2025-12-01, 0, 100000000",
    })
    @DisplayName("虚假宣传：2019年法与2025年法")
    void falsePublicityBeforeAndAfter(String act, String decided, long min, long max) {
        Outcome.Determined outcome = determined(request(
                "MK-C20",
                "370800",
                act,
                decided,
                Map.of("isFalseAdvertisement", false, "circumstancesGrade", "一般", "misled", "消费者")));
        assertThat(outcome.applied().penalty("fine").map(PenaltyRange::statutory))
                .contains(Range.of(min, max));
    }

    @Test
    @DisplayName("国家30%幅度：从轻、一般、从重各在其段")
    void nationalBands() {
        Map<String, Object> facts = Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般");
        assertThat(remaining(determined(request("MK-F124", "370800", "2024-03-01", "2024-06-01", facts))))
                .isEqualTo(Range.of(6_500_000, 8_500_000));
        Outcome.Determined lighter = determined(request(
                "MK-F124",
                "370800",
                "2024-03-01",
                "2024-06-01",
                COMPANY,
                facts,
                CaseCircumstances.none().withCodes(Set.of("removed-or-reduced-harm")),
                null));
        assertThat(remaining(lighter)).isEqualTo(Range.of(5_000_000, 6_500_000));
        assertThat(Objects.requireNonNull(lighter.applied().mitigation())
                        .below()
                        .get(0)
                        .range())
                .isEqualTo(new Range(1, 5_000_000L, false));
        assertThat(remaining(determined(request(
                        "MK-F124",
                        "370800",
                        "2024-03-01",
                        "2024-06-01",
                        COMPANY,
                        facts,
                        CaseCircumstances.none().withCodes(Set.of("destroyed-or-forged-evidence")),
                        null))))
                .satisfies(range -> assertThat(range.greatest()).isEqualTo(10_000_000));
    }

    @Test
    @DisplayName("不满十四周岁不予处罚；轻微并及时改正且无危害后果不予处罚")
    void noPenaltyWhereTheGeneralPartSaysSo() {
        Map<String, Object> facts = Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般");
        Party child = new Party(Party.Kind.INDIVIDUAL, LocalDate.of(2011, 1, 1), Party.MentalState.NORMAL);
        assertThat(Bundled.ENGINE
                        .decide(request(
                                "MK-F124",
                                "370800",
                                "2024-03-01",
                                "2024-06-01",
                                child,
                                facts,
                                CaseCircumstances.none(),
                                null))
                        .outcome())
                .isInstanceOfSatisfying(
                        Outcome.NoPenalty.class,
                        none -> assertThat(none.ground().row()).isNotNull());
        CaseCircumstances minor = new CaseCircumstances(
                Set.of(), true, true, false, false, Harm.NONE, false, false, false, true, null, null);
        assertThat(Bundled.ENGINE
                        .decide(request("MK-F124", "370800", "2024-03-01", "2024-06-01", COMPANY, facts, minor, null))
                        .outcome())
                .isInstanceOf(Outcome.NoPenalty.class);
        CaseCircumstances first = new CaseCircumstances(
                Set.of(), false, true, true, false, Harm.MINOR, false, false, false, true, null, null);
        Outcome.Determined may = (Outcome.Determined) Bundled.ENGINE
                .decide(request("MK-F124", "370800", "2024-03-01", "2024-06-01", COMPANY, facts, first, null))
                .outcome();
        assertThat(may.exemption()).anySatisfy(c -> assertThat(c.effect()).isEqualTo(Effect.MAY_NO_PENALTY));
    }

    @ParameterizedTest(name = "{0} 决定，危害生命健康 {1}：{2}")
    @CsvSource({
        "2024-03-01, false, determined",
        "2024-03-02, false, no-penalty",
        "2024-03-02, true, determined",
        "2027-03-02, true, no-penalty"
    })
    @DisplayName("追责时效：二年；涉及生命健康安全且有危害后果五年（行政处罚法第三十六条）")
    void limitation(String discovered, boolean endangers, String expected) {
        CaseCircumstances circumstances = new CaseCircumstances(
                Set.of(), false, false, false, false, Harm.PRESENT, endangers, false, false, true, null, null);
        LocalDate act = LocalDate.of(2022, 3, 1);
        DecisionRequest request = new DecisionRequest(
                "MK-F124",
                new Division("370800"),
                act,
                act,
                LocalDate.parse(discovered),
                LocalDate.of(2027, 3, 10),
                COMPANY,
                Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般"),
                circumstances,
                null,
                List.of());
        assertThat(Bundled.ENGINE.decide(request).outcome().code()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}：拟罚 {1} 元 {2}，当场 {3}")
    @CsvSource({
        "2021-07-14, 50, individual, available",
        "2021-07-14, 51, individual, no",
        "2021-07-15, 200, individual, available",
        "2021-07-15, 201, individual, no",
        "2021-07-14, 1000, organisation, available",
        "2021-07-14, 1001, organisation, no",
        "2021-07-15, 3000, organisation, available",
        "2021-07-15, 3001, organisation, no",
    })
    @DisplayName("当场处罚的限额（行政处罚法第五十一条；2017年文本第三十三条）")
    void onTheSpotLimits(String decided, long yuan, String kind, String expected) {
        Party party = new Party(Party.Kind.ofCode(kind).orElseThrow(), null, Party.MentalState.NORMAL);
        Decision decision = Bundled.ENGINE.decide(request(
                "PR-42",
                "370800",
                "2021-06-01",
                decided,
                party,
                Map.of("gainsState", "没有违法所得"),
                CaseCircumstances.none(),
                fine(yuan * 100)));
        assertThat(step(decision, "on-the-spot").required()).isEqualTo(expected);
    }

    @Test
    @DisplayName("2024年起当场处罚先申请复议（行政复议法第二十三条）")
    void onTheSpotDecisionsGoToReconsiderationFirst() {
        Party party = new Party(Party.Kind.SOLE_PROPRIETOR, null, Party.MentalState.NORMAL);
        for (Map.Entry<String, Boolean> expected :
                Map.of("2023-12-31", false, "2024-01-01", true).entrySet()) {
            Decision decision = Bundled.ENGINE.decide(request(
                    "SD-TRAF-70",
                    "370811",
                    "2023-11-01",
                    expected.getKey(),
                    party,
                    Map.of("violation", "非机动车加装、改装动力装置（第三十条）"),
                    CaseCircumstances.none(),
                    fine(2_000)));
            assertThat(step(decision, "on-the-spot").required()).isEqualTo("available");
            Procedure.Remedies remedies = Objects.requireNonNull(
                    Objects.requireNonNull(decision.procedure()).remedies());
            assertThat(remedies.reconsiderationFirst()).isEqualTo(expected.getValue());
        }
    }

    private static Procedure.Requirement step(Decision decision, String code) {
        return Objects.requireNonNull(decision.procedure()).steps().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("一事不二罚：按罚款数额高的规定（行政处罚法第二十九条）")
    void concurrenceTakesTheHighestFine() {
        DecisionRequest base = request("PR-42", "370800", "2024-03-01", "2024-06-01", Map.of("gainsState", "没有违法所得"));
        DecisionRequest both = new DecisionRequest(
                base.item(),
                base.place(),
                base.actStart(),
                base.actEnd(),
                base.discovered(),
                base.decided(),
                base.party(),
                base.facts(),
                base.circumstances(),
                null,
                List.of(new DecisionRequest.OtherNorm(
                        "MK-C20", Map.of("isFalseAdvertisement", false, "circumstancesGrade", "一般", "misled", "消费者"))));
        assertThat(Objects.requireNonNull(Bundled.ENGINE.decide(both).concurrence())
                        .appliedItem())
                .isEqualTo("MK-C20");
    }

    @Test
    @DisplayName("缺少事实：给出全部补全的幅度和最短的问题清单，不猜")
    void missingFactsGiveARangeAndQuestions() {
        Outcome outcome = Bundled.ENGINE
                .decide(request(
                        "GD-ENV-1.3",
                        "440000",
                        "2025-03-01",
                        "2025-06-01",
                        Map.of("建设项目所在区域", "限批区或环境敏感区", "marineProject", false)))
                .outcome();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsClarification.class, open -> {
            assertThat(open.questions()).extracting(q -> q.fact().name()).containsExactly("整改情况");
            assertThat(open.questions().get(0).narrowsByFen()).isEqualTo(0L);
            assertThat(open.hull())
                    .anySatisfy(p -> assertThat(p.remaining()).isEqualTo(Range.of(3_000_000, 5_000_000)));
        });
    }

    @Test
    @DisplayName("偏离基准须有事由；超出法定幅度违法")
    void judgesProposals() {
        assertThat(status(2_000_000)).isEqualTo(Verdict.Status.WITHIN_BENCHMARK);
        assertThat(status(1_000_000)).isEqualTo(Verdict.Status.WITHIN_BENCHMARK);
        assertThat(status(999_999)).isEqualTo(Verdict.Status.DEVIATION);
        assertThat(status(3_000_001)).isEqualTo(Verdict.Status.DEVIATION);
        assertThat(status(5_000_000)).isEqualTo(Verdict.Status.DEVIATION);
        assertThat(status(5_000_001)).isEqualTo(Verdict.Status.UNLAWFUL);
    }

    private static Verdict.Status status(long fen) {
        Decision decision = Bundled.ENGINE.decide(request(
                "GD-ENV-1.3",
                "440000",
                "2025-03-01",
                "2025-06-01",
                COMPANY,
                TIER_TWO,
                CaseCircumstances.none(),
                fine(fen)));
        return Objects.requireNonNull(decision.verdict()).status();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "NOPE, unknown-item",
        "MK-F124, unknown-fact",
        "PR-42, wrong-type",
        "TR-WYC34, wrong-unit",
    })
    void refusesWhatItCannotUnderstand(String item, String code) {
        Map<String, Object> facts =
                switch (code) {
                    case "unknown-fact" -> Map.of("colour", "red");
                    case "wrong-type" -> Map.of("gainsState", 7);
                    case "wrong-unit" -> Map.of("illegalGains", Map.of("value", 3, "unit", "吨"));
                    default -> Map.of();
                };
        assertThatThrownBy(() -> Bundled.ENGINE.decide(request(item, "370800", "2024-03-01", "2024-06-01", facts)))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .extracting(FieldProblem::code)
                        .contains(code));
    }

    @Test
    @DisplayName("尚未施行、辖区之外、不可能的日期")
    void namesWhyNothingApplies() {
        assertThat(Bundled.ENGINE
                        .decide(request("GD-ENV-1.3", "440000", "2015-03-01", "2025-06-01", TIER_TWO))
                        .outcome())
                .isInstanceOfSatisfying(Outcome.NotApplicable.class, n -> {
                    assertThat(n.ground().code()).isEqualTo("not-yet-in-force");
                    assertThat(citations(Objects.requireNonNull(n.ground().row())))
                            .contains("《中华人民共和国行政处罚法》第三十七条");
                });
        assertThat(Bundled.ENGINE
                        .decide(request("JN-SMOKE-9", "440000", "2024-03-01", "2024-06-01", Map.of()))
                        .outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotApplicable.class,
                        n -> assertThat(n.ground().code()).isEqualTo("other-jurisdiction"));
        assertThatThrownBy(() -> Bundled.ENGINE.decide(
                        request("PR-42", "370800", "2024-06-02", "2024-06-01", Map.of("gainsState", "没有违法所得"))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("每一引文都带有所引版本的原文")
    void everyProvisionIsQuotedInItsVersion() {
        Decision decision =
                Bundled.ENGINE.decide(request("GD-ENV-1.3", "440000", "2025-03-01", "2025-06-01", TIER_TWO));
        assertThat(decision.reasons())
                .flatExtracting(Decision.Reason::provisions)
                .filteredOn(p -> p.version() != null)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.words()).isNotBlank());
    }

    private static final Map<String, Object> STALE_FOOD =
            Map.of("suspectedCrime", false, "goodsValue", 5000, "circumstancesGrade", "一般");

    private static DecisionRequest staleFood(Party party, CaseCircumstances circumstances) {
        return request("MK-F124", "370800", "2024-03-01", "2024-06-01", party, STALE_FOOD, circumstances, null);
    }

    private static DecisionRequest withNorms(DecisionRequest r, DecisionRequest.OtherNorm... norms) {
        return new DecisionRequest(
                r.item(),
                r.place(),
                r.actStart(),
                r.actEnd(),
                r.discovered(),
                r.decided(),
                r.party(),
                r.facts(),
                r.circumstances(),
                r.proposal(),
                List.of(norms));
    }

    private static void assertRefused(DecisionRequest request, String pointer, String code) {
        assertThatThrownBy(() -> Bundled.ENGINE.decide(request))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .anySatisfy(problem -> {
                            assertThat(problem.pointer()).isEqualTo(pointer);
                            assertThat(problem.code()).isEqualTo(code);
                            assertThat(problem.detail()).isNotBlank().doesNotContain("null");
                        }));
    }

    @ParameterizedTest(name = "{0} 出生，{1}")
    @CsvSource({
        "2010-02-28, determined",
        "2010-03-01, no-penalty",
        "2010-03-02, no-penalty",
    })
    @DisplayName("周岁自生日的次日起算：十四周岁生日当日不予处罚")
    void reachesFourteenOnTheDayAfterTheBirthday(String birth, String expected) {
        Party party = new Party(Party.Kind.INDIVIDUAL, LocalDate.parse(birth), Party.MentalState.NORMAL);
        assertThat(Bundled.ENGINE
                        .decide(staleFood(party, CaseCircumstances.none()))
                        .outcome()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("不予处罚的，事实不全也能答复，理由中不列裁量结果和没有查明的事实")
    void exemptsWithoutTheFactsOfTheItem() {
        Party child = new Party(Party.Kind.INDIVIDUAL, LocalDate.of(2012, 1, 1), Party.MentalState.NORMAL);
        Decision decision =
                Bundled.ENGINE.decide(staleFood(child, CaseCircumstances.none()).withFacts(Map.of()));
        assertThat(decision.outcome()).isInstanceOf(Outcome.NoPenalty.class);
        assertThat(decision.reasons())
                .extracting(Decision.Reason::text)
                .noneMatch(text -> text.contains("裁量结果") || text.contains("查明"))
                .allMatch(text -> text.endsWith("。"));
    }

    @Test
    @DisplayName("无论如何回答结果都相同的事实，不写成“查明”")
    void statesNoFactThatNobodyGave() {
        Decision decision = Bundled.ENGINE.decide(request("MK-E84", "370800", "2025-03-01", "2025-06-01", Map.of()));
        assertThat(decision.outcome()).isInstanceOf(Outcome.Determined.class);
        assertThat(decision.assumptions()).anyMatch(text -> text.contains("无论如何回答"));
        assertThat(decision.reasons()).extracting(Decision.Reason::text).noneMatch(text -> text.contains("查明"));
    }

    @Test
    @DisplayName("重庆：只规定最高限的，从轻按最高额的10%至30%（重庆市规范行政处罚裁量权办法第十六条）")
    void appliesTheBandsOfChongqing() {
        Map<String, Object> facts = Map.of("isFalseAdvertisement", false, "circumstancesGrade", "一般");
        CaseCircumstances lighter = CaseCircumstances.none().withCodes(Set.of("removed-or-reduced-harm"));
        LocalDate day = LocalDate.of(2025, 10, 20);
        String field = Bundled.BASE.catalogue().item("GD-ENV-1.3").orElseThrow().field();
        assertThat(Bundled.BASE.catalogue().general("bands", field, new Division("500101"), day))
                .as("environment has no bands of its own")
                .hasSize(1);
        Outcome.Determined market =
                determined(request("MK-C20", "500101", "2025-10-20", "2025-12-01", COMPANY, facts, lighter, null));
        assertThat(remaining(market)).isEqualTo(Range.of(0, 30_000_000));
        Outcome.Determined environment = determined(
                request("GD-ENV-1.3", "500101", "2025-03-01", "2025-06-01", COMPANY, TIER_TWO, lighter, null));
        assertThat(remaining(environment)).isEqualTo(Range.of(500_000, 1_500_000));
    }

    @ParameterizedTest(name = "拟罚 {0} 分，事由 {1}：{2}")
    @CsvSource({
        "499999, removed-or-reduced-harm, MITIGATED",
        "499999,, DEVIATION",
        "500000,, WITHIN_BENCHMARK",
        "1500000,, WITHIN_BENCHMARK",
        "1500001,, DEVIATION",
        "5000001, removed-or-reduced-harm, UNLAWFUL"
    })
    @DisplayName("重庆：只规定最高限的，减轻按最高额的10%以下（不含本数）")
    void mitigatesBelowATenthInChongqing(long fen, @Nullable String ground, Verdict.Status expected) {
        Proposal proposal = new Proposal(
                List.of(new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, fen)),
                null,
                null,
                ground,
                Proposal.Steps.initial());
        CaseCircumstances lighter = CaseCircumstances.none().withCodes(Set.of("removed-or-reduced-harm"));
        Decision decision = Bundled.ENGINE.decide(
                request("GD-ENV-1.3", "500101", "2025-03-01", "2025-06-01", COMPANY, TIER_TWO, lighter, proposal));
        assertThat(Objects.requireNonNull(decision.verdict()).status()).isEqualTo(expected);
    }

    private static List<String> deviationNeeds(String place, String decided, @Nullable String ground) {
        Proposal proposal = new Proposal(
                List.of(new Proposal.Proposed(PenaltyKind.FINE, Penalty.Subject.PARTY, 100_000L)),
                ground,
                "当事人是残疾人，家庭困难",
                null,
                Proposal.Steps.initial());
        Verdict verdict = Objects.requireNonNull(Bundled.ENGINE
                .decide(request(
                        "GD-ENV-1.3",
                        place,
                        "2022-03-01",
                        decided,
                        COMPANY,
                        TIER_TWO,
                        CaseCircumstances.none(),
                        proposal))
                .verdict());
        assertThat(verdict.status()).isEqualTo(Verdict.Status.DEVIATION);
        return verdict.needs().stream()
                .filter(need -> need.code().contains("deviation"))
                .map(need -> need.code() + "：" + need.text() + need.citations())
                .toList();
    }

    @Test
    @DisplayName("偏离裁量基准：事由有编码，谁批准看基准是谁制定的（国办发〔2022〕27号第（十二）项）")
    void saysWhoMayLetABenchmarkBeLeft() {
        assertThat(deviationNeeds("440000", "2022-08-01", "manifestly-unfair"))
                .singleElement()
                .asString()
                .startsWith("deviation-approval：经本机关主要负责人批准或者集体讨论通过后")
                .contains("国办发〔2022〕27号");
        assertThat(deviationNeeds("440703", "2022-08-01", "manifestly-unfair"))
                .singleElement()
                .asString()
                .startsWith("deviation-approval：报请该基准的制定机关批准后");
        assertThat(deviationNeeds("440703", "2022-08-01", null))
                .hasSize(2)
                .anyMatch(need -> need.startsWith("name-deviation-ground"));
        assertThat(deviationNeeds("440703", "2022-07-28", null))
                .singleElement()
                .asString()
                .startsWith("deviation-reasons");
    }

    @Test
    @DisplayName("没有编码的偏离事由被拒绝，指明字段")
    void refusesAnUnknownGroundForDeviation() {
        assertThatThrownBy(() -> deviationNeeds("440703", "2022-08-01", "领导要求"))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .singleElement()
                        .satisfies(p -> assertThat(p.pointer()).isEqualTo("/proposal/deviationGround")));
    }

    private static List<String> citations(Row row) {
        return row.citations().stream().map(Citation::chinese).toList();
    }

    @Test
    @DisplayName("法条只责令改正的，裁量基准无从适用，理由引法条本身")
    void gradesNothingWhereTheClauseOnlyOrdersToCorrect() {
        Decision decision = Bundled.ENGINE.decide(request(
                "GD-ENV-2.34",
                "440703",
                "2023-08-31",
                "2024-03-01",
                Map.of(
                        "conduct", "未制定应急预案",
                        "违法程度", "已制定水污染事故的应急方案，但不符合规定",
                        "circumstancesGrade", "一般")));
        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.NoPenalty.class, none -> assertThat(
                        none.ground().text())
                .contains("责令改正"));
    }

    @Test
    @DisplayName("规则库没有收录总则的年份，不默示按没有情节处理")
    void saysWhereNoGeneralPartIsHeld() {
        Decision decision = Bundled.ENGINE.decide(request(
                "JN-SIHE-48", "370811", "2017-12-30", "2017-12-31", Map.of("gravity", "一般", "suspectedCrime", false)));
        assertThat(decision.assumptions()).anyMatch(text -> text.contains("没有收录2017-12-31施行的总则"));
    }

    @Test
    @DisplayName("负数、生于行为之后、算不出的数额：指出字段")
    void refusesImpossibleAmountsAndDates() {
        assertRefused(
                request(
                        "MK-F124",
                        "370800",
                        "2024-03-01",
                        "2024-06-01",
                        COMPANY,
                        STALE_FOOD,
                        CaseCircumstances.none(),
                        fine(-1)),
                "/proposal/penalties/0",
                "out-of-range");
        Party unborn = new Party(Party.Kind.INDIVIDUAL, LocalDate.of(2024, 3, 2), Party.MentalState.NORMAL);
        assertRefused(staleFood(unborn, CaseCircumstances.none()), "/party/birthDate", "impossible-dates");
        assertRefused(
                request(
                        "GD-ENV-8.36",
                        "440000",
                        "2021-07-15",
                        "2021-07-15",
                        Map.of("occasions", 999_999_999_999_999L, "近一年内同类违法行为情况", "造成重大生态环境影响或者不良社会影响的")),
                "/facts",
                "out-of-range");
        for (BigDecimal absurd : List.of(new BigDecimal("1E+2147483647"), new BigDecimal("-1E+2147483647"))) {
            assertRefused(
                    request("MK-F124", "370800", "2024-03-01", "2024-06-01", Map.of("goodsValue", absurd)),
                    "/facts/goodsValue",
                    "out-of-range");
        }
    }

    @Test
    @DisplayName("同一问题用事实名和问题文字各答一次的，不取其一")
    void refusesTwoAnswersToOneQuestion() {
        assertRefused(
                request("MK-F124", "370800", "2024-03-01", "2024-06-01", Map.of("goodsValue", 1, "货值金额", 2)),
                "/facts/货值金额",
                "wrong-type");
    }

    @Test
    @DisplayName("其他规范：不能是同一事项；事实的问题指向该规范；别的领域的情节编码不妨碍")
    void readsOtherNormsByThemselves() {
        DecisionRequest base = request(
                "PR-42",
                "370800",
                "2024-03-01",
                "2024-06-01",
                COMPANY,
                Map.of("gainsState", "没有违法所得"),
                CaseCircumstances.none().withCodes(Set.of("refused-to-refund")),
                null);
        assertRefused(
                withNorms(base, new DecisionRequest.OtherNorm("PR-42", base.facts())),
                "/otherNorms/0/item",
                "out-of-range");
        assertRefused(
                withNorms(base, new DecisionRequest.OtherNorm("GD-ENV-1.3", Map.of("colour", "red"))),
                "/otherNorms/0/facts/colour",
                "unknown-fact");
        Decision open = Bundled.ENGINE.decide(withNorms(base, new DecisionRequest.OtherNorm("GD-ENV-1.3", Map.of())));
        assertThat(Objects.requireNonNull(open.concurrence()).norms().get(1).outcome())
                .isInstanceOfSatisfying(Outcome.NeedsClarification.class, other -> assertThat(other.questions())
                        .isNotEmpty()
                        .allMatch(q -> q.pointer().startsWith("/otherNorms/0/facts/")));
    }

    @Test
    @DisplayName("拟处罚一项也没有而法条应当处罚的，不算在幅度之内")
    void anEmptyProposalIsNotWithinTheBenchmark() {
        Proposal nothing = new Proposal(List.of(), null, null, null, Proposal.Steps.initial());
        Decision decision = Bundled.ENGINE.decide(request(
                "MK-F124",
                "370800",
                "2024-03-01",
                "2024-06-01",
                COMPANY,
                STALE_FOOD,
                CaseCircumstances.none(),
                nothing));
        assertThat(Objects.requireNonNull(decision.verdict()).status()).isEqualTo(Verdict.Status.UNLAWFUL);
        Decision revocation = Bundled.ENGINE.decide(request(
                "MK-E84", "370800", "2025-03-01", "2025-06-01", COMPANY, Map.of(), CaseCircumstances.none(), nothing));
        assertThat(Objects.requireNonNull(revocation.verdict()).status())
                .isIn(Verdict.Status.UNLAWFUL, Verdict.Status.INCOMPLETE);
    }

    @ParameterizedTest(name = "拘留 {0} 日：{1}")
    @CsvSource({"4, MITIGATED", "5, UNLAWFUL", "10, UNLAWFUL"})
    @DisplayName("应当减轻而没有低于法定最低限的违法（治安管理处罚法：防卫过当应当减轻）")
    void mustGoBelowTheMinimumWhereMitigationIsBound(long days, Verdict.Status expected) {
        Party person = new Party(Party.Kind.INDIVIDUAL, LocalDate.of(1990, 1, 1), Party.MentalState.NORMAL);
        Proposal proposal = new Proposal(
                List.of(new Proposal.Proposed(PenaltyKind.DETENTION, Penalty.Subject.PARTY, days)),
                null,
                null,
                "excessive-self-defence",
                Proposal.Steps.initial());
        Decision decision = Bundled.ENGINE.decide(request(
                "PS-ASSAULT",
                "370800",
                "2026-03-01",
                "2026-03-10",
                person,
                Map.of("manner", "无上述情形", "victim", "其他人", "victimAge", 30, "seriousness", "一般"),
                CaseCircumstances.none().withCodes(Set.of("excessive-self-defence")),
                proposal));
        assertThat(Objects.requireNonNull(decision.verdict()).parts().get(0).status())
                .isEqualTo(expected);
    }
}
