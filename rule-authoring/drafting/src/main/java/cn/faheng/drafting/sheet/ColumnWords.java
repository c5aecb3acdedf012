package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.rules.catalogue.PenaltyKind;

/** What the columns of a sheet are called in Chinese, everywhere. */
public final class ColumnWords {

    private ColumnWords() {}

    /** An output column of a decision: {@code tier}, {@code fineMin}, … */
    public static String output(Sheet sheet, String column) {
        switch (column) {
            case "" -> {
                return "结果";
            }
            case "tier" -> {
                return "档次";
            }
            case "result" -> {
                return "处理";
            }
            case "circumstance" -> {
                return "情节";
            }
            default -> {
                // A penalty's column is called by the penalty.
            }
        }
        for (SheetPenalty penalty : sheet.penalties()) {
            if (column.equals(penalty.id())) {
                return penalty(penalty) + "方式";
            }
            if (column.equals(penalty.id() + "Min")) {
                return penalty(penalty) + "最低";
            }
            if (column.equals(penalty.id() + "Max")) {
                return penalty(penalty) + "最高";
            }
        }
        return column;
    }

    /** A penalty, and whom it is imposed on where that is not the party. */
    public static String penalty(SheetPenalty penalty) {
        String label = penalty.label();
        String name = label != null
                ? label
                : PenaltyKind.ofCode(penalty.kind()).map(PenaltyKind::chinese).orElse(penalty.kind());
        return penalty.subject().equals("responsible-person") ? "责任人员" + name : name;
    }

    /** A question. */
    public static String question(Sheet sheet, String name) {
        return sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .map(fact -> fact.label() == null ? name : String.valueOf(fact.label()))
                .orElse(name);
    }

    /** A table. */
    public static String decision(SheetDecision decision) {
        String title = decision.title();
        return title != null ? title : decision.name().equals("penalty") ? "处罚" : decision.name();
    }
}
