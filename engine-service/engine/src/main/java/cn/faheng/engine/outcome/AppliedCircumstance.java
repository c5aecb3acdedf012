package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSetRef;

/**
 * A circumstance that is established, with what the general part says of it.
 *
 * @param code code of the circumstance, or the decision of the hook that recognised it
 * @param label the circumstance in Chinese
 * @param effect what it does
 * @param ruleSet the general rule set that says so
 * @param row the row that says so, with its citation
 */
public record AppliedCircumstance(String code, String label, Effect effect, RuleSetRef ruleSet, Row row) {}
