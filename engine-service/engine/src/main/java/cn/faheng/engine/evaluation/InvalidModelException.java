package cn.faheng.engine.evaluation;

import cn.faheng.rules.catalogue.RuleSetRef;
import java.util.List;

/** A model that cannot be run. */
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    public InvalidModelException(RuleSetRef ref, List<String> reasons) {
        super(ref + ": " + String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
