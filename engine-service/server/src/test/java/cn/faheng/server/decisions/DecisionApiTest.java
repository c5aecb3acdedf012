package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.faheng.client.ApiException;
import cn.faheng.client.api.DecisionsApi;
import cn.faheng.client.api.ReceiptsApi;
import cn.faheng.client.model.Act;
import cn.faheng.client.model.AmountRange;
import cn.faheng.client.model.Circumstances;
import cn.faheng.client.model.DecisionRequest;
import cn.faheng.client.model.DecisionResponse;
import cn.faheng.client.model.DeterminedOutcome;
import cn.faheng.client.model.LawResult;
import cn.faheng.client.model.NeedsClarificationOutcome;
import cn.faheng.client.model.OpenQuestion;
import cn.faheng.client.model.Party;
import cn.faheng.client.model.PartyKind;
import cn.faheng.client.model.PenaltyKind;
import cn.faheng.client.model.PenaltyRange;
import cn.faheng.client.model.Proposal;
import cn.faheng.client.model.ProposedPenalty;
import cn.faheng.client.model.Receipt;
import cn.faheng.client.model.Replay;
import cn.faheng.client.model.VerdictStatus;
import cn.faheng.server.ServerTest;
import cn.faheng.server.canonical.CanonicalJson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("裁量接口，由生成的客户端调用")
@SuppressWarnings("NullAway") // What an answer lacks fails the test as it should.
class DecisionApiTest extends ServerTest {

    private DecisionsApi decisions;
    private ReceiptsApi receipts;

    @BeforeEach
    void connect() throws Exception {
        decisions = new DecisionsApi(client());
        receipts = new ReceiptsApi(client());
    }

