package cn.faheng.drafting.intake;

import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;

/**
 * What an import is compared with.
 *
 * @param base the rule base in force
 * @param library texts of instruments beyond those that the rule base cites
 */
public record IntakeContext(RuleBase base, LawLibrary library) {}
