package cn.faheng.web.show;

import cn.faheng.contract.model.RuleSetUseBody;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.Optional;

/** Finds the rule set that an answer used. */
final class RuleSets {

    private RuleSets() {}

    static Optional<RuleSet> of(Catalogue catalogue, RuleSetUseBody use) {
        return catalogue.ruleSet(new RuleSetRef(new RuleSetId(use.getId()), use.getVersion()));
    }
}
