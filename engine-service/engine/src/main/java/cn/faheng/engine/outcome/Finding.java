package cn.faheng.engine.outcome;

import cn.faheng.rules.legal.Citation;
import java.util.List;

/**
 * A warning on a proposal or on the rule base itself.
 *
 * @param code slug
 * @param severity block, reason-and-approver or note
 * @param text what is wrong and how to mend it, in Chinese
 * @param citations the provisions
 */
public record Finding(String code, String severity, String text, List<Citation> citations) {
    public Finding {
        citations = List.copyOf(citations);
    }
}
