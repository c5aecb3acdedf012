package cn.faheng.web.library;

import cn.faheng.drafting.law.CitationImpact.Citing;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.web.show.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who cites a provision, as the page shows it.
 *
 * @param name its name
 * @param address its id
 * @param link its page, or null
 * @param ruleSet the rule set, or null where it is a draft
 * @param place the provision
 * @param at its address
 * @param roles what the provision is to it
 * @param rows the rows that cite it
 */
public record CitingView(
        String name,
        String address,
        @Nullable String link,
        @Nullable RuleSet ruleSet,
        String place,
        String at,
        List<String> roles,
        List<String> rows) {

    static List<CitingView> of(List<Citing> citing, String law) {
        return citing.stream().map(c -> of(c, law)).toList();
    }

    static CitingView of(Citing citing, String law) {
        RuleSet ruleSet = citing.ruleSet();
        String draft = citing.draft();
        return new CitingView(
                citing.name(),
                ruleSet != null ? ruleSet.ref().toString() : String.valueOf(draft),
                ruleSet != null
                        ? new Links().ruleSet(ruleSet.ref())
                        : draft == null ? null : "/authoring/drafts/" + draft,
                ruleSet,
                "《" + law + "》" + citing.at().chinese(),
                citing.at().toString(),
                List.copyOf(citing.roles()),
                citing.rows());
    }
}
