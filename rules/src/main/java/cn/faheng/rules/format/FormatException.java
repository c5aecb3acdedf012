package cn.faheng.rules.format;

import java.util.List;
import java.util.stream.Collectors;

/** A rule base that cannot be read. Carries every problem found, not only the first. */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<FormatProblem> problems;

    public FormatException(List<FormatProblem> problems) {
        super(problems.stream().map(FormatProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<FormatProblem> problems() {
        return problems;
    }
}
