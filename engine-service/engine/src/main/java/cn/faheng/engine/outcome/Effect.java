package cn.faheng.engine.outcome;

import java.util.Arrays;
import java.util.Optional;

/** What a circumstance does to a penalty. */
public enum Effect {
    NO_PENALTY("no-penalty", "不予处罚"),
    MAY_NO_PENALTY("may-no-penalty", "可以不予处罚"),
    MUST_LIGHTER_OR_MITIGATED("must-lighter-or-mitigated", "应当从轻或者减轻"),
    MAY_LIGHTER_OR_MITIGATED("may-lighter-or-mitigated", "可以从轻或者减轻"),
    MUST_LIGHTER("must-lighter", "应当从轻"),
    MAY_LIGHTER("may-lighter", "可以从轻"),
    MUST_MITIGATED("must-mitigated", "应当减轻"),
    MUST_MITIGATED_OR_NONE("must-mitigated-or-none", "减轻或者不予处罚"),
    MAY_MITIGATED("may-mitigated", "可以减轻"),
    MUST_HEAVIER("must-heavier", "应当从重"),
    MAY_HEAVIER("may-heavier", "可以从重"),
    MUST_LIGHTER_MITIGATED_OR_NONE("must-lighter-mitigated-or-none", "从轻、减轻或者不予处罚"),
    MAY_LIGHTER_MITIGATED_OR_NONE("may-lighter-mitigated-or-none", "可以从轻、减轻或者不予处罚"),
    NONE("none", "无影响");

    private final String code;
    private final String chinese;

    Effect(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether the penalty goes below what it would be otherwise, inside the statute or beneath it. */
    public boolean lightens() {
        return this != NONE && !aggravates() && this != NO_PENALTY && this != MAY_NO_PENALTY;
    }

    /** Whether lightening is bound (应当) and not merely allowed (可以). */
    public boolean mustLighten() {
        return this == MUST_LIGHTER_OR_MITIGATED
                || this == MUST_LIGHTER
                || this == MUST_MITIGATED
                || this == MUST_MITIGATED_OR_NONE
                || this == MUST_LIGHTER_MITIGATED_OR_NONE;
    }

    /** Whether the penalty may go below the statutory minimum (减轻). */
    public boolean mitigates() {
        return lightens() && this != MUST_LIGHTER && this != MAY_LIGHTER;
    }

    /** Whether it has to go below the statutory minimum. */
    public boolean mustMitigate() {
        return this == MUST_MITIGATED || this == MUST_MITIGATED_OR_NONE;
    }

    public boolean aggravates() {
        return this == MUST_HEAVIER || this == MAY_HEAVIER;
    }

    /** Whether no penalty at all is among what it allows. */
    public boolean allowsNoPenalty() {
        return this == MAY_NO_PENALTY
                || this == MUST_MITIGATED_OR_NONE
                || this == MUST_LIGHTER_MITIGATED_OR_NONE
                || this == MAY_LIGHTER_MITIGATED_OR_NONE;
    }

    public static Optional<Effect> ofCode(String code) {
        return Arrays.stream(values())
                .filter(effect -> effect.code.equals(code))
                .findFirst();
    }
}
