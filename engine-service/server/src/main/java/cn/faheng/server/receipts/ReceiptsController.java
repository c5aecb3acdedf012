package cn.faheng.server.receipts;

import cn.faheng.contract.api.ReceiptsApi;
import cn.faheng.contract.model.InclusionProofBody;
import cn.faheng.contract.model.ReceiptBody;
import cn.faheng.contract.model.ReplayBody;
import cn.faheng.contract.model.VerificationBody;
import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ReceiptsController implements ReceiptsApi {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ReceiptStore store;
    private final Recomputation recomputation;
    private final ChainVerifier verifier;
    private final Proofs proofs;
    private final JsonMapper json;
    private final Semaphore verifying = new Semaphore(1);

    ReceiptsController(
            ReceiptStore store, Recomputation recomputation, ChainVerifier verifier, Proofs proofs, JsonMapper json) {
        this.store = store;
        this.recomputation = recomputation;
        this.verifier = verifier;
        this.proofs = proofs;
        this.json = json;
    }

    @Override
    public ResponseEntity<ReceiptBody> getReceipt(UUID id) {
        Receipt receipt = receipt(id);
        ReceiptBody body = new ReceiptBody()
                .id(receipt.id())
                .sequence(Objects.requireNonNull(receipt.sequence()))
                .recordedAt(receipt.recordedAt().atOffset(ZoneOffset.UTC))
                .client(receipt.client())
                .contentHash(receipt.contentHash())
                .content(json.readValue(receipt.content(), OBJECT))
                .trace(json.readValue(receipt.trace(), OBJECT));
        proofs.seal(receipt).ifPresent(body::setSeal);
        return ResponseEntity.ok(body);
    }

    @Override
    public ResponseEntity<ReplayBody> replayReceipt(UUID id) {
        Receipt receipt = receipt(id);
        Recomputation.Recomputed now = recomputation.recompute(receipt);
        JsonNode recorded = json.readTree(receipt.content());
        JsonNode replayed = json.readTree(now.content());
        boolean identical =
                receipt.content().equals(now.content()) && receipt.trace().equals(now.trace());
        return ResponseEntity.ok(new ReplayBody()
                .receiptId(receipt.id())
                .identical(identical)
                .recordedContentHash(CanonicalJson.hash(receipt.content()))
                .replayedContentHash(CanonicalJson.hash(now.content()))
                .recordedTraceDigest(CanonicalJson.hash(receipt.trace()))
                .replayedTraceDigest(CanonicalJson.hash(now.trace()))
                .recordedBuild(recorded.path("engineBuild").asString(""))
                .replayedBuild(now.engineBuild())
                .differences(JsonDifferences.between(recorded, replayed, 20)));
    }

    @Override
    public ResponseEntity<InclusionProofBody> getProof(UUID id) {
        InclusionProofBody proof =
                proofs.proof(receipt(id)).orElseThrow(() -> new ProblemException(ProblemType.RECEIPT_NOT_SEALED));
        return ResponseEntity.ok(proof);
    }

    @Override
    public ResponseEntity<VerificationBody> verifyReceipts(@Nullable String head) {
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw new ProblemException(Problem.ofParameter("head", "链头是64个十六进制小写字符。"));
        }
        if (!verifying.tryAcquire()) {
            throw new ProblemException(ProblemType.BUSY);
        }
        try {
            return ResponseEntity.ok(verifier.verify(head));
        } finally {
            verifying.release();
        }
    }

    private Receipt receipt(UUID id) {
        return store.find(id)
                .filter(receipt -> ReceiptAccess.mayRead(receipt, Caller.authentication()))
                .orElseThrow(() -> new ProblemException(ProblemType.RECEIPT_NOT_FOUND));
    }
}
