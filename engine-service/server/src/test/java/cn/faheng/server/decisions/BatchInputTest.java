package cn.faheng.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.server.decisions.BatchInput.Line;
import cn.faheng.server.decisions.BatchInput.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("批量的读入：没有尽头的行不会占住服务")
@Timeout(30)
class BatchInputTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    /** Gives the same byte for ever, a piece at a time. */
    private static final class Endless extends InputStream {
        private final AtomicLong given = new AtomicLong();
        private final int piece;
        private final long pause;

        Endless(int piece, long pause) {
            this.piece = piece;
            this.pause = pause;
        }

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int n = Math.min(length, piece);
            java.util.Arrays.fill(buffer, offset, offset + n, (byte) 'x');
            given.addAndGet(n);
            return n;
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<State> states(BatchInput input) throws InterruptedException {
        List<State> states = new ArrayList<>();
        for (List<Line> lines = input.next(64); !lines.isEmpty(); lines = input.next(64)) {
            lines.forEach(line -> states.add(line.state()));
        }
        input.finish();
        return states;
    }

    @Test
    @DisplayName("一个字节一个字节地滴：到时即止，之前的行照答")
    void aDrippingLineIsGivenUp() throws Exception {
        BatchInput input = new BatchInput(new SequenceInputStream(text("{}\n"), new Endless(1, 10)), 1, 10, SHORT);

        assertThat(states(input)).containsExactly(State.USABLE, State.TOO_SLOW);
    }

    @Test
    @DisplayName("连接的读取超时：以一个问题作结")
    void aPauseEndsTheBatch() throws Exception {
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(new SocketTimeoutException());
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        BatchInput input = new BatchInput(new SequenceInputStream(text("{}\n"), silent), 1, 10, SHORT);

        assertThat(states(input)).containsExactly(State.USABLE, State.TOO_SLOW);
    }

    @Test
    @DisplayName("没有换行的洪流：读到上限为止，报该行太长")
    void anEndlessLineIsNotReadForEver() throws Exception {
        Endless flood = new Endless(1 << 16, 0);
        BatchInput input = new BatchInput(flood, 1, 10, Duration.ofSeconds(20));

        assertThat(states(input)).containsExactly(State.TOO_LONG);
        assertThat(flood.given.get()).isBetween(64L << 20, 66L << 20);
    }

    @Test
    @DisplayName("答复的一方停下，读入也停下")
    void stopsWhenItIsClosed() throws Exception {
        BatchInput input = new BatchInput(new Endless(1, 5), 1, 10, Duration.ofMinutes(10));

        long begun = System.nanoTime();
        input.finish();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("超过行数之后的滴漏也有时限")
    void theRestIsNotReadForEver() throws Exception {
        BatchInput input = new BatchInput(new SequenceInputStream(text("a\nb\n"), new Endless(1, 10)), 1, 1, SHORT);

        assertThat(states(input)).startsWith(State.USABLE, State.TOO_MANY).doesNotContain(State.TOO_LONG);
    }

    @Test
    void readsLinesAcrossPieces() throws Exception {
        InputStream pieces = new SequenceInputStream(text("ab"), new SequenceInputStream(text("c\n\nde"), text("f")));
        BatchInput input = new BatchInput(pieces, 1, 10, SHORT);

        List<String> lines = new ArrayList<>();
        for (List<Line> some = input.next(64); !some.isEmpty(); some = input.next(64)) {
            some.forEach(line -> lines.add(new String(line.bytes().array(), StandardCharsets.UTF_8)));
        }
        input.finish();

        assertThat(lines).containsExactly("abc", "", "def");
    }
}
