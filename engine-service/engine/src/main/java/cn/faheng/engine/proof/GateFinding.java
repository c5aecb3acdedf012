package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.RuleSetRef;

/**
 * Why a rule set may not be used.
 *
 * @param ruleSet the rule set
 * @param check model, shape, hook, grid, analysis, case, rows, coverage, boundary
 * @param where decision, row or case
 * @param reason what is wrong, with a counter-example where there is one
 */
public record GateFinding(RuleSetRef ruleSet, String check, String where, String reason) {
    @Override
    public String toString() {
        return ruleSet + " [" + check + "] " + where + ": " + reason;
    }
}
