package cn.faheng.server.decisions;

import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FieldProblem;
import java.util.Comparator;
import java.util.List;

/**
 * A request as it was understood.
 *
 * @param request what the engine is asked
 * @param identity who the party is, as a receipt may keep it
 * @param codes the codes of circumstances as they were given, so that a wrong one can be pointed at
 */
record Understood(DecisionRequest request, PartyIdentity identity, List<String> codes) {

    private static final String CODES = "/circumstances/codes/";
    private static final int NO_CODE = Integer.MAX_VALUE;

    /** The problems that the engine found, as they lie in the request as it was given: the engine has the codes in its own order. */
    List<FieldProblem> asAsked(List<FieldProblem> problems) {
        List<String> inOrder = List.copyOf(request.circumstances().codes());
        return problems.stream()
                .map(problem -> place(problem) == NO_CODE
                        ? problem
                        : new FieldProblem(
                                CODES + codes.indexOf(inOrder.get(place(problem))), problem.code(), problem.detail()))
                .sorted(Comparator.comparingInt(Understood::place))
                .toList();
    }

    private static int place(FieldProblem problem) {
        String pointer = problem.pointer();
        return pointer.startsWith(CODES) ? Integer.parseInt(pointer.substring(CODES.length())) : NO_CODE;
    }
}
