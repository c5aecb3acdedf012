package cn.faheng.server.registry;

/**
 * The state of the rule base that a draft was made and proved on.
 *
 * @param sequence number of the newest event then; 0 before the first one
 * @param hash hash of the whole rule base then, as in {@link RuleBaseState#hash()}
 */
public record Base(long sequence, String hash) {}
