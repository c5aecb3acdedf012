package cn.faheng.engine.request;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be understood. Not a legal answer: the caller mends the fields and asks again. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<FieldProblem> problems;

    public InvalidRequestException(List<FieldProblem> problems) {
        super(problems.stream().map(p -> p.pointer() + " " + p.code()).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
