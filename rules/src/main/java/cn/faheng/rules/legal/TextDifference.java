package cn.faheng.rules.legal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was removed and added between two wordings. Numerals and amounts are taken whole, everything else character by character. */
public final class TextDifference {

    /** Wordings that differ in more places than this share too little to be worth marking. */
    private static final int MOST_STEPS = 2_000;

    private static final String NUMERALS = "零〇一二三四五六七八九十百千万亿两";

    private TextDifference() {}

    /** Whether a piece stands in both wordings, or in one. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A piece of the two wordings.
     *
     * @param kind where it stands
     * @param text its words
     */
    public record Segment(Kind kind, String text) {}

    /** The pieces in order: those not ADDED make up {@code before}, those not REMOVED make up {@code after}. */
    public static List<Segment> between(String before, String after) {
        List<String> a = tokens(before);
        List<String> b = tokens(after);
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int endA = a.size();
        int endB = b.size();
        while (endA > start && endB > start && a.get(endA - 1).equals(b.get(endB - 1))) {
            endA--;
            endB--;
        }
        List<Segment> pieces = new ArrayList<>();
        add(pieces, Kind.SAME, a.subList(0, start));
        middle(a.subList(start, endA), b.subList(start, endB), pieces);
        add(pieces, Kind.SAME, a.subList(endA, a.size()));
        return Collections.unmodifiableList(joined(pieces));
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = i + Character.charCount(text.codePointAt(i));
            if (isFigure(text.charAt(i))) {
                while (end < text.length() && isFigure(text.charAt(end))) {
                    end++;
                }
            }
            tokens.add(text.substring(i, end));
            i = end;
        }
        return tokens;
    }

    private static boolean isFigure(char c) {
        return NUMERALS.indexOf(c) >= 0 || (c >= '0' && c <= '9') || c == '.' || c == '%';
    }

    /** Myers' greedy algorithm; its trace is walked backwards. */
    private static void middle(List<String> a, List<String> b, List<Segment> pieces) {
        int n = a.size();
        int m = b.size();
        List<int[]> trace = new ArrayList<>();
        int most = Math.min(n + m, MOST_STEPS);
        int[] furthest = new int[2 * most + 3];
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int at = most + 1 + k;
                boolean down = k == -d || (k != d && furthest[at - 1] < furthest[at + 1]);
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < n && x - k < m && a.get(x).equals(b.get(x - k))) {
                    x++;
                }
                furthest[at] = x;
                if (x >= n && x - k >= m) {
                    trace.add(window(furthest, most, d));
                    walkBack(a, b, trace, pieces);
                    return;
                }
            }
            trace.add(window(furthest, most, d));
        }
        add(pieces, Kind.REMOVED, a);
        add(pieces, Kind.ADDED, b);
    }

    /** The diagonals -d-1 to d+1. */
    private static int[] window(int[] furthest, int most, int d) {
        int[] window = new int[2 * d + 3];
        System.arraycopy(furthest, most - d, window, 0, Math.min(window.length, furthest.length - (most - d)));
        return window;
    }

    private static void walkBack(List<String> a, List<String> b, List<int[]> trace, List<Segment> pieces) {
        List<Segment> backwards = new ArrayList<>();
        int x = a.size();
        int y = b.size();
        for (int d = trace.size() - 1; d > 0; d--) {
            int[] before = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || (k != d && at(before, d - 1, k - 1) < at(before, d - 1, k + 1));
            int fromX = down ? at(before, d - 1, k + 1) : at(before, d - 1, k - 1);
            int fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                backwards.add(new Segment(Kind.SAME, a.get(--x)));
                y--;
            }
            if (down) {
                backwards.add(new Segment(Kind.ADDED, b.get(--y)));
            } else {
                backwards.add(new Segment(Kind.REMOVED, a.get(--x)));
            }
        }
        while (x > 0) {
            backwards.add(new Segment(Kind.SAME, a.get(--x)));
        }
        Collections.reverse(backwards);
        pieces.addAll(backwards);
    }

    private static int at(int[] window, int d, int k) {
        int index = k + d + 1;
        return index < 0 || index >= window.length ? 0 : window[index];
    }

    private static void add(List<Segment> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Segment(kind, String.join("", tokens)));
        }
    }

    /** Neighbours of a kind as one piece; in a run of changes what was removed comes first. */
    private static List<Segment> joined(List<Segment> pieces) {
        List<Segment> joined = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (Segment piece : pieces) {
            if (piece.kind() == Kind.SAME) {
                flush(joined, removed, Kind.REMOVED);
                flush(joined, added, Kind.ADDED);
                same.append(piece.text());
            } else {
                flush(joined, same, Kind.SAME);
                (piece.kind() == Kind.REMOVED ? removed : added).append(piece.text());
            }
        }
        flush(joined, same, Kind.SAME);
        flush(joined, removed, Kind.REMOVED);
        flush(joined, added, Kind.ADDED);
        return joined;
    }

    private static void flush(List<Segment> joined, StringBuilder text, Kind kind) {
        if (!text.isEmpty()) {
            joined.add(new Segment(kind, text.toString()));
            text.setLength(0);
        }
    }
}
