package cn.faheng.server.decisions;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.engine.Engine;
import cn.faheng.engine.outcome.Decision;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.InForce;
import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.IdempotencyKey;
import cn.faheng.server.receipts.NewReceipt;
import cn.faheng.server.receipts.Receipt;
import cn.faheng.server.receipts.ReceiptStore;
import cn.faheng.server.receipts.Recomputation;
import cn.faheng.server.registry.RuleBaseState;
import cn.faheng.server.registry.RuleBases;
import cn.faheng.server.storage.DataFolder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests: the one way on which a decision comes about, whoever asks. */
@Service
public class DecisionService implements Recomputation {

    private final RuleBases ruleBases;
    private final ReceiptStore receipts;
    private final ReceiptContent contents;
    private final JsonMapper json;
    private final Clock clock;
    private final String identityKey;
    private final String engineBuild = EngineBuild.current();

    DecisionService(RuleBases ruleBases, ReceiptStore receipts, JsonMapper json, Clock clock, DataFolder folder) {
        this.ruleBases = ruleBases;
        this.receipts = receipts;
        this.contents = new ReceiptContent(json);
        this.json = json;
        this.clock = clock;
        this.identityKey = folder.secret("identity-key", DataFolder::randomSecret);
    }

    /**
     * Decides and stores the decision with its receipt.
     *
     * @param client who asks
     * @param key under which the client may repeat the request, or null
     * @throws ProblemException when the request cannot be answered
     */
    public Answer decide(DecisionRequestBody body, String client, @Nullable IdempotencyKey key) {
        Understood understood = read(body);
        String requestHash = key == null ? "" : contents.requestHash(understood);
        if (key != null) {
            Optional<Receipt> earlier = receipts.find(client, key, 0);
            if (earlier.isPresent()) {
                return repeated(earlier.get(), requestHash);
            }
        }
        Computed computed = compute(understood);
        try {
            Receipt receipt = receipts.store(List.of(computed.receipt(client, key, 0, requestHash)))
                    .get(0);
            return new Answer(computed.answer(receipt), false);
        } catch (DuplicateKeyException e) {
            // The same request came twice at once, and the other one was stored first.
            return repeated(
                    receipts.find(client, java.util.Objects.requireNonNull(key), 0)
                            .orElseThrow(() -> e),
                    requestHash);
        }
    }

    /** Answers without storing anything: for what-if questions on a page. The answer carries no receipt. */
    public DecisionResponseBody preview(DecisionRequestBody body) {
        return compute(read(body)).answer;
    }

    /** Answers as if the rule base of this engine were the one in force, without storing anything. The answer carries no receipt. */
    public DecisionResponseBody supposing(Engine engine, DecisionRequestBody body) {
        Understood understood = read(body);
        Decision decision = decide(engine, understood);
        refuseWhereNothingIsInForce(engine.base().catalogue(), understood.request(), decision);
        return DecisionViews.answer(decision);
    }

    Answer repeated(Receipt earlier, String requestHash) {
        if (!requestHash.equals(earlier.requestHash())) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return new Answer(contents.answer(earlier), true);
    }

    /** What the engine is asked by a request; throws a problem that names every field that is wrong. */
    public DecisionRequest understood(DecisionRequestBody body) {
        return read(body).request();
    }

    Understood read(DecisionRequestBody body) {
        return RequestReader.read(body, LocalDate.now(clock), identityKey);
    }

    String requestHash(Understood understood) {
        return contents.requestHash(understood);
    }

    /** A decision that is computed and not yet stored. */
    static final class Computed {
        private final DecisionResponseBody answer;
        private final ReceiptContent.Written written;

        private Computed(DecisionResponseBody answer, ReceiptContent.Written written) {
            this.answer = answer;
            this.written = written;
        }

        NewReceipt receipt(String client, @Nullable IdempotencyKey key, int line, String requestHash) {
            return new NewReceipt(
                    client,
                    key,
                    line,
                    requestHash,
                    CanonicalJson.hash(written.content()),
                    written.content(),
                    written.trace());
        }

        DecisionResponseBody answer(Receipt receipt) {
            answer.setReceipt(ReceiptContent.summary(receipt, written));
            return answer;
        }
    }

    Computed compute(Understood understood) {
        RuleBaseState state = ruleBases.current();
        Decision decision = decide(state.engine(), understood);
        refuseWhereNothingIsInForce(state.catalogue(), understood.request(), decision);
        DecisionResponseBody answer = DecisionViews.answer(decision);
        return new Computed(answer, contents.write(engineBuild, state.hash(), understood, decision, answer));
    }

    private static Decision decide(Engine engine, Understood understood) {
        try {
            return engine.decide(understood.request());
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(understood.asAsked(e.problems()));
        }
    }

    private static void refuseWhereNothingIsInForce(Catalogue catalogue, DecisionRequest request, Decision decision) {
        if (!(decision.outcome() instanceof Outcome.NotApplicable notApplicable)) {
            return;
        }
        Ground ground = notApplicable.ground();
        String item = decision.item().code();
        switch (ground.code()) {
            case "not-yet-in-force", "ended" -> {
                Problem problem = Problem.of(ProblemType.NO_RULE_SET_IN_FORCE, ground.text())
                        .with("item", item)
                        .with("onDate", request.actEnd().toString());
                InForce inForce = catalogue.statute(item, request.actEnd());
                if (inForce instanceof InForce.NotYet notYet) {
                    problem = problem.with("firstInForce", notYet.firstInForce().toString());
                } else if (inForce instanceof InForce.Ended ended) {
                    problem = problem.with("lastInForce", ended.lastInForce().toString());
                }
                throw new ProblemException(problem);
            }
            case "other-jurisdiction" ->
                throw new ProblemException(Problem.of(ProblemType.OTHER_JURISDICTION, ground.text())
                        .with("item", item)
                        .with("place", request.place().code()));
            default -> {
                // A legal answer, stored like any other.
            }
        }
    }

    @Override
    public Recomputed recompute(Receipt receipt) {
        JsonNode content = json.readTree(receipt.content());
        String ruleBase = content.path("ruleBase").asString("");
        RuleBaseState state = ruleBases
                .state(ruleBase)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.RULE_BASE_NOT_HELD).with("ruleBase", ruleBase)));
        Understood understood = contents.understood(content);
        Decision decision = state.engine().decide(understood.request());
        ReceiptContent.Written written = contents.write(
                content.path("engineBuild").asString(""),
                ruleBase,
                understood,
                decision,
                DecisionViews.answer(decision));
        return new Recomputed(written.content(), written.trace(), engineBuild);
    }
}
