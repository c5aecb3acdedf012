package cn.faheng.drafting.intake;

import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.drafting.sheet.SheetFacts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table becomes in a sheet, without what stands around it. */
record Body(
        String form,
        List<SheetFact> facts,
        List<SheetPenalty> penalties,
        List<SheetDecision> decisions,
        String cases,
        List<String> leftToPerson) {

    static final SheetPenalty FINE = new SheetPenalty("fine", "fine", "party", null);
    static final SheetPenalty RESPONSIBLE_FINE =
            new SheetPenalty("responsibleFine", "fine", "responsible-person", null);
    static final SheetPenalty WARNING = new SheetPenalty("warning", "warning", "party", null);
    static final SheetPenalty CONFISCATION =
            new SheetPenalty("confiscateProperty", "confiscate-illegal-property", "party", null);

    Body {
        facts = List.copyOf(facts);
        penalties = List.copyOf(penalties);
        decisions = List.copyOf(decisions);
        leftToPerson = List.copyOf(leftToPerson);
    }

    /** A question with a choice of answers, which only a person can choose. */
    static SheetFact choice(String name, List<String> values, @Nullable String help) {
        return new SheetFact(
                name,
                name,
                null,
                "choice",
                null,
                null,
                null,
                values.stream().map(v -> new SheetChoice(v, null, null)).toList(),
                help,
                null,
                null,
                false);
    }

    /** An amount in yuan. */
    static SheetFact money(String name) {
        return new SheetFact(name, name, null, "money", "元", BigDecimal.ZERO, null, List.of(), null, null, null, false);
    }

    /** A number of things counted by their unit. */
    static SheetFact count(String unit) {
        boolean whole = unit.matches("车次|人次|次|台|辆|人|件|只|头|株|处|个|枚|户|项");
        return new SheetFact(
                unit,
                unit,
                null,
                whole ? "integer" : "number",
                unit,
                BigDecimal.ZERO,
                null,
                List.of(),
                null,
                null,
                null,
                false);
    }

    /** The kind of party, filled by the engine. */
    static SheetFact party() {
        return SheetFacts.partyKind();
    }
}
