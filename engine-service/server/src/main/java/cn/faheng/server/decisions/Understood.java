package cn.faheng.server.decisions;

import cn.faheng.engine.request.DecisionRequest;

/**
 * A request as it was understood.
 *
 * @param request what the engine is asked
 * @param identity who the party is, as a receipt may keep it
 */
record Understood(DecisionRequest request, PartyIdentity identity) {}
