package cn.faheng.web.cases;

import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.engine.steps.Stage;
import cn.faheng.web.show.Show;

/** Steps and stages in words. */
final class StepWords {

    private StepWords() {}

    /** A step as the rule set calls it; in English what the entry is called that it makes. */
    static String title(LawfulStep step, Show show) {
        return show.english() ? title(step.name(), show, step.title()) : step.title();
    }

    static String title(String name, Show show, String chinese) {
        if (!show.english()) {
            return chinese;
        }
        String own = show.textOr("cases.step." + name, "");
        return own.isEmpty()
                ? StepKind.of(name)
                        .map(kind -> show.textOr("entry." + kind.type(), chinese))
                        .orElse(chinese)
                : own;
    }

    static String stage(Stage stage, Show show) {
        return show.english() ? show.text("cases.stage." + stage.code()) : stage.chinese();
    }
}
