package cn.faheng.engine;

import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.rules.format.RuleBase;

/** The bundled rule base and one engine on it, read once for all tests of this module. */
public final class Bundled {

    public static final RuleBase BASE = RuleBase.bundled();
    public static final ModelRegistry MODELS = new ModelRegistry();
    public static final Engine ENGINE = new Engine(BASE, MODELS, true);

    private Bundled() {}
}
