package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** Writes a sheet into the files of the rule-set format. The same sheet gives the same bytes. */
public final class SheetWriter {

    private SheetWriter() {}

    /**
     * The files of a sheet.
     *
     * @param cases cases.csv, taken over as it is
     * @throws IllegalArgumentException when something in the sheet cannot stand in a model; the message names it in Chinese
     */
    public static SheetFiles write(Sheet sheet, String cases) {
        return write(ref(sheet), sheet, cases);
    }

    /** The same under an id of its own; general rule sets live in folders that are not named after their hook. */
    public static SheetFiles write(RuleSetRef ref, Sheet sheet, String cases) {
        return new SheetFiles(
                itemYaml(sheet), RuleSetYaml.ruleSet(sheet), new DmnWriter(ref, sheet).write(), cases, sheet.notes());
    }

    /** The ruleset.yaml of a sheet alone: for a rule set whose model is kept as it was given. */
    public static String ruleSetYaml(Sheet sheet) {
        return RuleSetYaml.ruleSet(sheet);
    }

    /** The item.yaml of a sheet, or null in the general part. */
    public static @Nullable String itemYaml(Sheet sheet) {
        SheetItem item = sheet.item();
        return item == null ? null : RuleSetYaml.item(item);
    }

    /** Id and version: {@code <field>/<code>/statute}, {@code <field>/<code>/<division>} or {@code common/<hook>}. */
    public static RuleSetRef ref(Sheet sheet) {
        return new RuleSetRef(new RuleSetId(path(sheet)), sheet.effectiveFrom());
    }

    private static String path(Sheet sheet) {
        SheetItem item = sheet.item();
        if (item == null) {
            if (sheet.hook() == null) {
                throw new IllegalArgumentException("既没有事项也没有通用规则的挂接点，无法确定编号。请先填写事项。");
            }
            return "common/" + sheet.hook();
        }
        return item.field() + "/" + item.code() + "/"
                + (sheet.kind().equals("statute") ? "statute" : sheet.jurisdiction());
    }

    /**
     * The rule set that the sheet publishes.
     *
     * @throws FormatException with every problem of ruleset.yaml and its place
     * @throws IllegalArgumentException as {@link #write}
     */
    public static RuleSet toRuleSet(Sheet sheet, String cases) {
        return toRuleSet(ref(sheet), sheet, cases);
    }

    /** The same under an id of its own; general rule sets live in folders that are not named after their hook. */
    public static RuleSet toRuleSet(RuleSetRef ref, Sheet sheet, String cases) {
        SheetItem item = sheet.item();
        return RuleSetReader.read(
                ref,
                item == null ? null : item.code(),
                new RuleSetReader.Files(
                        RuleSetYaml.ruleSet(sheet), new DmnWriter(ref, sheet).write(), cases, sheet.notes()));
    }

    /** The item of a sheet, or null in the general part. */
    public static @Nullable Item item(Sheet sheet) {
        SheetItem item = sheet.item();
        return item == null
                ? null
                : new Item(item.code(), item.name(), item.nameEn(), item.field(), item.organ(), item.aliases());
    }
}
