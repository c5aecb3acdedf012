package cn.faheng.web.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("边写边校验：一人一草案同时一个，等待的里面最新的算")
class ProofTurnsTest {

    private final ProofTurns turns = new ProofTurns();
    private final CountDownLatch free = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();

    private CompletableFuture<String> ask(UUID draft, String answer) {
        return CompletableFuture.supplyAsync(
                () -> turns.take(draft, "li", () -> {
                    started.incrementAndGet();
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return answer;
                }),
                task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private void started(int count) throws InterruptedException {
        while (started.get() < count) {
            Thread.sleep(5);
        }
    }

    @Test
    @Timeout(30)
    @DisplayName("后来的替下还在等的，正在算的算完；失败的也让出位置")
    void newestWins() throws Exception {
        UUID draft = UUID.randomUUID();
        CompletableFuture<String> first = ask(draft, "first");
        started(1);
        CompletableFuture<String> second = ask(draft, "second");
        Thread.sleep(200);
        CompletableFuture<String> third = ask(draft, "third");
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.BUSY));
        assertThat(started).hasValue(1);
        free.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(third.get()).isEqualTo("third");
        assertThatThrownBy(() -> turns.take(draft, "li", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns.<String>take(draft, "li", () -> "again")).isEqualTo("again");
    }

    @Test
    @Timeout(60)
    @DisplayName("所有人合起来同时最多两个，第三个等到有空位")
    void fewAtOnce() throws Exception {
        CompletableFuture<String> first = ask(UUID.randomUUID(), "first");
        CompletableFuture<String> second = ask(UUID.randomUUID(), "second");
        started(2);
        CompletableFuture<String> third = ask(UUID.randomUUID(), "third");
        Thread.sleep(200);
        assertThat(started).hasValue(2);
        free.countDown();
        assertThat(CompletableFuture.allOf(first, second, third)
                        .thenApply(done -> "all")
                        .get())
                .isEqualTo("all");
        assertThat(started).hasValue(3);
    }
}
