package cn.faheng.authoring.publishing;

/**
 * Why a draft cannot be submitted yet.
 *
 * @param code not-proved, outdated-proof, refuted, not-acknowledged, open-question, place-not-set,
 *     cites-nothing, no-statute, malformed
 * @param where row, finding or question it concerns; empty for the whole draft
 * @param message what is missing and what to do, in Chinese
 */
public record Blocker(String code, String where, String message) {}
