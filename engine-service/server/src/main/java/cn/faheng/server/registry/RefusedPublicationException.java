package cn.faheng.server.registry;

import cn.faheng.rules.format.FormatProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A publication, repeal or withdrawal that was refused and not stored; carries every reason, in Chinese. */
public final class RefusedPublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<FormatProblem> problems;

    public RefusedPublicationException(List<FormatProblem> problems) {
        super(problems.stream().map(FormatProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong; {@code file} is empty where no single file is meant. */
    public List<FormatProblem> problems() {
        return problems;
    }
}
