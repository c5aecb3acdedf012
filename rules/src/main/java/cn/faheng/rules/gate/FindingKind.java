package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.legal.Citation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of finding as the law of one period knows it.
 *
 * @param set the rule set it belongs to: officers/2021-07-15
 * @param code its code, the same over all periods: OFF-01
 * @param title what is wrong, in Chinese
 * @param titleEn the same in English
 * @param says what the law demands, in its words
 * @param mend how to put it right, in Chinese
 * @param mendEn the same in English
 * @param citations the provisions
 * @param gates the gates at which it is raised, and how severe it is there
 */
public record FindingKind(
        GateSet set,
        String code,
        String title,
        String titleEn,
        String says,
        String mend,
        String mendEn,
        List<Citation> citations,
        Map<Gate, Severity> gates) {

    public FindingKind {
        citations = List.copyOf(citations);
        gates = Collections.unmodifiableMap(new EnumMap<>(gates));
        if (!code.matches("[A-Z]{3,6}-\\d{2}")) {
            throw new IllegalArgumentException("A finding is named like OFF-01, not '" + code + "'");
        }
        if (citations.isEmpty()) {
            throw new IllegalArgumentException(code + " cites no provision");
        }
    }
}
