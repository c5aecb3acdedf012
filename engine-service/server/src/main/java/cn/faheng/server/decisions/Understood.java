package cn.faheng.server.decisions;

import cn.faheng.engine.request.DecisionRequest;
import java.util.List;

/**
 * A request as it was understood.
 *
 * @param request what the engine is asked
 * @param identity who the party is, as a receipt may keep it
 * @param codes the codes of circumstances as they were given, so that a wrong one can be pointed at
 */
record Understood(DecisionRequest request, PartyIdentity identity, List<String> codes) {}
