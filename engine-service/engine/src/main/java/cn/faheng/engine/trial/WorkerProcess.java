package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One worker as the service sees it. One question at a time. */
final class WorkerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final long TICK_MILLISECONDS = 25;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Path folder;
    private int trials;

    private WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.in = new DataInputStream(process.getInputStream());
        this.out = new DataOutputStream(process.getOutputStream());
    }

    /** Starts a worker and waits until it is warm. It gets an empty folder and nothing of this process's environment. */
    static WorkerProcess start(TrialLimits limits) {
        try {
            Path folder = Files.createTempDirectory("faheng-trial");
            ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(limits)).directory(folder.toFile());
            builder.environment().clear();
            builder.redirectError(Redirect.DISCARD);
            WorkerProcess worker = new WorkerProcess(builder.start(), folder);
            try {
                worker.await(() -> Frames.read(worker.in), START, START);
                return worker;
            } catch (TrialException | IOException e) {
                worker.close();
                throw new IllegalStateException("The worker for trials of models does not start", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The worker for trials of models cannot be started", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int trials() {
        return trials;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws TrialException when there is none; the worker is then gone
     */
    JsonNode ask(JsonNode request, TrialLimits limits) {
        trials++;
        try {
            return await(
                    () -> {
                        Frames.write(out, request);
                        return Frames.read(in);
                    },
                    limits.processor(),
                    limits.wall());
        } catch (IOException e) {
            close();
            throw TrialAnswer.exhausted();
        } catch (TrialException e) {
            close();
            throw e;
        }
    }

    private JsonNode await(Exchange exchange, Duration processor, Duration wall) throws IOException {
        FutureTask<JsonNode> task = new FutureTask<>(exchange::run);
        Thread thread = new Thread(task, "trial-exchange");
        thread.setDaemon(true);
        Duration before = used();
        thread.start();
        for (Duration waited = Duration.ZERO; ; waited = waited.plusMillis(TICK_MILLISECONDS)) {
            try {
                return task.get(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (used().minus(before).compareTo(processor) > 0 || waited.compareTo(wall) > 0) {
                    throw new TrialException(
                            Reason.TIMEOUT,
                            "/model",
                            "模型在 " + processor.toSeconds() + " 秒的计算时间内没有得出结果，已经停止；请检查没有终点的循环和递归、过大的范围，缩小后再试。");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrialException(Reason.BUSY, "/model", "试算被中断；请再试一次。");
            }
        }
    }

    private Duration used() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // The folder is empty and below the temporary files; leaving it harms nobody.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One question and its answer. */
    private interface Exchange {
        @Nullable
        JsonNode run() throws IOException;
    }
}
