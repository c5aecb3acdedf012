package cn.faheng.server.decisions;

import cn.faheng.server.identity.Caller;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.receipts.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BatchController {

    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);

    private final BatchService service;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final BatchPlaces places = new BatchPlaces();

    BatchController(BatchService service) {
        this.service = service;
    }

    @PostMapping(path = "/api/v1/decisions:batch", consumes = NDJSON, produces = NDJSON)
    void decideBatch(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestParam(defaultValue = "1") int firstLine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (firstLine < 1 || firstLine > 1_000_000_000) {
            throw new ProblemException(Problem.ofParameter("firstLine", "行号从 1 开始。"));
        }
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey).orElse(null);
        String client = Caller.name();
        if (!places.take(client)) {
            throw new ProblemException(ProblemType.BUSY);
        }
        String place = client + " " + (key == null ? "" : key.value());
        boolean mine = key == null || running.add(place);
        try {
            if (!mine) {
                throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_IN_USE);
            }
            response.setContentType(NDJSON);
            response.setHeader("Cache-Control", "no-store");
            service.decide(request, response, client, key, firstLine);
        } catch (IOException e) {
            LOG.info("The client of a batch has gone; what was decided until then is stored ({})", e.getMessage());
        } finally {
            places.giveBack(client);
            if (mine) {
                running.remove(place);
            }
        }
    }
}
