package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Fact;
import java.util.List;

/** Facts that the engine fills from the party of a request. */
final class PartyFacts {

    private static final Fact PARTY_KIND = new Fact(
            "partyKind",
            "当事人类型",
            "Kind of party",
            Fact.Type.CHOICE,
            null,
            null,
            null,
            List.of(
                    new Fact.Choice("individual", "公民（自然人）", "Individual"),
                    new Fact.Choice("sole-proprietor", "个体工商户", "Sole proprietor"),
                    new Fact.Choice("organisation", "法人或者其他组织", "Organisation")),
            null,
            "身份证件、营业执照、登记档案",
            null,
            true);

    private PartyFacts() {}

    static Fact named(String name) {
        if (!name.equals(PARTY_KIND.name())) {
            throw new IllegalArgumentException("No fact of the party is named '" + name + "'; there is: partyKind");
        }
        return PARTY_KIND;
    }
}
