package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against a reading that looks plain. */
final class Doubtful {
    private Doubtful() {}

    /** The reason with what is found here added to it, or null where nothing is. */
    static @Nullable String reason(
            String plain,
            List<Segment> segments,
            List<Found> all,
            Found found,
            Conditions conditions,
            @Nullable String reason) {
        if (found.kind() != PenaltyKind.FINE) {
            return reason;
        }
        String result = reason;
        Segment segment = segments.get(found.segment());
        String sentence = sentence(segments, segment);
        if (sentence.contains("当场")
                || sentence.contains("违法事实确凿")
                || segment.text().matches(".*依法给予.{0,14}罚款.*")) {
            result = joined(result, "这里可能只是说明程序权限（当场处罚、当场收缴），不是处罚规定");
        }
        if (segment.text().contains("罚款幅度") || sentence.contains("可以设定") || sentence.contains("听证")) {
            result = joined(result, "这里可能是对罚款权限或者程序的规定，不是处罚规定");
        }
        Found before = before(all, found);
        if (before == null || !segments.get(before.segment()).sameSubClause(segment) || found.mode() != Mode.MUST) {
            return result;
        }
        boolean newCondition = !conditions.at(before.segment()).equals(conditions.at(found.segment()));
        if (before.mode() == Mode.EITHER_OR_BOTH) {
            return joined(result, "前面的“可以单处或者并处”是否也适用于这里，从文字看不出来");
        }
        boolean mayOn = plain.substring(segments.get(before.segment()).start(), before.amountStart())
                .contains("可以对");
        if (!newCondition
                && before.mode() == Mode.MAY
                && mayOn
                && segment.text().matches("^并?对.*")) {
            return joined(result, "前面的“可以”是否也适用于这里，从文字看不出来");
        }
        return result;
    }

    private static @Nullable Found before(List<Found> all, Found found) {
        Found last = null;
        for (Found one : all) {
            if (one.kind() == PenaltyKind.FINE && one.amountStart() >= 0 && one.amountStart() < found.amountStart()) {
                last = one;
            }
        }
        return last;
    }

    private static String sentence(List<Segment> segments, Segment of) {
        StringBuilder words = new StringBuilder();
        int lead = of.sentence();
        for (int i = segments.indexOf(of); of.item() && i >= 0 && lead == of.sentence(); i--) {
            lead = segments.get(i).item() ? lead : segments.get(i).sentence();
        }
        int head = lead;
        segments.stream()
                .filter(s -> s.sentence() == of.sentence() || s.sentence() == head)
                .forEach(s -> words.append(s.text()).append('，'));
        return words.toString();
    }

    private static String joined(@Nullable String reason, String more) {
        return reason == null ? more : reason + "；" + more;
    }
}
