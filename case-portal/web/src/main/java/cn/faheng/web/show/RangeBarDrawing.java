package cn.faheng.web.show;

import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.web.show.RangeBar.Band;
import cn.faheng.web.show.RangeBar.Lane;
import cn.faheng.web.show.RangeBar.Marker;
import cn.faheng.web.show.RangeBar.Piece;
import cn.faheng.web.show.RangeBar.Proposed;
import cn.faheng.web.show.RangeBar.Tick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one penalty lane by lane. */
final class RangeBarDrawing {

    /** No piece is narrower, so that a single amount can be seen. */
    private static final BigDecimal NARROWEST = new BigDecimal("0.9");

    private final PenaltyRange penalty;
    private final PenaltyKind kind;
    private final Range statutory;
    private final @Nullable Proposed proposed;
    private final Show show;
    private final AmountWords words;
    private final Axis axis;
    private final List<Lane> lanes = new ArrayList<>();

    RangeBarDrawing(PenaltyRange penalty, @Nullable Proposed proposed, Show show) {
        Range range = penalty.statutory();
        if (range == null) {
            throw new IllegalArgumentException(penalty.penalty().id() + " has no amount to draw");
        }
        this.penalty = penalty;
        this.kind = penalty.penalty().kind();
        this.statutory = range;
        this.proposed = proposed;
        this.show = show;
        this.words = show.amounts();
        this.axis = Axis.of(penalty, range, proposed == null ? null : proposed.amount());
    }

    RangeBar draw(List<Band> bands, @Nullable String adoptedMark, boolean provisional) {
        String hull = provisional ? ".hull" : "";
        lane(show.text("bar.statutory" + hull), statutory, "statute");
        Range benchmark = penalty.benchmark();
        if (benchmark != null && bands.isEmpty()) {
            String label = show.text("bar.benchmark" + hull) + (adoptedMark == null ? "" : "（" + adoptedMark + "）");
            lane(label, benchmark, "tier");
        } else if (!bands.isEmpty()) {
            bandLane(bands, benchmark);
        }
        remainingLane(hull);
        return new RangeBar(
                penalty,
                show.label(penalty.penalty()),
                lanes,
                marker(),
                ticks(),
                beyond(),
                description(provisional),
                provisional ? standing() : null,
                provisional);
    }

    private void lane(String label, Range range, String style) {
        lanes.add(new Lane(
                label, words.range(kind, range), top(), List.of(piece(range, style, null)), range.max() == null));
    }

    private void bandLane(List<Band> bands, @Nullable Range benchmark) {
        List<Piece> pieces = bands.stream()
                .map(b -> piece(b.range(), "band-" + b.grade(), show.text("grade." + b.grade())))
                .toList();
        lanes.add(new Lane(show.text("bar.bands"), words.range(kind, benchmark), top(), pieces, false));
    }

    private void remainingLane(String hull) {
        Range remaining = penalty.remaining();
        if (remaining != null) {
            lane(show.text("bar.remaining" + hull), remaining, "remain");
        } else {
            lanes.add(new Lane(show.text("bar.remaining"), show.text("bar.none-here"), top(), List.of(), false));
        }
    }

    private int top() {
        return RangeBar.topY(proposed != null) + lanes.size() * RangeBar.LANE;
    }

    private Piece piece(Range range, String style, @Nullable String text) {
        BigDecimal from = axis.percent(range.min());
        Long max = range.max();
        BigDecimal to = max == null ? Axis.HUNDRED : axis.percent(max);
        BigDecimal width = to.subtract(from).max(NARROWEST);
        if (from.add(width).compareTo(Axis.HUNDRED) > 0) {
            from = Axis.HUNDRED.subtract(width);
        }
        return new Piece(from + "%", width + "%", style, middle(from, width), text);
    }

    private static String middle(BigDecimal from, BigDecimal width) {
        return from.add(width.divide(BigDecimal.valueOf(2), 3, RoundingMode.HALF_UP)) + "%";
    }

    private @Nullable Piece beyond() {
        Long max = statutory.max();
        if (max == null || max >= axis.end()) {
            return null;
        }
        BigDecimal from = axis.percent(max);
        BigDecimal width = Axis.HUNDRED.subtract(from);
        return new Piece(from + "%", width + "%", "beyond", middle(from, width), show.text("bar.beyond"));
    }

    private @Nullable Marker marker() {
        Proposed marked = proposed;
        if (marked == null) {
            return null;
        }
        BigDecimal x = axis.percent(marked.amount());
        return new Marker(x + "%", words(marked), anchor(x), marked.status());
    }

    private String words(Proposed marked) {
        return show.text("bar.proposed", words.amount(kind, marked.amount()));
    }

    private static String anchor(BigDecimal x) {
        return x.compareTo(new BigDecimal(18)) < 0 ? "start" : x.compareTo(new BigDecimal(82)) > 0 ? "end" : "middle";
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long amount : axis.labelled(statutory, penalty.remaining())) {
            BigDecimal x = axis.percent(amount);
            boolean last = x.compareTo(new BigDecimal(97)) > 0;
            ticks.add(new Tick(x + "%", words.amount(kind, amount), amount == 0 ? "start" : last ? "end" : "middle"));
        }
        if (statutory.max() == null) {
            ticks.add(new Tick("100%", show.text("bar.no-maximum"), "end"));
        }
        return ticks;
    }

    /** Where the proposal lies among everything that is still possible. */
    private @Nullable String standing() {
        Proposed marked = proposed;
        if (marked == null) {
            return null;
        }
        Range remaining = penalty.remaining();
        Long max = statutory.max();
        String key = remaining != null && remaining.contains(marked.amount())
                ? "within"
                : statutory.contains(marked.amount())
                        ? "outside-remaining"
                        : max != null && marked.amount() >= max ? "above" : "below";
        return show.text("bar.standing." + key, words(marked));
    }

    private String description(boolean provisional) {
        StringBuilder text = new StringBuilder(show.label(penalty.penalty()))
                .append(provisional ? show.text("bar.provisional.short") : "")
                .append(show.text("bar.colon"));
        lanes.forEach(lane ->
                text.append(lane.label()).append(' ').append(lane.words()).append(show.text("bar.semicolon")));
        Proposed marked = proposed;
        return marked == null ? text.toString() : text.append(words(marked)).toString();
    }
}
