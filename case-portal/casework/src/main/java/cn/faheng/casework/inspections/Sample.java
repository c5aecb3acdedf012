package cn.faheng.casework.inspections;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many objects are drawn, class by class: 国发〔2019〕18号（九） ties share and frequency to risk and credit.
 *
 * @param mode whether the values are per cent or objects
 * @param perClass the value of each class; a class that is not named has none
 */
public record Sample(Mode mode, Map<RiskClass, BigDecimal> perClass) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** What the values say. */
    public enum Mode {
        SHARE,
        NUMBER
    }

    public Sample {
        perClass = Collections.unmodifiableMap(new TreeMap<>(perClass));
    }

    /** How many are drawn of each class when so many are in it; shares are rounded up, so that a share above nothing draws someone. */
    Map<RiskClass, Integer> quotas(Map<RiskClass, Integer> held) {
        Map<RiskClass, Integer> quotas = new TreeMap<>();
        perClass.forEach((riskClass, value) -> {
            BigDecimal asked = mode == Mode.NUMBER
                    ? value
                    : value.multiply(BigDecimal.valueOf(held.getOrDefault(riskClass, 0)))
                            .divide(HUNDRED, 0, RoundingMode.CEILING);
            quotas.put(riskClass, asked.intValueExact());
        });
        return quotas;
    }
}
