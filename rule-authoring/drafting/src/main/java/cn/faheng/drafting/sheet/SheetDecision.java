package cn.faheng.drafting.sheet;

import cn.faheng.drafting.sheet.Sheet.SheetSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a sheet: a table, an expression, or a context of named expressions. Cells and expressions are FEEL.
 *
 * @param name name of the decision
 * @param title what it decides, in Chinese, or null
 * @param form table, expression or context
 * @param hitPolicy hit policy of a table: UNIQUE, ANY, FIRST, …
 * @param inputs facts or decisions in the columns of a table
 * @param outputs output columns of a table; one empty name where it has a single output
 * @param rows rows of a table
 * @param expression the expression, or null
 * @param entries the entries of a context
 */
public record SheetDecision(
        String name,
        @Nullable String title,
        Form form,
        String hitPolicy,
        List<String> inputs,
        List<String> outputs,
        List<SheetRow> rows,
        @Nullable String expression,
        List<SheetEntry> entries) {

    public SheetDecision {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
    }

    /** What a decision is made of. */
    public enum Form {
        TABLE,
        EXPRESSION,
        CONTEXT
    }

    /** The same with other rows. */
    public SheetDecision withRows(List<SheetRow> others) {
        return new SheetDecision(name, title, form, hitPolicy, inputs, outputs, others, expression, entries);
    }

    /** The same with another expression and other entries. */
    public SheetDecision withExpression(@Nullable String text, List<SheetEntry> others) {
        return new SheetDecision(name, title, form, hitPolicy, inputs, outputs, rows, text, others);
    }

    /** A table. */
    public static SheetDecision table(
            String name, @Nullable String title, List<String> inputs, List<String> outputs, List<SheetRow> rows) {
        return new SheetDecision(name, title, Form.TABLE, "UNIQUE", inputs, outputs, rows, null, List.of());
    }

    /** An expression. */
    public static SheetDecision expression(String name, @Nullable String title, String expression) {
        return new SheetDecision(
                name, title, Form.EXPRESSION, "", List.of(), List.of(), List.of(), expression, List.of());
    }

    /** A context. */
    public static SheetDecision context(String name, @Nullable String title, List<SheetEntry> entries) {
        return new SheetDecision(name, title, Form.CONTEXT, "", List.of(), List.of(), List.of(), null, entries);
    }

    /**
     * A row of a table.
     *
     * @param id rule id, unique in the sheet
     * @param cells one input cell for each input, FEEL unary tests
     * @param outputs one output cell for each output, FEEL
     * @param says the sentence of the source that this row encodes
     * @param cites who says so
     * @param comment a remark of the people who edit it, or null; not part of the published rule set
     */
    public record SheetRow(
            String id,
            List<String> cells,
            List<String> outputs,
            String says,
            List<SheetCitation> cites,
            @Nullable String comment) {
        public SheetRow {
            cells = List.copyOf(cells);
            outputs = List.copyOf(outputs);
            cites = List.copyOf(cites);
        }
    }

    /**
     * A citation of a row: the published source, a place in the first basis, or a place in a named law.
     *
     * @param source true where the published document itself is cited; the others are null then
     * @param law title of the instrument, or null for that of the first basis
     * @param version first day in force of the version, or null with {@code law}
     * @param at the place, or null where the source is cited
     * @param document a published document other than the source that is no instrument of the library, or null
     */
    public record SheetCitation(
            boolean source,
            @Nullable String law,
            @Nullable LocalDate version,
            @Nullable String at,
            @Nullable SheetSource document) {
        public SheetCitation(boolean source, @Nullable String law, @Nullable LocalDate version, @Nullable String at) {
            this(source, law, version, at, null);
        }

        /** The published document. */
        public static SheetCitation ofSource() {
            return new SheetCitation(true, null, null, null);
        }

        /** A place in the law of the first basis. */
        public static SheetCitation at(String at) {
            return new SheetCitation(false, null, null, at);
        }

        /** A place in a named law. */
        public static SheetCitation of(String law, LocalDate version, String at) {
            return new SheetCitation(false, law, version, at);
        }

        /** A published document other than the source. */
        public static SheetCitation ofDocument(SheetSource document) {
            return new SheetCitation(false, null, null, null, document);
        }
    }

    /** An entry of a context. */
    public record SheetEntry(String name, String expression) {}
}
