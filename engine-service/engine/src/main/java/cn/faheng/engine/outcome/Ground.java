package cn.faheng.engine.outcome;

import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSetRef;
import org.jspecify.annotations.Nullable;

/**
 * Why no penalty is imposed or the item does not apply.
 *
 * @param code slug: limitation-passed, under-age, no-longer-an-offence, not-in-force, …
 * @param text the ground in Chinese
 * @param ruleSet the rule set that says so, or null where the catalogue itself does
 * @param row the row that says so, or null
 */
public record Ground(String code, String text, @Nullable RuleSetRef ruleSet, @Nullable Row row) {}
