package cn.faheng.web.show;

import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of one penalty: what the statute allows, what the benchmark leaves of it, what remains after circumstances, and where
 * the proposal lies. Places are percentages of the width, so that one drawing fits a desk and a phone.
 *
 * @param penalty the penalty drawn
 * @param title its name
 * @param lanes from the statute down to what remains
 * @param marker the proposed amount, or null
 * @param ticks amounts on the axis
 * @param beyond where the statute ends and the drawing goes on, or null
 * @param description the same in words
 */
public record RangeBar(
        PenaltyRange penalty,
        String title,
        List<Lane> lanes,
        @Nullable Marker marker,
        List<Tick> ticks,
        @Nullable Piece beyond,
        String description) {

    private static final int WITH_MARKER = 30;
    private static final int WITHOUT_MARKER = 4;
    private static final int LANE = 42;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public RangeBar {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
    }

    /**
     * A piece of a lane.
     *
     * @param x start in percent
     * @param width width in percent
     * @param style name of its colour
     * @param middle its middle in percent, where its text stands
     * @param text what stands on it, or null
     */
    public record Piece(String x, String width, String style, String middle, @Nullable String text) {}

    /**
     * One line of the drawing.
     *
     * @param label what it shows
     * @param words the range in words
     * @param y top of its label in pixels
     * @param pieces its pieces
     * @param open whether it has no upper end
     */
    public record Lane(String label, String words, int y, List<Piece> pieces, boolean open) {
        public int barY() {
            return y + 18;
        }
    }

    /**
     * The proposed amount.
     *
     * @param x place in percent
     * @param words the amount in words
     * @param anchor how its text is anchored
     * @param style what the verdict says of it
     */
    public record Marker(String x, String words, String anchor, String style) {}

    /**
     * An amount on the axis.
     *
     * @param x place in percent
     * @param words the amount in words
     * @param anchor how its text is anchored
     */
    public record Tick(String x, String words, String anchor) {}

    /** Top of the first lane in pixels. */
    public int topY() {
        return marker == null ? WITHOUT_MARKER : WITH_MARKER;
    }

    public int axisY() {
        return topY() + lanes.size() * LANE;
    }

    public int height() {
        return axisY() + 22;
    }

    /**
     * A proposed amount.
     *
     * @param amount the amount
     * @param status what the verdict says of it
     */
    public record Proposed(long amount, String status) {}

    /** Bands of the statutory span with their names, from the lightest. */
    public record Band(String grade, Range range) {}

    /**
     * Draws a penalty that has an amount.
     *
     * @param penalty the penalty
     * @param bands the national bands of the span where they take the place of a benchmark, else empty
     * @param proposed the amount proposed, or null
     * @param adoptedMark how the benchmark is marked, or null
     * @param hull whether the ranges are those over all completions of missing facts
     * @param show the wording
     */
    public static RangeBar of(
            PenaltyRange penalty,
            List<Band> bands,
            @Nullable Proposed proposed,
            @Nullable String adoptedMark,
            boolean hull,
            Show show) {
        return new Drawing(penalty, proposed, show).draw(bands, adoptedMark, hull);
    }

    private static final class Drawing {

        private final PenaltyRange penalty;
        private final PenaltyKind kind;
        private final Range statutory;
        private final @Nullable Proposed proposed;
        private final Show show;
        private final long end;

        Drawing(PenaltyRange penalty, @Nullable Proposed proposed, Show show) {
            Range range = penalty.statutory();
            if (range == null) {
                throw new IllegalArgumentException(penalty.penalty().id() + " has no amount to draw");
            }
            this.penalty = penalty;
            this.kind = penalty.penalty().kind();
            this.statutory = range;
            this.proposed = proposed;
            this.show = show;
            this.end = end();
        }

        /** Where the axis ends: the statute's maximum, with room beyond it for a proposal outside or for an open end. */
        private long end() {
            Long max = statutory.max();
            long last = max == null ? Math.max(statutory.min() * 2, 1) : max;
            for (Range range : new Range[] {penalty.benchmark(), penalty.remaining()}) {
                if (range != null) {
                    Long own = range.max();
                    last = Math.max(last, own == null ? range.min() * 2 : own);
                }
            }
            if (max == null) {
                last = last + last / 4;
            }
            Proposed marked = proposed;
            if (marked != null && marked.amount() > last) {
                last = marked.amount() + marked.amount() / 12;
            }
            return Math.max(last, 1);
        }

        RangeBar draw(List<Band> bands, @Nullable String adoptedMark, boolean hull) {
            List<Lane> lanes = new ArrayList<>();
            lanes.add(lane(lanes, show.text(hull ? "bar.statutory.hull" : "bar.statutory"), statutory, "statute"));
            Range benchmark = penalty.benchmark();
            if (benchmark != null && bands.isEmpty()) {
                String label = show.text(hull ? "bar.benchmark.hull" : "bar.benchmark")
                        + (adoptedMark == null ? "" : "（" + adoptedMark + "）");
                lanes.add(lane(lanes, label, benchmark, "tier"));
            } else if (!bands.isEmpty()) {
                List<Piece> pieces = bands.stream()
                        .map(b -> piece(b.range(), "band-" + b.grade(), show.text("grade." + b.grade())))
                        .toList();
                lanes.add(new Lane(show.text("bar.bands"), show.range(kind, benchmark), top(lanes), pieces, false));
            }
            Range remaining = penalty.remaining();
            if (remaining != null) {
                lanes.add(lane(lanes, show.text(hull ? "bar.remaining.hull" : "bar.remaining"), remaining, "remain"));
            } else {
                lanes.add(
                        new Lane(show.text("bar.remaining"), show.text("bar.none-here"), top(lanes), List.of(), false));
            }
            return new RangeBar(
                    penalty, show.label(penalty.penalty()), lanes, marker(), ticks(), beyond(), description(lanes));
        }

        private int top(List<Lane> lanes) {
            return (proposed == null ? WITHOUT_MARKER : WITH_MARKER) + lanes.size() * LANE;
        }

        private Lane lane(List<Lane> before, String label, Range range, String style) {
            return new Lane(
                    label,
                    show.range(kind, range),
                    top(before),
                    List.of(piece(range, style, null)),
                    range.max() == null);
        }

        private Piece piece(Range range, String style, @Nullable String text) {
            BigDecimal from = percent(range.min());
            Long max = range.max();
            BigDecimal to = max == null ? HUNDRED : percent(max);
            BigDecimal width = to.subtract(from).max(new BigDecimal("0.9"));
            if (from.add(width).compareTo(HUNDRED) > 0) {
                from = HUNDRED.subtract(width);
            }
            return new Piece(from + "%", width + "%", style, middle(from, width), text);
        }

        private static String middle(BigDecimal from, BigDecimal width) {
            return from.add(width.divide(BigDecimal.valueOf(2), 3, RoundingMode.HALF_UP)) + "%";
        }

        private BigDecimal percent(long amount) {
            return BigDecimal.valueOf(Math.min(amount, end))
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(end), 3, RoundingMode.HALF_UP);
        }

        private @Nullable Piece beyond() {
            Long max = statutory.max();
            if (max == null || max >= end) {
                return null;
            }
            BigDecimal from = percent(max);
            BigDecimal width = HUNDRED.subtract(from);
            return new Piece(from + "%", width + "%", "beyond", middle(from, width), show.text("bar.beyond"));
        }

        private @Nullable Marker marker() {
            Proposed marked = proposed;
            if (marked == null) {
                return null;
            }
            BigDecimal x = percent(marked.amount());
            String words = show.text("bar.proposed", show.amount(kind, marked.amount()));
            return new Marker(x + "%", words, anchor(x), marked.status());
        }

        private static String anchor(BigDecimal x) {
            return x.compareTo(new BigDecimal(18)) < 0
                    ? "start"
                    : x.compareTo(new BigDecimal(82)) > 0 ? "end" : "middle";
        }

        private List<Tick> ticks() {
            List<Long> amounts = new ArrayList<>();
            amounts.add(0L);
            Long max = statutory.max();
            add(amounts, max);
            add(amounts, statutory.min());
            Range remaining = penalty.remaining();
            if (remaining != null) {
                add(amounts, remaining.max());
                add(amounts, remaining.min());
            }
            List<Tick> ticks = new ArrayList<>();
            for (long amount : amounts) {
                BigDecimal x = percent(amount);
                boolean first = amount == 0;
                boolean last = x.compareTo(new BigDecimal(97)) > 0;
                ticks.add(new Tick(x + "%", show.amount(kind, amount), first ? "start" : last ? "end" : "middle"));
            }
            if (max == null) {
                ticks.add(new Tick("100%", show.text("bar.no-maximum"), "end"));
            }
            return ticks;
        }

        /** Adds an amount unless its label would lie on one that is there already. */
        private void add(List<Long> amounts, @Nullable Long amount) {
            if (amount == null || amount > end) {
                return;
            }
            BigDecimal x = percent(amount);
            boolean openEnd = statutory.max() == null && x.compareTo(new BigDecimal(78)) > 0;
            boolean crowded =
                    amounts.stream().anyMatch(a -> percent(a).subtract(x).abs().compareTo(new BigDecimal(20)) < 0);
            if (!crowded && !openEnd) {
                amounts.add(amount);
            }
        }

        private String description(List<Lane> lanes) {
            StringBuilder text = new StringBuilder(show.label(penalty.penalty())).append(show.text("bar.colon"));
            lanes.forEach(lane ->
                    text.append(lane.label()).append(' ').append(lane.words()).append(show.text("bar.semicolon")));
            Proposed marked = proposed;
            if (marked != null) {
                text.append(show.text("bar.proposed", show.amount(kind, marked.amount())));
            }
            return text.toString();
        }
    }
}
