package cn.faheng.drafting.sheet;

import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** Reads a rule set back into the sheet of which it was written. */
public final class SheetReader {

    private SheetReader() {}

    /**
     * The sheet of a rule set. A rule set does not keep who issued the source and where in it the table stands: the issuer is then
     * the authority, and there is no reference; {@link #read(RuleSet, Item, String)} knows both.
     *
     * @throws NotASheetException when its model holds what a sheet cannot
     */
    public static Sheet read(RuleSet ruleSet, @Nullable Item item) {
        return read(ruleSet, item, null);
    }

    /**
     * The sheet of a rule set.
     *
     * @param yaml content of its ruleset.yaml, or null when it is not at hand
     * @throws NotASheetException when its model holds what a sheet cannot
     */
    public static Sheet read(RuleSet ruleSet, @Nullable Item item, @Nullable String yaml) {
        return new RuleSetToSheet(ruleSet, item, yaml).sheet();
    }

    /**
     * The sheet of its files.
     *
     * @throws FormatException when ruleset.yaml or item.yaml is not in the rule-set format
     * @throws NotASheetException when the model holds what a sheet cannot
     */
    public static Sheet read(RuleSetRef ref, SheetFiles files) {
        String itemYaml = files.item();
        Item item = itemYaml == null ? null : RuleSetYaml.readItem(itemYaml);
        RuleSet ruleSet = RuleSetReader.read(
                ref,
                item == null ? null : item.code(),
                new RuleSetReader.Files(files.ruleSet(), files.dmn(), files.cases(), files.notes()));
        return read(ruleSet, item, files.ruleSet());
    }

    /**
     * The sheet with the tables and expressions of a model that comes back from a DMN editor. Questions stay by the name of the fact,
     * citations, sentences and comments by the id of the row; the model decides which facts, decisions and rows there are.
     *
     * @throws NotASheetException when the model is no DMN or holds what a sheet cannot
     */
    public static Sheet withModel(Sheet sheet, String dmn) {
        return new ModelIntoSheet(sheet, DmnReader.read(dmn)).sheet();
    }
}
