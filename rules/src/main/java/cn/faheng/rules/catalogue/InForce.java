package cn.faheng.rules.catalogue;

import java.time.LocalDate;

/** Which version of a rule set is in force on a day. Three named answers, never a silent fall-through. */
public sealed interface InForce {

    /**
     * A version is in force.
     *
     * @param ruleSet the version in force
     */
    record Found(RuleSet ruleSet) implements InForce {}

    /**
     * No version is in force yet.
     *
     * @param firstInForce the first day of the earliest version held
     */
    record NotYet(LocalDate firstInForce) implements InForce {}

    /**
     * No version is in force any more.
     *
     * @param lastInForce the last day of the latest version that ended before the day asked for
     */
    record Ended(LocalDate lastInForce) implements InForce {}
}
