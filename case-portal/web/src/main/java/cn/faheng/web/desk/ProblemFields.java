package cn.faheng.web.desk;

import cn.faheng.engine.request.FieldProblem;
import cn.faheng.server.problems.Problem;
import cn.faheng.web.show.Show;
import java.util.ArrayList;
import java.util.List;

/** Shows problems that were found on the way to the answer at the fields where they were entered. */
final class ProblemFields {

    private final Sheet sheet;
    private final Show show;

    ProblemFields(Sheet sheet, Show show) {
        this.sheet = sheet;
        this.show = show;
    }

    List<FormProblem> of(Problem found) {
        List<FormProblem> problems = new ArrayList<>();
        for (Problem.FieldError error : found.errors()) {
            String pointer = error.pointer() == null ? "" : error.pointer();
            problems.add(problem(pointer, error.code(), error.detail()));
        }
        return problems.isEmpty() ? List.of(problem("/act/start", found.type().slug(), found.detail())) : problems;
    }

    /** The problems of the engine itself, which the server may pass on as they are. */
    List<FormProblem> of(List<FieldProblem> found) {
        return found.stream()
                .map(p -> problem(p.pointer(), p.code(), p.detail()))
                .toList();
    }

    private FormProblem problem(String pointer, String code, String detail) {
        return new FormProblem(sheet.fieldAt(pointer), show.english() ? show.textOr("server." + code, detail) : detail);
    }
}
