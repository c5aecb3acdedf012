package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.rules.catalogue.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The questions of a sheet and the facts of a rule set. */
public final class SheetFacts {

    private SheetFacts() {}

    /** The reserved question that the engine answers from the party: 公民, 个体工商户 or 法人或者其他组织. */
    public static SheetFact partyKind() {
        return new SheetFact(
                "partyKind",
                "当事人类型",
                "Kind of party",
                "choice",
                null,
                null,
                null,
                List.of(
                        new SheetChoice("individual", "公民（自然人）", "Individual"),
                        new SheetChoice("sole-proprietor", "个体工商户", "Sole proprietor"),
                        new SheetChoice("organisation", "法人或者其他组织", "Organisation")),
                null,
                "身份证件、营业执照、登记档案",
                null,
                true);
    }

    /** A question whose name is also what is asked. */
    public static SheetFact of(String name, String type, @Nullable String unit, List<String> values) {
        List<SheetChoice> choices =
                values.stream().map(value -> new SheetChoice(value, null, null)).toList();
        BigDecimal min = unit == null ? null : BigDecimal.ZERO;
        return new SheetFact(name, null, null, type, unit, min, null, choices, null, null, null, false);
    }

    /** The question behind a fact of a rule set. */
    public static SheetFact of(Fact fact) {
        return new SheetFact(
                fact.name(),
                unless(fact.name(), fact.label()),
                unless(fact.label(), fact.labelEn()),
                fact.type().name().toLowerCase(Locale.ROOT),
                fact.unit(),
                fact.min(),
                fact.max(),
                fact.values().stream()
                        .map(choice -> new SheetChoice(
                                choice.value(),
                                unless(choice.value(), choice.label()),
                                unless(choice.value(), choice.labelEn())))
                        .toList(),
                fact.help(),
                fact.evidence(),
                fact.judgedBy(),
                fact.fromParty());
    }

    private static @Nullable String unless(String repeated, String text) {
        return text.equals(repeated) ? null : text;
    }
}
