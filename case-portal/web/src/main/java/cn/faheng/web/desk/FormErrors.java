package cn.faheng.web.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to be corrected, for the summary at the top and beside each field. */
public final class FormErrors {

    private final List<FormProblem> problems;

    FormErrors(List<FormProblem> problems) {
        this.problems = List.copyOf(problems);
    }

    public List<FormProblem> all() {
        return problems;
    }

    public boolean any() {
        return !problems.isEmpty();
    }

    /** What is wrong with a field, or null. */
    public @Nullable String at(String field) {
        Optional<FormProblem> problem =
                problems.stream().filter(p -> p.field().equals(field)).findFirst();
        return problem.map(FormProblem::text).orElse(null);
    }
}
