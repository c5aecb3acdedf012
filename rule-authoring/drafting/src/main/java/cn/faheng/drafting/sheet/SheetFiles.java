package cn.faheng.drafting.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A sheet in the files of the rule-set format.
 *
 * @param item content of item.yaml, or null in the general part
 * @param ruleSet content of ruleset.yaml
 * @param dmn content of discretion.dmn
 * @param cases content of cases.csv
 * @param notes content of notes.md
 */
public record SheetFiles(@Nullable String item, String ruleSet, String dmn, String cases, String notes) {}
