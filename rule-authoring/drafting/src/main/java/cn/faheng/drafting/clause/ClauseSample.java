package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Condition.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A clause of the measured file, with what the file says about it. */
record ClauseSample(
        String id,
        String article,
        String clause,
        String matched,
        String kind,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal minTimes,
        @Nullable BigDecimal maxTimes,
        @Nullable String base,
        List<String> flags,
        List<String> subjects) {

    static ClauseSample of(JsonNode item) {
        return new ClauseSample(
                text(item, "id"),
                text(item, "law") + "@" + text(item, "effective") + "#" + text(item, "label"),
                text(item, "clause"),
                text(item, "matched"),
                text(item, "kind"),
                number(item, "min"),
                number(item, "max"),
                number(item, "minTimes"),
                number(item, "maxTimes"),
                item.has("base") && !item.get("base").isNull() ? text(item, "base") : null,
                texts(item, "flags"),
                texts(item, "subjects"));
    }

    /** Where the amount stands in the clause. */
    Span position() {
        int start = Math.max(0, clause.lastIndexOf(matched));
        return new Span(start, start + matched.length());
    }

    /** Where it stands in the whole provision; an empty span where the clause is not found. */
    Span positionIn(String provision) {
        int at = provision.replace(',', '，').indexOf(clause.replace(',', '，'));
        return at < 0
                ? new Span(0, 0)
                : new Span(at + position().start(), at + position().end());
    }

    boolean sameAmounts(@Nullable FineForm fine) {
        if (fine == null) {
            return false;
        }
        return maxTimes == null
                ? same(min, fine.min()) && same(max, fine.max())
                : same(minTimes, fine.minTimes()) && same(maxTimes, fine.maxTimes());
    }

    boolean may() {
        return flags.contains("可以");
    }

    /** The step that the flags speak of. */
    Step step() {
        String all = String.join("，", flags);
        if (all.contains("情节")) {
            return Step.SERIOUS;
        }
        if (all.contains("逾期") || all.contains("拒不")) {
            return Step.OVERDUE;
        }
        return all.contains("不足") || all.contains("没有违法所得") ? Step.THRESHOLD : Step.BASIC;
    }

    /** The last subject that the file lists, as the clause ends with the amount. */
    Subject subject() {
        String all = String.join("，", subjects);
        if (all.matches(".*(?:责任人员|主管人员|负责人|法定代表人).*")) {
            return Subject.RESPONSIBLE_PERSON;
        }
        if (all.contains("对单位") && all.contains("对个人")) {
            return clause.lastIndexOf("对单位") > clause.lastIndexOf("对个人") ? Subject.ORGANISATION : Subject.INDIVIDUAL;
        }
        if (all.contains("法人")) {
            return Subject.ORGANISATION;
        }
        if (all.contains("对单位")) {
            return Subject.ORGANISATION;
        }
        return all.contains("对个人") || all.contains("公民") ? Subject.INDIVIDUAL : Subject.PARTY;
    }

    /** The file writes 0 where the law names no least amount. */
    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        BigDecimal left = one == null ? BigDecimal.ZERO : one;
        BigDecimal right = other == null ? BigDecimal.ZERO : other;
        return left.compareTo(right) == 0;
    }

    private static String text(JsonNode item, String name) {
        return item.get(name).asString();
    }

    private static @Nullable BigDecimal number(JsonNode item, String name) {
        return item.has(name) && !item.get(name).isNull() ? item.get(name).decimalValue() : null;
    }

    private static List<String> texts(JsonNode item, String name) {
        List<String> all = new ArrayList<>();
        item.get(name).forEach(one -> all.add(one.asString()));
        return all;
    }
}
