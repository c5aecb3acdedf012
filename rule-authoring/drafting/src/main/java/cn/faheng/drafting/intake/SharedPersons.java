package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.Condition;
import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.clause.Mode;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.clause.Subject;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.engine.proof.Correction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 处二万元以上二十万元以下的罚款；拒不改正的，处二十万元以上一百万元以下的罚款；对直接负责的主管人员…处…: whether the last sub-clause belongs to the
 * step before it only, or to both, the words do not say.
 */
final class SharedPersons {

    private SharedPersons() {}

    /** The penalties on persons that may belong to both steps. */
    static List<PenaltyForm> of(ClauseReading reading, List<PenaltyForm> forms) {
        boolean steps = forms.stream()
                .anyMatch(f -> f.subject() != Subject.RESPONSIBLE_PERSON
                        && f.fine() != null
                        && f.condition().step() != Step.OVERDUE
                        && f.condition().within().isEmpty());
        return forms.stream()
                .filter(f -> steps
                        && f.subject() == Subject.RESPONSIBLE_PERSON
                        && f.condition().step() == Step.OVERDUE
                        && f.condition().within().isEmpty())
                .filter(f -> behind(reading, f))
                .toList();
    }

    /** With them also for the step before, where they may be imposed at most. */
    static List<PenaltyForm> both(List<PenaltyForm> forms, List<PenaltyForm> shared) {
        List<PenaltyForm> all = new ArrayList<>();
        for (PenaltyForm form : forms) {
            all.add(form);
            if (shared.stream().anyMatch(f -> f.span().equals(form.span()))) {
                all.add(form.with(Mode.MAY).under(new Condition(Step.BASIC, "", List.of(), null)));
            }
        }
        return all;
    }

    /** Whether a table imposes it elsewhere than where it says itself that the order was not followed. */
    static boolean matters(PenaltyForm form, Sheet benchmark) {
        for (SheetPenalty penalty : benchmark.penalties()) {
            if (penalty.kind().equals(form.kind().code()) && penalty.subject().equals("responsible-person")) {
                SheetDecision last =
                        benchmark.decisions().get(benchmark.decisions().size() - 1);
                int column = last.outputs().indexOf(penalty.id());
                return column < 0
                        || last.rows().stream()
                                .filter(row -> !row.outputs().get(column).equals("\"none\""))
                                .anyMatch(row -> row.cells().stream().noneMatch(SharedPersons::isLate));
            }
        }
        return false;
    }

    private static boolean isLate(String cell) {
        return Arrays.stream(cell.split("\"\\s*,\\s*\"")).allMatch(value -> Correction.in(value.replace("\"", ""))
                .filter(Correction::late)
                .isPresent());
    }

    /** Whether a semicolon stands between the condition and the penalty. */
    private static boolean behind(ClauseReading reading, PenaltyForm form) {
        String before = reading.words().substring(0, form.span().start());
        int condition = before.lastIndexOf(form.condition().words());
        return condition >= 0 && before.substring(condition).contains("；");
    }
}
