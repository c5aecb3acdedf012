package cn.faheng.web.show;

import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
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
 * @param standing where the proposal lies while facts are missing, in words; null where the ranges are final or nothing is proposed
 * @param provisional whether facts are missing, so that the ranges hold every possible result
 */
public record RangeBar(
        PenaltyRange penalty,
        String title,
        List<Lane> lanes,
        @Nullable Marker marker,
        List<Tick> ticks,
        @Nullable Piece beyond,
        String description,
        @Nullable String standing,
        boolean provisional) {

    static final int LANE = 42;

    private static final int WITH_MARKER = 30;
    private static final int WITHOUT_MARKER = 4;

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
        return topY(marker != null);
    }

    static int topY(boolean marked) {
        return marked ? WITH_MARKER : WITHOUT_MARKER;
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
     * @param provisional whether the ranges are those over all completions of missing facts
     * @param show the wording
     */
    public static RangeBar of(
            PenaltyRange penalty,
            List<Band> bands,
            @Nullable Proposed proposed,
            @Nullable String adoptedMark,
            boolean provisional,
            Show show) {
        return new RangeBarDrawing(penalty, proposed, show).draw(bands, adoptedMark, provisional);
    }
}
