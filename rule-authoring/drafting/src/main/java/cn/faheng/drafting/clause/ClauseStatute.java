package cn.faheng.drafting.clause;

import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.SheetDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the penalties of a provision that a person has confirmed into the draft of a statute rule set. */
public final class ClauseStatute {
    private ClauseStatute() {}

    /**
     * Drafts the rule set. Every row holds for one combination of the conditions that the provision names; the more special penalty
     * replaces the general one of the same name.
     *
     * @param reading the reading
     * @param confirmed the forms of it that a person has confirmed, in their order
     * @param origin where the provision stands
     */
    public static StatuteDraft draft(ClauseReading reading, List<PenaltyForm> confirmed, Origin origin) {
        return draft(reading, confirmed, origin, Scope.NONE);
    }

    /** The same as far as it concerns an item whose name states a branch of the provision. */
    public static StatuteDraft draft(ClauseReading reading, List<PenaltyForm> confirmed, Origin origin, Scope scope) {
        if (confirmed.isEmpty()) {
            throw new IllegalArgumentException("没有确认任何处罚，不能生成法定幅度。请先确认至少一项。");
        }
        StatuteFacts facts = new StatuteFacts(confirmed, scope);
        StatutePenalties penalties = new StatutePenalties(confirmed);
        StatuteRows rows = new StatuteRows(reading, confirmed, facts, penalties, origin.at());
        List<String> outputs = penalties.outputs();
        SheetDecision penalty = SheetDecision.table(
                "penalty", origin.item() == null ? null : origin.item().name(), facts.inputs(), outputs, rows.rows());
        Sheet sheet = new Sheet(
                origin.item(),
                "statute",
                null,
                List.of(),
                origin.effectiveFrom(),
                origin.effectiveTo(),
                origin.jurisdiction(),
                origin.authority(),
                List.of(new SheetBasis("penalty", origin.law(), origin.version(), origin.at())),
                null,
                form(confirmed),
                facts.all(),
                penalties.all(),
                List.of(penalty),
                leftToPerson(reading),
                List.of(),
                notes(reading, origin));
        List<OpenQuestion> questions = new ArrayList<>(facts.questions());
        questions.addAll(rows.questions());
        return new StatuteDraft(sheet, questions, facts.narrowing().outside());
    }

    private static String form(List<PenaltyForm> forms) {
        Set<String> kinds = new LinkedHashSet<>();
        for (PenaltyForm form : forms) {
            FineForm fine = form.fine();
            if (fine == null) {
                continue;
            }
            kinds.add(
                    switch (fine.type()) {
                        case RANGE -> "range";
                        case CEILING -> "ceiling";
                        case FIXED -> "fixed";
                        case PER_UNIT -> "per-unit";
                        case DAILY -> "daily";
                        default -> "multiple";
                    });
        }
        boolean steps = forms.stream().anyMatch(f -> f.condition().step() == Condition.Step.OVERDUE)
                && forms.stream().anyMatch(f -> f.condition().step() == Condition.Step.BASIC);
        if (steps && !kinds.contains("multiple")) {
            return "two-step";
        }
        return kinds.size() == 1 ? kinds.iterator().next() : kinds.isEmpty() ? "fixed" : "mixed";
    }

    private static List<String> leftToPerson(ClauseReading reading) {
        List<String> left = new ArrayList<>();
        for (Doubt doubt : reading.doubts()) {
            String says =
                    switch (doubt.kind()) {
                        case CRIME -> "是否涉嫌犯罪";
                        case REFERENCE -> "按照其他条款处罚的情形：" + reading.wordsOf(doubt.span());
                        case MEASURE -> "不属于行政处罚的处理：" + reading.wordsOf(doubt.span());
                        case EXEMPTION -> "是否属于“" + reading.wordsOf(doubt.span()) + "”的情形";
                        case CONDITION -> "是否适用限定或者加重处罚的文字：" + reading.wordsOf(doubt.span());
                        default -> "没有读懂的文字：" + reading.wordsOf(doubt.span());
                    };
            if (!left.contains(says)) {
                left.add(says);
            }
        }
        return left;
    }

    private static String notes(ClauseReading reading, Origin origin) {
        return "# 由条文读出的草稿\n\n依据《" + origin.law() + "》（" + origin.version() + "起施行的版本）" + origin.at() + "，逐项由人确认：\n\n> "
                + reading.words().strip().replace("\n", "\n> ") + "\n";
    }

    /**
     * Where the provision stands.
     *
     * @param item the item, or null while it has none
     * @param law title of the instrument
     * @param version first day in force of its version
     * @param at article/paragraph/item of the provision
     * @param effectiveFrom first day in force of the rule set
     * @param effectiveTo last day, or null
     * @param jurisdiction division, 000000 for the whole country
     * @param authority who issued the instrument
     */
    public record Origin(
            @Nullable SheetItem item,
            String law,
            LocalDate version,
            String at,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String jurisdiction,
            String authority) {}

    /**
     * The draft.
     *
     * @param sheet the rule set
     * @param questions what the words do not say and a person has to answer
     * @param outside the branches that the item does not concern, in the words of their conditions
     */
    public record StatuteDraft(Sheet sheet, List<OpenQuestion> questions, List<String> outside) {
        public StatuteDraft {
            questions = List.copyOf(questions);
            outside = List.copyOf(outside);
        }
    }
}
