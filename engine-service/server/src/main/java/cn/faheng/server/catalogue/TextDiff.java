package cn.faheng.server.catalogue;

import cn.faheng.contract.model.DiffSegmentBody;
import cn.faheng.contract.model.DiffSegmentBody.KindEnum;
import cn.faheng.rules.legal.TextDifference;
import java.util.List;
import java.util.Locale;

/** What was removed and added between two wordings, as the contract writes it. */
public final class TextDiff {

    private TextDiff() {}

    /** Both wordings in pieces. */
    public static List<DiffSegmentBody> between(String before, String after) {
        return of(TextDifference.between(before, after));
    }

    /** Pieces that were found before. */
    public static List<DiffSegmentBody> of(List<TextDifference.Segment> segments) {
        return segments.stream()
                .map(segment -> new DiffSegmentBody()
                        .kind(KindEnum.fromValue(segment.kind().name().toLowerCase(Locale.ROOT)))
                        .text(segment.text()))
                .toList();
    }
}
