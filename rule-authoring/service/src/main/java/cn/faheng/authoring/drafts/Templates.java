package cn.faheng.authoring.drafts;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.drafting.sheet.SheetFact;
import cn.faheng.drafting.sheet.SheetFact.SheetChoice;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Empty drafts to begin with: the shape of a form, with a question for everything that only the document can say. */
public final class Templates {

    /** The forms there are templates for. */
    public static final List<String> NAMES = List.of("tiers", "weights", "bands", "statute", "general");

    private static final List<String> COLUMNS = List.of("tier", "fine", "fineMin", "fineMax");

    private Templates() {}

    /**
     * A draft of a form.
     *
     * @param template one of {@link #NAMES}
     * @param item the item, or null in the general part
     * @param hook hook of the general part, or null
     * @param jurisdiction division whose benchmark it is
     * @param from first day in force
     */
    public static DraftContent of(
            String template, @Nullable SheetItem item, @Nullable String hook, String jurisdiction, LocalDate from) {
        if (template.equals("general") ? hook == null || hook.isBlank() : item == null) {
            throw new ProblemException(
                    ProblemType.DRAFT_REFUSED, template.equals("general") ? "总则的草案请写明挂接点（hook）。" : "请写明事项（item）。");
        }
        String kind = template.equals("statute") || template.equals("general") ? template : "benchmark";
        List<OpenQuestion> questions = new ArrayList<>();
        ask(questions, "basis", "请写明依据：法律文件、版本和条款。");
        if (!kind.equals("general")) {
            ask(questions, "penalty", "请写明各行的条件、处罚和幅度，以及每一行引用的条款。");
        }
        if (kind.equals("benchmark")) {
            ask(questions, "source", "请写明公布的文件：名称、文号、印发机关。");
        }
        Sheet sheet = new Sheet(
                template.equals("general") ? null : item,
                kind,
                template.equals("general") ? hook : null,
                List.of(),
                from,
                null,
                kind.equals("statute") ? "000000" : jurisdiction,
                "",
                List.of(),
                null,
                template.equals("statute") ? "range" : template.equals("general") ? "mixed" : template,
                facts(template),
                kind.equals("general") ? List.of() : List.of(new SheetPenalty("fine", "fine", "party", null)),
                decisions(template),
                List.of(),
                List.of(),
                "");
        return new DraftContent(sheet, null, List.of(), "", null, questions);
    }

    private static void ask(List<OpenQuestion> questions, String where, String asks) {
        questions.add(new OpenQuestion("T" + (questions.size() + 1), where, "", asks, null));
    }

    private static List<SheetFact> facts(String template) {
        return switch (template) {
            case "tiers", "bands" -> List.of(choice("违法情节", List.of("较轻", "一般", "较重")));
            case "weights" -> List.of(choice("危害程度", List.of("较小", "较大")));
            default -> List.of();
        };
    }

    private static SheetFact choice(String name, List<String> values) {
        return new SheetFact(
                name,
                null,
                null,
                "choice",
                null,
                null,
                null,
                values.stream().map(value -> new SheetChoice(value, null, null)).toList(),
                null,
                null,
                null,
                false);
    }

    private static List<SheetDecision> decisions(String template) {
        return switch (template) {
            case "tiers", "bands" ->
                List.of(SheetDecision.table(
                        "penalty",
                        null,
                        List.of("违法情节"),
                        COLUMNS,
                        List.of(row("T1", "较轻"), row("T2", "一般"), row("T3", "较重"))));
            case "weights" ->
                List.of(
                        SheetDecision.table(
                                "weight1",
                                "危害程度",
                                List.of("危害程度"),
                                List.of(""),
                                List.of(weight("W1.1", "较小"), weight("W1.2", "较大"))),
                        SheetDecision.expression("total", "裁量百分值", "weight1"),
                        SheetDecision.context(
                                "penalty",
                                null,
                                List.of(
                                        new SheetEntry("tier", "\"裁量\""),
                                        new SheetEntry("fine", "\"must\""),
                                        new SheetEntry("fineMin", "0"),
                                        new SheetEntry("fineMax", "0"))));
            case "statute" -> List.of(SheetDecision.table("penalty", null, List.of(), COLUMNS, List.of()));
            default -> List.of();
        };
    }

    private static SheetRow row(String id, String grade) {
        return new SheetRow(
                id,
                List.of("\"" + grade + "\""),
                List.of("\"" + grade + "\"", "\"must\"", "0", "0"),
                "",
                List.of(),
                null);
    }

    private static SheetRow weight(String id, String grade) {
        return new SheetRow(id, List.of("\"" + grade + "\""), List.of("0"), "", List.of(), null);
    }
}
