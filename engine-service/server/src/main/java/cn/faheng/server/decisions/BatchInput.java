package cn.faheng.server.decisions;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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

    private final InputStream in;
    private final int firstLine;
    private final int mostLines;
    private final Thread reader;
    private final Deque<Line> ready = new ArrayDeque<>();
    private long readyBytes;
    private boolean ended;
    private boolean closed;

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
        TOO_MANY
    }

    BatchInput(InputStream in, int firstLine, int mostLines) {
        this.in = new BufferedInputStream(in, 1 << 16);
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
        try {
            int number = firstLine;
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
            // The client has gone; what came before is still answered and stored.
            return;
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

    private @Nullable Line readLine(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        boolean any = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '\n') {
                break;
            }
            if (bytes.size() < LONGEST_LINE) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        return tooLong
                ? new Line(number, State.TOO_LONG, NOTHING)
                : new Line(number, State.USABLE, ByteBuffer.wrap(bytes.toByteArray()));
    }

    private void discardRest() throws IOException {
        byte[] buffer = new byte[1 << 16];
        long discarded = 0;
        for (int n = in.read(buffer); n >= 0 && discarded < DISCARDED_AT_MOST; n = in.read(buffer)) {
            discarded += n;
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
