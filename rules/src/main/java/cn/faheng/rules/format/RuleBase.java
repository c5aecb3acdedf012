package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.legal.LawLibrary;

/**
 * The whole rule base: catalogue and the law it cites.
 *
 * @param catalogue items and rule sets
 * @param law the provisions that rule sets cite
 */
public record RuleBase(Catalogue catalogue, LawLibrary law) {

    /** The rule base bundled with this release. */
    public static RuleBase bundled() {
        return read(ResourceTree.bundled());
    }

    /**
     * Reads a rule base.
     *
     * @throws FormatException with every problem of every file
     */
    public static RuleBase read(ResourceTree tree) {
        return new RuleBaseReader().read(tree);
    }
}
