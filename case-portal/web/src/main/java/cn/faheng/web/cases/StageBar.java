package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.web.show.Show;
import java.util.List;

/** The stages that a case of its procedure goes through, and how far it has come. */
final class StageBar {

    private static final List<Stage> ORDINARY = List.of(
            Stage.LEAD,
            Stage.VERIFIED,
            Stage.INVESTIGATION,
            Stage.REVIEW,
            Stage.NOTICE,
            Stage.SERVICE,
            Stage.EXECUTION,
            Stage.ENDING,
            Stage.CLOSED,
            Stage.ARCHIVED);
    private static final List<Stage> SUMMARY = List.of(
            Stage.LEAD, Stage.ON_THE_SPOT, Stage.SERVICE, Stage.EXECUTION, Stage.ENDING, Stage.CLOSED, Stage.ARCHIVED);
    private static final List<Stage> DECLINED = List.of(Stage.LEAD, Stage.DECLINED);

    private StageBar() {}

    /**
     * A stage on the bar.
     *
     * @param label the stage in words
     * @param state done, now or ahead
     */
    public record Mark(String label, String state) {}

    static List<Mark> of(CaseView view, Show show) {
        Stage now = view.head().stage();
        List<Stage> stages =
                now == Stage.DECLINED ? DECLINED : view.head().procedure() == Procedure.SUMMARY ? SUMMARY : ORDINARY;
        return stages.stream()
                .map(stage -> new Mark(
                        StepWords.stage(stage, show),
                        stage == now ? "now" : stage.compareTo(now) < 0 ? "done" : "ahead"))
                .toList();
    }
}