    private static DecisionRequest expiredFood() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("suspectedCrime", false);
        facts.put("circumstancesGrade", "一般");
        facts.put("goodsValue", 5000);
        return new DecisionRequest()
                .item("MK-F124")
                .place("370811")
                .act(new Act().start(LocalDate.of(2024, 5, 1)))
                .decidedOn(LocalDate.of(2024, 8, 1))
                .party(new Party().kind(PartyKind.ORGANISATION))
                .facts(facts);
    }

    private static PenaltyRange fine(LawResult law) {
        return law.getPenalties().stream()
                .filter(p -> p.getPenalty().getKind() == PenaltyKind.FINE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("货值不足一万元的过期食品：法定五万元以上十万元以下，逐行说明理由")
    void decidesWithReasonsAndReceipt() throws Exception {
        DecisionResponse answer = decisions.decide(expiredFood(), null);

        assertThat(answer.getItem().getName()).contains("食品");
        assertThat(answer.getOutcome().getActualInstance()).isInstanceOf(DeterminedOutcome.class);
        DeterminedOutcome outcome = answer.getOutcome().getDeterminedOutcome();
        AmountRange statutory = fine(outcome.getComparison().getAtAct()).getStatutory();
        assertThat(statutory.getMinFen()).isEqualTo(5_000_000);
        assertThat(statutory.getMaxFen()).isEqualTo(10_000_000);
        assertThat(outcome.getComparison().getAtAct().getTables()).isNotEmpty().allSatisfy(table -> {
            assertThat(table.getMatched().getAddress()).startsWith(table.getRuleSet() + "#");
            assertThat(table.getMatched().getCitations()).isNotEmpty();
        });
        assertThat(answer.getReasons()).anySatisfy(reason -> assertThat(reason.getProvisions())
                .anySatisfy(p -> assertThat(p.getWords()).isNotBlank()));
        assertThat(answer.getReceipt().getContentHash()).matches("[0-9a-f]{64}");
        assertThat(answer.getRuleSets()).isNotEmpty().allSatisfy(r -> assertThat(r.getContentHash())
                .matches("[0-9a-f]{64}"));
    }

    @Test
    @DisplayName("拟罚低于法定最低限又没有事由的，判为违法")
    void judgesAProposal() throws Exception {
        DecisionRequest request = expiredFood()
                .proposal(new Proposal()
                        .penalties(List.of(
                                new ProposedPenalty().kind(PenaltyKind.FINE).amountFen(1_000_000L))));

        DecisionResponse answer = decisions.decide(request, null);

        assertThat(answer.getVerdict().getStatus()).isEqualTo(VerdictStatus.UNLAWFUL);
        assertThat(answer.getProcedure().getSteps()).isNotEmpty();
    }

    @Test
    @DisplayName("事实不全的，答所有可能的幅度和最短的问题清单")
    void asksForWhatIsMissing() throws Exception {
        DecisionRequest request = expiredFood();
        request.getFacts().remove("goodsValue");

        DecisionResponse answer = decisions.decide(request, null);

        NeedsClarificationOutcome outcome = answer.getOutcome().getNeedsClarificationOutcome();
        assertThat(outcome.getQuestions()).extracting(OpenQuestion::getPointer).contains("/facts/goodsValue");
        assertThat(outcome.getHull()).isNotEmpty();
        assertThat(outcome.getCompletions()).isPositive();
    }

    @Test
    @DisplayName("相同的请求算两次：内容哈希相同，留痕编号不同")
    void sameContentTwiceHasTwoReceipts() throws Exception {
        DecisionResponse first = decisions.decide(expiredFood(), null);
        DecisionResponse second = decisions.decide(expiredFood(), null);

        assertThat(second.getReceipt().getContentHash())
                .isEqualTo(first.getReceipt().getContentHash());
        assertThat(second.getReceipt().getId()).isNotEqualTo(first.getReceipt().getId());
    }

    @Test
    @DisplayName("留痕复算，逐字节相同")
    void replaysToTheSameBytes() throws Exception {
        DecisionRequest request = expiredFood()
                .circumstances(new Circumstances()
                        .codes(new LinkedHashSet<>(Set.of("cooperated-with-evidence")))
                        .firstViolation(true)
                        .goodsValueFen(500_000L))
                .proposal(new Proposal()
                        .penalties(List.of(
                                new ProposedPenalty().kind(PenaltyKind.FINE).amountFen(5_500_000L),
                                new ProposedPenalty().kind(PenaltyKind.CONFISCATE_ILLEGAL_GAINS)))
                        .deviationReasons("理由"));
        request.getParty().kind(PartyKind.INDIVIDUAL).name("王小二").idNumber("11010519491231002x");
        request.getFacts().put("goodsValue", Map.of("value", "0.55", "unit", "万元"));
        DecisionResponse answer = decisions.decide(request, null);

        Replay replay = receipts.replayReceipt(answer.getReceipt().getId());

        assertThat(replay.getDifferences()).isEmpty();
        assertThat(replay.getIdentical()).isTrue();
        assertThat(replay.getReplayedContentHash())
                .isEqualTo(answer.getReceipt().getContentHash());
        assertThat(replay.getReplayedTraceDigest())
                .isEqualTo(answer.getReceipt().getTraceDigest());
    }

    @Test
    @DisplayName("留痕不含证件号码和自然人姓名的明文")
    void keepsNoNumberInTheClear() throws Exception {
        DecisionRequest request = expiredFood();
        request.getParty()
                .kind(PartyKind.SOLE_PROPRIETOR)
                .name("王小二")
                .idNumber("11010519491231002X")
                .socialCreditCode("91350100M000100Y43");
        DecisionResponse answer = decisions.decide(request, null);

        String stored = get("/api/v1/receipts/" + answer.getReceipt().getId()).body();

        assertThat(stored)
                .doesNotContain("11010519491231002", "91350100M000100Y43", "王小二")
                .contains("王＊＊", "idNumberHash", "1949-12-31");
    }

    @Test
    @DisplayName("留痕的内容哈希和推理摘要可以由任何人重算")
    void hashesCanBeRecomputedByAnyone() throws Exception {
        DecisionResponse answer = decisions.decide(expiredFood(), null);
        var stored = get("/api/v1/receipts/" + answer.getReceipt().getId()).json();

        assertThat(CanonicalJson.hash(CanonicalJson.of(stored.path("content"))))
                .isEqualTo(answer.getReceipt().getContentHash());
        assertThat(CanonicalJson.hash(CanonicalJson.of(stored.path("trace"))))
                .isEqualTo(answer.getReceipt().getTraceDigest())
                .isEqualTo(stored.at("/content/traceDigest").asString());
    }

    @Test
    @DisplayName("同一 Idempotency-Key 重试得到已存的同一答复")
    void repeatsUnderTheSameKey() throws Exception {
        String key = "retry-" + UUID.randomUUID();

        DecisionResponse first = decisions.decide(expiredFood(), key);
        DecisionResponse second = decisions.decide(expiredFood(), key);

        assertThat(second).isEqualTo(first);
        assertThat(new HashSet<>(
                        List.of(first.getReceipt().getId(), second.getReceipt().getId())))
                .hasSize(1);
    }

    @Test
    @DisplayName("同一 Idempotency-Key 用于另一个请求的，拒绝")
    void refusesAnotherRequestUnderTheKey() throws Exception {
        String key = "other-" + UUID.randomUUID();
        decisions.decide(expiredFood(), key);
        DecisionRequest other = expiredFood();
        other.getFacts().put("goodsValue", 5001);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> decisions.decide(other, key))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(422))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/idempotency-key-reused"));
    }

    @Test
    @DisplayName("同一 Idempotency-Key、姓名只差隐去的部分：也是另一个请求；姓名不以明文留存")
    void refusesAnotherHiddenNameUnderTheKey() throws Exception {
        String key = "name-" + UUID.randomUUID();
        DecisionRequest request = expiredFood();
        request.getParty().kind(PartyKind.INDIVIDUAL).name("王小二");
        DecisionResponse first = decisions.decide(request, key);
        assertThat(decisions.decide(request, key)).isEqualTo(first);
        request.getParty().name("王小三");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> decisions.decide(request, key))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/idempotency-key-reused"));
        UUID id = first.getReceipt().getId();
        assertThat(get("/api/v1/receipts/" + id).body())
                .contains("nameHash", "王＊＊")
                .doesNotContain("小二", "王小三");
        assertThat(receipts.replayReceipt(id).getIdentical()).isTrue();
    }

    @Test
    void namesAReceiptThatDoesNotExist() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> receipts.getReceipt(UUID.randomUUID()))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(404))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("/problems/receipt-not-found"));
    }

    @Test
    @DisplayName("保存的留痕带有请求、规则集版本和哈希、结果")
    void receiptHoldsEverything() throws Exception {
        DecisionResponse answer = decisions.decide(expiredFood(), null);

        Receipt receipt = receipts.getReceipt(answer.getReceipt().getId());

        assertThat(receipt.getClient()).isEqualTo("demo-system");
        assertThat(receipt.getContent())
                .containsKeys("format", "engineBuild", "ruleBase", "ruleSets", "request", "decision", "traceDigest");
        assertThat(receipt.getTrace()).isNotEmpty();
    }
}
