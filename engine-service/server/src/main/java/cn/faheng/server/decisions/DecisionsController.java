package cn.faheng.server.decisions;

import cn.faheng.contract.api.DecisionsApi;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.DecisionResponseBody;
import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.IdempotencyKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionsController implements DecisionsApi {

    private final DecisionService service;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    DecisionsController(DecisionService service) {
        this.service = service;
    }

    @Override
    public ResponseEntity<DecisionResponseBody> decide(
            DecisionRequestBody decisionRequestBody, @Nullable String idempotencyKey) {
        String client = Caller.name();
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey).orElse(null);
        if (key == null) {
            return answer(service.decide(decisionRequestBody, client, null));
        }
        String place = client + " " + key.value();
        if (!running.add(place)) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_IN_USE);
        }
        try {
            return answer(service.decide(decisionRequestBody, client, key));
        } finally {
            running.remove(place);
        }
    }

    private static ResponseEntity<DecisionResponseBody> answer(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(answer.body());
    }
}
