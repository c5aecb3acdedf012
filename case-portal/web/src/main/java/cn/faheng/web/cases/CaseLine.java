package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseHead;

/**
 * A case as a line of a list.
 *
 * @param head the case
 * @param stage its stage in words
 * @param body name of its body
 */
public record CaseLine(CaseHead head, String stage, String body) {

    /** What colour the tag of the stage has; the words tell the same. */
    public String style() {
        return switch (head.stage()) {
            case LEAD, VERIFIED -> "case-new";
            case ON_THE_SPOT, INVESTIGATION, REVIEW, NOTICE -> "case-open";
            case SERVICE, EXECUTION, ENDING -> "case-decided";
            case DECLINED, CLOSED, ARCHIVED -> "case-closed";
        };
    }
}
