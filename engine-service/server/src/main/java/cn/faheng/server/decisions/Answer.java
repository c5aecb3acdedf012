package cn.faheng.server.decisions;

import cn.faheng.contract.model.DecisionResponseBody;

/**
 * What a request was answered.
 *
 * @param body the answer
 * @param replayed whether it was stored before under the same key
 */
public record Answer(DecisionResponseBody body, boolean replayed) {}
