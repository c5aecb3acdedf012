package cn.faheng.web.desk;

import cn.faheng.web.show.Show;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what has to be corrected while a form is read: one problem for each field, the first that was found. */
final class FormProblems {

    private final Show show;
    private final List<FormProblem> found = new ArrayList<>();

    FormProblems(Show show) {
        this.show = show;
    }

    Show show() {
        return show;
    }

    List<FormProblem> all() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Remembers a problem; {@code key} is that of its sentence. */
    void add(String field, String key, @Nullable Object... arguments) {
        if (found.stream().noneMatch(p -> p.field().equals(field))) {
            found.add(new FormProblem(field, show.text(key, arguments)));
        }
    }
}
