package cn.faheng.web.library;

import cn.faheng.drafting.law.CitationImpact.Affected;
import cn.faheng.rules.legal.TextDifference.Segment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone whose provision changes, as the page shows it.
 *
 * @param citing who
 * @param fate what becomes of the provision: changed, moved, moved_and_changed, ended, not_held
 * @param movedTo where it stands now, or null
 * @param segments its words with marks
 */
public record AffectedView(CitingView citing, String fate, @Nullable String movedTo, List<Segment> segments) {

    static List<AffectedView> of(List<Affected> affected, String law) {
        return affected.stream()
                .map(a -> new AffectedView(
                        CitingView.of(a.citing(), law),
                        a.fate().kind().name().toLowerCase(Locale.ROOT),
                        a.fate().to() == null || a.fate().to().equals(a.fate().from())
                                ? null
                                : a.fate().to().chinese(),
                        a.fate().segments()))
                .toList();
    }
}
