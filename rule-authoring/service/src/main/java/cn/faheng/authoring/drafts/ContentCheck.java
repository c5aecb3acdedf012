package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.server.problems.Problem.Errors;
import cn.faheng.server.problems.ProblemType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a content must have to be kept at all: its members, and sizes that one machine can show and compute with. What is wrong in law is the proof's business. */
public final class ContentCheck {

    static final int MOST_ROWS = 5_000;
    static final int LONGEST_CELL = 4_000;
    static final int LONGEST_EXPRESSION = 20_000;
    static final int LARGEST_MODEL = 4 << 20;
    static final int LONGEST_CASES = 2 << 20;

    private final Errors errors = new Errors();

    private ContentCheck() {}

    /** Throws a problem that names every place. */
    public static void check(DraftContent content, @Nullable ExpertModel expert) {
        ContentCheck check = new ContentCheck();
        check.members("", content);
        check.errors.throwIfAny();
        check.sheet("/sheet", content.sheet());
        if (content.statute() != null) {
            check.sheet("/statute", content.statute());
        }
        check.cases("/cases", content.cases());
        if (content.statuteCases() != null) {
            check.cases("/statuteCases", content.statuteCases());
        }
        if (expert != null) {
            check.length("/model", expert.dmn(), LARGEST_MODEL);
            expert.imports().forEach(model -> check.length("/imports", model, LARGEST_MODEL));
        }
        check.errors.throwIfAny();
    }

    private void members(String pointer, Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                member(pointer + "/" + i, list.get(i), false);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> member(pointer + "/" + key, inner, false));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                member(pointer + "/" + component.getName(), read(component, record), nullable);
            }
        }
    }

    private void member(String pointer, @Nullable Object value, boolean nullable) {
        if (value != null) {
            members(pointer, value);
        } else if (!nullable) {
            errors.add(pointer, ProblemType.MISSING_FIELD, "请补上必填的字段 " + pointer + "。");
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record of a draft is not public", e);
        }
    }

    private void sheet(String pointer, Sheet sheet) {
        if (!List.of("statute", "benchmark", "general").contains(sheet.kind())) {
            errors.add(pointer + "/kind", ProblemType.OUT_OF_RANGE, "应当是 statute、benchmark、general 之一。");
        }
        if (!sheet.jurisdiction().matches("\\d{6}")) {
            errors.add(pointer + "/jurisdiction", ProblemType.WRONG_TYPE, "请用六位行政区划代码（GB/T 2260），全国写 000000。");
        }
        int rows = 0;
        for (int i = 0; i < sheet.decisions().size(); i++) {
            decision(pointer + "/decisions/" + i, sheet.decisions().get(i));
            rows += sheet.decisions().get(i).rows().size();
        }
        if (rows > MOST_ROWS) {
            errors.add(
                    pointer + "/decisions",
                    ProblemType.OUT_OF_RANGE,
                    "共 " + rows + " 行，最多 " + MOST_ROWS + " 行；请按事项或者问题拆分。");
        }
        length(pointer + "/notes", sheet.notes(), 200_000);
    }

    private void decision(String pointer, SheetDecision decision) {
        for (int i = 0; i < decision.rows().size(); i++) {
            SheetRow row = decision.rows().get(i);
            String at = pointer + "/rows/" + i;
            row.cells().forEach(cell -> length(at + "/cells", cell, LONGEST_CELL));
            row.outputs().forEach(cell -> length(at + "/outputs", cell, LONGEST_CELL));
            length(at + "/says", row.says(), LONGEST_EXPRESSION);
            if (row.cells().size() != decision.inputs().size()
                    || row.outputs().size() != decision.outputs().size()) {
                errors.add(
                        at,
                        ProblemType.OUT_OF_RANGE,
                        "第 " + row.id() + " 行有 " + row.cells().size() + " 个条件、"
                                + row.outputs().size() + " 个结果，表头是 "
                                + decision.inputs().size() + " 个、"
                                + decision.outputs().size() + " 个；请补齐或者删去。");
            }
        }
        if (decision.expression() != null) {
            length(pointer + "/expression", decision.expression(), LONGEST_EXPRESSION);
        }
        for (SheetEntry entry : decision.entries()) {
            length(pointer + "/entries/" + entry.name(), entry.expression(), LONGEST_EXPRESSION);
        }
    }

    private void cases(String pointer, String csv) {
        length(pointer, csv, LONGEST_CASES);
        if (csv.length() > LONGEST_CASES) {
            return;
        }
        try {
            CaseCsv.read(csv);
        } catch (IllegalArgumentException e) {
            errors.add(pointer, ProblemType.WRONG_TYPE, e.getMessage() + "。请改正这张案例表。");
        }
    }

    private void length(String pointer, String text, int most) {
        if (text.length() > most) {
            errors.add(pointer, ProblemType.OUT_OF_RANGE, "有 " + text.length() + " 个字符，最多 " + most + " 个；请缩短或者拆分。");
        }
    }
}
