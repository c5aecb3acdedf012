package cn.faheng.server.registry;

import cn.faheng.engine.Engine;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;

/**
 * One state of the whole rule base, with the engine that answers on it. Whoever needs more than one thing of it takes it once.
 *
 * @param hash SHA-256 over all its files
 * @param files path below the root of the rule base to text
 * @param base items, rule sets and law
 * @param models its compiled models
 * @param engine the engine
 */
public record RuleBaseState(String hash, ResourceTree files, RuleBase base, ModelRegistry models, Engine engine) {

    static RuleBaseState of(String hash, ResourceTree files, RuleBase base, ModelRegistry known) {
        ModelRegistry models = known.sharedWith(base.catalogue().ruleSets());
        return new RuleBaseState(hash, files, base, models, new Engine(base, models, true));
    }

    public Catalogue catalogue() {
        return base.catalogue();
    }

    public LawLibrary law() {
        return base.law();
    }
}
