package cn.faheng.drafting.export;

import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetBasis;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import cn.faheng.drafting.sheet.Sheet.SheetSource;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.Form;
import cn.faheng.drafting.sheet.SheetDecision.SheetEntry;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.rules.legal.ProvisionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sheet as the lines of the table that people see. The first cell of every line says what the line is. */
public record VisibleTable(List<Line> lines) {

    /** Header of the column of row ids. */
    public static final String ROW = "行号";

    /** Beginning of the first cell of a line that holds an expression. */
    public static final String EXPRESSION = "计算：";

    /** Labels of the lines above the table. */
    public static final String CODE = "事项编码";

    public static final String VIOLATION = "违法行为";
    public static final String FIELD = "执法领域";
    public static final String BASIS = "处罚依据";
    public static final String AUTHORITY = "发布机关";
    public static final String JURISDICTION = "适用地区（代码）";
    public static final String FROM = "施行日期";
    public static final String UNTIL = "有效期至";
    public static final String NUMBER = "文号";

    private static final String OPEN = "未规定";

    public VisibleTable {
        lines = List.copyOf(lines);
    }

    /** Sorts of lines. */
    public enum Kind {
        TITLE,
        ATTRIBUTE,
        HEADER,
        ROW,
        EXPRESSION
    }

    /**
     * A line.
     *
     * @param kind what sort it is
     * @param decision the decision it belongs to, or empty
     * @param cells its cells
     */
    public record Line(Kind kind, String decision, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** What the line is known by: its first cell. */
        public String key() {
            return cells.get(0);
        }
    }

    public static VisibleTable of(Sheet sheet) {
        List<Line> lines = new ArrayList<>();
        SheetSource source = sheet.source();
        lines.add(new Line(Kind.TITLE, "", List.of(source == null ? "法定幅度" : source.document())));
        attributes(sheet, source, lines);
        for (SheetDecision decision : sheet.decisions()) {
            if (decision.form() == Form.TABLE) {
                table(decision, sheet, lines);
            }
        }
        for (SheetDecision decision : sheet.decisions()) {
            String name = decision.name();
            String expression = decision.expression();
            if (expression != null) {
                lines.add(expression(name, name, expression));
            }
            for (SheetEntry entry : decision.entries()) {
                lines.add(expression(name, name + "." + entry.name(), entry.expression()));
            }
        }
        return new VisibleTable(lines);
    }

    private static Line expression(String decision, String name, String expression) {
        return new Line(Kind.EXPRESSION, decision, List.of(EXPRESSION + name, expression));
    }

    private static void attributes(Sheet sheet, @Nullable SheetSource source, List<Line> lines) {
        SheetItem item = sheet.item();
        if (item != null) {
            attribute(lines, CODE, item.code());
            attribute(lines, VIOLATION, item.name());
            attribute(lines, FIELD, item.field());
        }
        attribute(lines, BASIS, sheet.basis().stream().map(VisibleTable::basis).collect(Collectors.joining("；")));
        attribute(lines, AUTHORITY, sheet.authority());
        attribute(lines, JURISDICTION, sheet.jurisdiction());
        attribute(lines, FROM, sheet.effectiveFrom().toString());
        attribute(lines, UNTIL, sheet.effectiveTo() == null ? OPEN : String.valueOf(sheet.effectiveTo()));
        if (source != null) {
            attribute(lines, NUMBER, source.number());
        }
    }

    private static void attribute(List<Line> lines, String label, String words) {
        lines.add(new Line(Kind.ATTRIBUTE, "", List.of(label, words)));
    }

    private static String basis(SheetBasis basis) {
        String place;
        try {
            place = ProvisionPath.parse(basis.at()).chinese();
        } catch (IllegalArgumentException e) {
            place = basis.at();
        }
        return "《" + basis.law() + "》" + place;
    }

    /** Whether the words of {@link #UNTIL} say that no end is set. */
    public static boolean isOpenEnd(String words) {
        return words.equals(OPEN) || words.isBlank();
    }

    private static void table(SheetDecision decision, Sheet sheet, List<Line> lines) {
        List<VisibleColumn> columns = VisibleColumn.of(decision, sheet);
        List<String> header = new ArrayList<>(List.of(ROW));
        columns.forEach(column -> header.add(column.header()));
        lines.add(new Line(Kind.HEADER, decision.name(), header));
        for (SheetRow row : decision.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.id()));
            columns.forEach(column -> cells.add(column.text(row)));
            lines.add(new Line(Kind.ROW, decision.name(), cells));
        }
    }
}
