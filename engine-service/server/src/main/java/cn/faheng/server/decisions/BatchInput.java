package cn.faheng.server.decisions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a batch, read ahead of their answers on a thread of its own: many clients send everything before they read anything,
 * and would wait for ever if the answers already sent held up the reading.
 */
final class BatchInput {

    static final int LONGEST_LINE = 1 << 20;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final long READ_AHEAD = 64L << 20;
    private static final long DISCARDED_AT_MOST = 64L << 20;

    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration PER_LINE = Duration.ofSeconds(30);

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final int firstLine;
    private final int mostLines;
    private final Duration perLine;
    private final Thread reader;
    private final Deque<Line> ready = new ArrayDeque<>();
    private long readyBytes;
    private boolean ended;
    private volatile boolean closed;
    private int at;
    private int filled;
    private boolean over;

    /**
     * One line.
     *
     * @param number its number in the batch
     * @param state whether it can be read
     * @param bytes its bytes, empty unless it is usable
     */
    record Line(int number, State state, ByteBuffer bytes) {}

    /** Whether a line can be read. */
    enum State {
        USABLE,
        TOO_LONG,
        TOO_SLOW,
        TOO_MANY
    }

    BatchInput(InputStream in, int firstLine, int mostLines) {
        this(in, firstLine, mostLines, PER_LINE);
    }

    /**
     * Begins to read.
     *
     * @param perLine how long a line may take once it has begun; how long a pause may be, the connection says
     */
    BatchInput(InputStream in, int firstLine, int mostLines, Duration perLine) {
        this.in = in;
        this.perLine = perLine;
        this.firstLine = firstLine;
        this.mostLines = mostLines;
        this.reader = new Thread(this::readAll, "batch-input");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    /** The next lines, at least one and at most {@code most}, as soon as there are any; empty at the end. */
    synchronized List<Line> next(int most) throws InterruptedException {
        while (ready.isEmpty() && !ended) {
            wait();
        }
        List<Line> lines = new ArrayList<>();
        while (!ready.isEmpty() && lines.size() < most) {
            Line line = ready.removeFirst();
            readyBytes -= line.bytes().remaining();
            lines.add(line);
        }
        notifyAll();
        return lines;
    }

    private void readAll() {
        int number = firstLine;
        try {
            Line line = readLine(number);
            while (line != null) {
                if (number - firstLine >= mostLines) {
                    put(new Line(number, State.TOO_MANY, NOTHING));
                    discardRest();
                    return;
                }
                if (!put(line)) {
                    return;
                }
                number++;
                line = readLine(number);
            }
        } catch (IOException e) {
            // The client has gone or dawdles; what came before is still answered and stored.
            if (timedOut(e)) {
                put(new Line(number, State.TOO_SLOW, NOTHING));
            }
        } finally {
            end();
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized boolean put(Line line) {
        try {
            while (readyBytes > READ_AHEAD && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        if (closed) {
            return false;
        }
        ready.addLast(line);
        readyBytes += line.bytes().remaining();
        notifyAll();
        return true;
    }

    private static boolean timedOut(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }

    private @Nullable Line readLine(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int b = read(NEVER);
        if (b < 0) {
            return null;
        }
        long deadline = deadline();
        long discarded = 0;
        while (b >= 0 && b != '\n') {
            if (bytes.size() < LONGEST_LINE) {
                bytes.write(b);
            } else {
                discarded++;
            }
            b = discarded < DISCARDED_AT_MOST ? read(deadline) : giveUp();
        }
        return discarded > 0
                ? new Line(number, State.TOO_LONG, NOTHING)
                : new Line(number, State.USABLE, ByteBuffer.wrap(bytes.toByteArray()));
    }

    /** What comes behind an endless line is not read any more. */
    private int giveUp() {
        over = true;
        at = 0;
        filled = 0;
        return -1;
    }

    private long deadline() {
        return System.nanoTime() + perLine.toNanos();
    }

    /** The next byte, or -1 at the end; throws when it did not come before the deadline. */
    private int read(long deadline) throws IOException {
        if (at == filled) {
            fill(deadline);
        }
        return filled <= 0 ? -1 : buffer[at++] & 0xff;
    }

    private void fill(long deadline) throws IOException {
        at = 0;
        filled = closed || over ? 0 : in.read(buffer);
        over = filled <= 0;
        if (deadline != NEVER && System.nanoTime() - deadline > 0) {
            throw new SocketTimeoutException("The line has no end");
        }
    }

    /** Reads on for a while, since many clients read no answer before they have sent everything. */
    private void discardRest() throws IOException {
        long deadline = deadline();
        long discarded = 0;
        while (!over && discarded < DISCARDED_AT_MOST) {
            fill(deadline);
            discarded += filled;
        }
    }

    /** Waits for the reading to end, since the request may not be touched after it was answered. */
    void finish() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        reader.join();
    }
}
