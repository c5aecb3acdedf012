package cn.faheng.server.decisions;

import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.server.decisions.BatchInput.Line;
import cn.faheng.server.problems.Exceptions;
import cn.faheng.server.problems.JsonProblems;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.problems.TraceIds;
import cn.faheng.server.receipts.IdempotencyKey;
import cn.faheng.server.receipts.NewReceipt;
import cn.faheng.server.receipts.Receipt;
import cn.faheng.server.receipts.ReceiptStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Decides line by line; what is written to the client was stored before. */
@Component
class BatchService {

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);
    private static final int MOST_LINES = 10_000;
    private static final int LINES_PER_COMMIT = 64;

    private final DecisionService decisions;
    private final ReceiptStore receipts;
    private final JsonMapper json;

    BatchService(DecisionService decisions, ReceiptStore receipts, JsonMapper json) {
        this.decisions = decisions;
        this.receipts = receipts;
        this.json = json;
    }

    /**
     * Answers all lines of the request; throws {@link IOException} when the client has gone.
     */
    void decide(
            HttpServletRequest request,
            HttpServletResponse response,
            String client,
            @Nullable IdempotencyKey key,
            int firstLine)
            throws IOException, InterruptedException {
        String traceId = TraceIds.of(request);
        OutputStream out = response.getOutputStream();
        BatchInput input = new BatchInput(request.getInputStream(), firstLine, MOST_LINES);
        try {
            for (List<Line> lines = input.next(LINES_PER_COMMIT);
                    !lines.isEmpty();
                    lines = input.next(LINES_PER_COMMIT)) {
                for (Result result : decide(lines, client, key)) {
                    json.writeValue(new KeptOpen(out), result.document(traceId));
                    out.write('\n');
                }
                response.flushBuffer();
            }
        } finally {
            input.finish();
        }
    }

    private List<Result> decide(List<Line> lines, String client, @Nullable IdempotencyKey key) {
        List<Result> results = new ArrayList<>();
        for (Line line : lines) {
            if (!isBlank(line)) {
                results.add(read(line));
            }
        }
        if (key != null) {
            takeStored(results, client, key);
        }
        results.stream().filter(Result::isOpen).forEach(this::compute);
        store(results.stream().filter(r -> r.computed != null).toList(), client, key);
        return results;
    }

    private static boolean isBlank(Line line) {
        if (line.state() != BatchInput.State.USABLE) {
            return false;
        }
        for (byte b : line.bytes().array()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private Result read(Line line) {
        Result result = new Result(line.number());
        switch (line.state()) {
            case TOO_LONG -> result.problem = Problem.of(ProblemType.BODY_TOO_LARGE);
            case TOO_SLOW -> result.problem = Problem.of(ProblemType.LINE_TOO_SLOW);
            case TOO_MANY -> result.problem = Problem.of(ProblemType.TOO_MANY_LINES);
            case USABLE -> {
                try {
                    result.understood =
                            decisions.read(json.readValue(line.bytes().array(), DecisionRequestBody.class));
                } catch (JacksonException e) {
                    result.problem = JsonProblems.of(e);
                } catch (RuntimeException e) {
                    result.problem = problem(e);
                }
            }
        }
        return result;
    }

    private void takeStored(List<Result> results, String client, IdempotencyKey key) {
        List<Result> open = results.stream().filter(Result::isOpen).toList();
        if (open.isEmpty()) {
            return;
        }
        try {
            Map<Integer, Receipt> stored =
                    receipts.find(client, key, open.stream().map(r -> r.line).toList());
            open.forEach(result ->
                    Optional.ofNullable(stored.get(result.line)).ifPresent(receipt -> repeat(result, receipt)));
        } catch (RuntimeException e) {
            Problem problem = problem(e);
            open.forEach(result -> result.problem = problem);
        }
    }

    private void repeat(Result result, Receipt receipt) {
        try {
            result.answer = decisions.repeated(receipt, result.requestHash(decisions));
        } catch (ProblemException e) {
            result.problem = e.problem();
        }
    }

    private void compute(Result result) {
        try {
            result.computed = decisions.compute(result.asked());
        } catch (RuntimeException e) {
            result.problem = problem(e);
        }
    }

    private void store(List<Result> computed, String client, @Nullable IdempotencyKey key) {
        if (computed.isEmpty()) {
            return;
        }
        List<NewReceipt> fresh = computed.stream()
                .map(r -> r.ready().receipt(client, key, r.line, key == null ? "" : r.requestHash(decisions)))
                .toList();
        try {
            List<Receipt> stored = receipts.store(fresh);
            for (int i = 0; i < computed.size(); i++) {
                Result result = computed.get(i);
                result.answer = new Answer(result.ready().answer(stored.get(i)), false);
            }
        } catch (DuplicateKeyException e) {
            // The same batch runs on another server too; line by line the faster one counts.
            if (computed.size() > 1) {
                computed.forEach(result -> store(List.of(result), client, key));
            } else {
                takeStored(computed, client, java.util.Objects.requireNonNull(key));
            }
        } catch (RuntimeException e) {
            Problem problem = problem(e);
            computed.forEach(result -> result.problem = problem);
        }
    }

    private static Problem problem(RuntimeException e) {
        Problem problem = Exceptions.problem(e);
        if (problem.type() == ProblemType.UNEXPECTED) {
            LOG.error("A line of a batch failed", e);
        }
        return problem;
    }

    /** One line on its way to its answer. */
    private static final class Result {
        private final int line;
        private @Nullable Understood understood;
        private DecisionService.@Nullable Computed computed;
        private @Nullable Answer answer;
        private @Nullable Problem problem;

        Result(int line) {
            this.line = line;
        }

        boolean isOpen() {
            return problem == null && answer == null;
        }

        Understood asked() {
            return java.util.Objects.requireNonNull(understood);
        }

        DecisionService.Computed ready() {
            return java.util.Objects.requireNonNull(computed);
        }

        String requestHash(DecisionService decisions) {
            return decisions.requestHash(asked());
        }

        Map<String, Object> document(String traceId) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("line", line);
            Answer given = answer;
            Problem wrong = problem;
            if (given != null) {
                document.put("status", 200);
                if (given.replayed()) {
                    document.put("replayed", true);
                }
                document.put("decision", given.body());
            } else {
                Problem told = wrong == null ? Problem.of(ProblemType.UNEXPECTED) : wrong;
                document.put("status", told.type().status());
                document.put("problem", told.document(null, traceId));
            }
            return document;
        }
    }

    /** Keeps the stream open between lines. */
    private static final class KeptOpen extends java.io.FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // Flushed once for all lines of a commit.
        }

        @Override
        public void close() {
            // The response belongs to the container.
        }
    }
}
