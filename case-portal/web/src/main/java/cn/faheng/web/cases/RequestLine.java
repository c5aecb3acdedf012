package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseRequest;
import cn.faheng.web.show.Show;

/**
 * A request as pages show it.
 *
 * @param request the request
 * @param title the step in words
 * @param rank whose leave it needs, in words
 * @param state what became of it, in words
 */
public record RequestLine(CaseRequest request, String title, String rank, String state) {

    static RequestLine of(CaseRequest request, Show show) {
        return new RequestLine(
                request,
                StepWords.title(request.step(), show, request.title()),
                new Labels(show).constant(request.rank()),
                show.text("inbox.state." + request.state().name()));
    }

    /** Whether it may be granted together with others: nobody gave reasons that a head has to read. */
    public boolean isPlain() {
        return request.reasons().isEmpty();
    }

    /** The colour of its state; the words tell the same. */
    public String style() {
        return switch (request.state()) {
            case OPEN -> "limit-amber";
            case GRANTED -> "limit-green";
            case RETURNED -> "limit-red";
            case WITHDRAWN, OVERTAKEN -> "limit-grey";
        };
    }
}
