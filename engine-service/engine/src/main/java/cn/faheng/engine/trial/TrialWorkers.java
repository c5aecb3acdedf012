package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks and tries models in processes of their own, so that no model can hang this one, fill its memory or read its secrets. Workers
 * start with the first trial; one that was stopped is replaced. Thread-safe.
 */
public final class TrialWorkers implements AutoCloseable {

    /** A worker is replaced after so many trials, so that nothing gathers in it. */
    private static final int MOST_TRIALS = 500;

    private final TrialLimits limits;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public TrialWorkers(TrialLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.workers(), true);
    }

    /**
     * Loads and validates a model.
     *
     * @return its names, inputs with types, decisions, decision services and messages
     * @throws TrialException when it is refused, is no DMN model or takes too much
     */
    public JsonNode check(ModelTexts texts) {
        ModelGate.check(texts);
        return ask(request(texts).put("check", true));
    }

    /**
     * Evaluates a model.
     *
     * @return what Drools answers: decisions with status, value, type, rows and messages
     * @throws TrialException when it is refused, is no DMN model, an input does not fit or it takes too much
     */
    public JsonNode evaluate(TrialRequest trial) {
        ModelGate.check(trial.texts());
        ObjectNode request = request(trial.texts()).put("typeCheck", trial.typeCheck());
        request.set("inputs", trial.inputs());
        trial.decisions().forEach(request.putArray("decisions")::add);
        if (trial.decisionService() != null) {
            request.put("decisionService", trial.decisionService());
        }
        return ask(request);
    }

    private static ObjectNode request(ModelTexts texts) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", texts.model());
        texts.imports().forEach(request.putArray("imports")::add);
        return request;
    }

    private JsonNode ask(ObjectNode request) {
        takePlace();
        try {
            JsonNode reply = ask(worker(), request);
            if (reply.has("answer")) {
                return reply.get("answer");
            }
            throw new TrialException(
                    Reason.valueOf(reply.path("reason").asString()),
                    reply.path("pointer").asString(),
                    reply.path("detail").asString());
        } finally {
            places.release();
        }
    }

    private JsonNode ask(WorkerProcess worker, ObjectNode request) {
        try {
            return worker.ask(request, limits);
        } finally {
            if (worker.isAlive()) {
                giveBack(worker);
            } else {
                replace();
            }
        }
    }

    /** Starts another worker beside the work that goes on. */
    private void replace() {
        if (closed) {
            return;
        }
        Thread thread = new Thread(() -> giveBack(WorkerProcess.start(limits)), "trial-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(limits.queue().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TrialException(Reason.BUSY, "/model", "正在试算的模型太多，暂时没有空位；请稍候再试。");
    }

    private WorkerProcess worker() {
        if (closed) {
            throw new IllegalStateException("No trials after the end");
        }
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.isAlive()) {
                return worker;
            }
            worker.close();
        }
        return WorkerProcess.start(limits);
    }

    private void giveBack(WorkerProcess worker) {
        if (closed || worker.trials() >= MOST_TRIALS || idle.size() >= limits.workers()) {
            worker.close();
        } else {
            idle.push(worker);
        }
    }

    @Override
    public void close() {
        closed = true;
        idle.forEach(WorkerProcess::close);
    }
}
