package cn.faheng.authoring.library;

import cn.faheng.contract.model.CitingRuleSetBody.StateEnum;
import cn.faheng.rules.catalogue.RuleSet;
import java.time.LocalDate;

/** Whether a rule set that cites a provision is in force. */
final class CitingState {

    private CitingState() {}

    static StateEnum of(RuleSet ruleSet, LocalDate today) {
        if (ruleSet.effective().contains(today)) {
            return StateEnum.IN_FORCE;
        }
        return ruleSet.effective().endedBefore(today) ? StateEnum.ENDED : StateEnum.NOT_YET_IN_FORCE;
    }
}
