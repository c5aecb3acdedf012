package cn.faheng.casework.cases;

/**
 * Why a step was taken in spite of a finding.
 *
 * @param code code of the finding
 * @param reason the reasons in words
 * @param passedBy name of who let it pass; empty while nobody has
 */
public record GivenReason(String code, String reason, String passedBy) {}
