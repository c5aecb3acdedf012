package cn.faheng.server.registry;

import cn.faheng.rules.format.FormatException;
import cn.faheng.rules.format.FormatProblem;
import cn.faheng.rules.format.LawReader;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What may become of a law file that is held already: it gains articles, and its last day is written; its words stay. */
final class LawOverlay {

    private LawOverlay() {}

    static List<FormatProblem> problems(String path, String held, String published) {
        LegalInstrument before = LawReader.read(path, held);
        LegalInstrument after;
        try {
            after = LawReader.read(path, published);
        } catch (FormatException e) {
            return e.problems();
        }
        List<FormatProblem> problems = new ArrayList<>();
        before.articles().forEach((number, article) -> {
            if (!article.equals(after.articles().get(number))) {
                problems.add(new FormatProblem(
                        path,
                        0,
                        "《" + before.title() + "》" + article.label() + "已经在规则库中，公布的法律文本要原样包含它，不能改动或者删去；条文有变的，是另一版本。"));
            }
        });
        LocalDate written = before.effective().to();
        if (written != null && !written.equals(after.effective().to())) {
            problems.add(new FormatProblem(path, 0, "《" + before.title() + "》这一版已经写明施行至 " + written + "，不能改动。"));
        }
        return problems;
    }
}
