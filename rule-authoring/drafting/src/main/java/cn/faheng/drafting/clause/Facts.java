package cn.faheng.drafting.clause;

import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sorts of questions that a statute asks. */
final class Facts {
    private Facts() {}

    static SheetFact yesNo(
            String name, String label, @Nullable String labelEn, @Nullable String help, @Nullable String evidence) {
        return new SheetFact(name, label, labelEn, "boolean", null, null, null, List.of(), help, evidence, null, false);
    }

    static SheetFact choice(
            String name,
            String label,
            String labelEn,
            List<String> values,
            @Nullable String help,
            @Nullable String judgedBy) {
        return new SheetFact(
                name, label, labelEn, "choice", null, null, null, choices(values), help, null, judgedBy, false);
    }

    /** The reserved fact: who the party is. */
    static SheetFact partyKind() {
        List<SheetChoice> values = choices(List.of("individual", "sole-proprietor", "organisation"));
        return new SheetFact("partyKind", null, null, "choice", null, null, null, values, null, null, null, true);
    }

    static SheetFact money(String name, String base) {
        String label = name.equals(base) ? null : base;
        return number(name, label, "money", "元");
    }

    static SheetFact count(String name, String unit) {
        return number(name, "数量（" + unit + "）", "number", unit.replaceFirst("^每一?", ""));
    }

    private static SheetFact number(String name, @Nullable String label, String type, String unit) {
        return new SheetFact(name, label, null, type, unit, BigDecimal.ZERO, null, List.of(), null, null, null, false);
    }

    private static List<SheetChoice> choices(List<String> values) {
        return values.stream().map(v -> new SheetChoice(v, null, null)).toList();
    }
}
