package cn.faheng.drafting.law.load;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far the load is: a bar with the remaining time on a terminal, a line for each instrument elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean bar;
    private final int total;
    private final long began = System.nanoTime();
    private int done;

    Progress(PrintStream out, boolean bar, int total) {
        this.out = out;
        this.bar = bar;
        this.total = total;
    }

    void done(LoadResult result) {
        done++;
        String what = result.outcome().name().toLowerCase(Locale.ROOT);
        String line = result.entry().shown() + "  "
                + (result.reason().isEmpty()
                        ? what + ", " + result.articles() + " articles"
                        : what + ": " + result.reason());
        if (!bar) {
            out.println("[" + done + "/" + total + "] " + line);
            return;
        }
        if (!result.reason().isEmpty()) {
            out.print("\r\u001B[K" + line + "\n");
        }
        int filled = total == 0 ? WIDTH : WIDTH * done / total;
        out.print("\r\u001B[K[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + "/" + total
                + (done < total ? "  " + remaining() + " left" : "\n"));
        out.flush();
    }

    private String remaining() {
        long seconds = (System.nanoTime() - began) / 1_000_000_000L * (total - done) / Math.max(1, done);
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }

    long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000L;
    }
}
