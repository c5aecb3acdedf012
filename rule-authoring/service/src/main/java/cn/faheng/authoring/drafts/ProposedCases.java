package cn.faheng.authoring.drafts;

import cn.faheng.drafting.cases.BoundaryCases;
import cn.faheng.drafting.cases.CaseCsv;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.engine.evaluation.InvalidModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cases that nobody has confirmed yet: what they expect is what the draft itself answers. Their titles say so; saving the table of cases
 * confirms them, and until then they are not published.
 */
public final class ProposedCases {

    private static final String MARK = "待确认：";

    private ProposedCases() {}

    /**
     * A content with cases proposed.
     *
     * @param content the content
     * @param problem why none could be made, in Chinese, or null
     */
    public record Proposal(DraftContent content, @Nullable String problem) {}

    /** The content with one case for every row and boundary of the statute it brings along, where it brings no cases of it. */
    public static Proposal ofStatute(DraftContent content) {
        Sheet statute = content.statute();
        String known = content.statuteCases();
        if (statute == null || (known != null && !CaseCsv.read(known).rows().isEmpty())) {
            return new Proposal(content, null);
        }
        try {
            String cases = marked(BoundaryCases.complete(statute, known == null ? "" : known));
            return new Proposal(
                    new DraftContent(
                            content.sheet(), statute, content.laws(), content.cases(), cases, content.questions()),
                    null);
        } catch (IllegalArgumentException | InvalidModelException e) {
            return new Proposal(content, "法定幅度的用例没有生成：" + e.getMessage());
        }
    }

    /** The cases that somebody has confirmed. */
    public static String confirmed(String csv) {
        CaseCsv table = CaseCsv.read(csv);
        int title = table.columns().indexOf("title");
        if (title < 0 || table.rows().stream().noneMatch(row -> isMarked(row, title))) {
            return csv;
        }
        return new CaseCsv(
                        table.columns(),
                        table.rows().stream()
                                .filter(row -> !isMarked(row, title))
                                .toList())
                .write();
    }

    /** All cases, none of them a proposal any more. */
    public static String confirm(String csv) {
        return titled(csv, title -> title.startsWith(MARK) ? title.substring(MARK.length()) : title);
    }

    private static String marked(String csv) {
        return titled(csv, title -> MARK + title);
    }

    private static boolean isMarked(List<String> row, int title) {
        return row.get(title).startsWith(MARK);
    }

    private static String titled(String csv, UnaryOperator<String> changed) {
        CaseCsv table = CaseCsv.read(csv);
        int title = table.columns().indexOf("title");
        if (title < 0) {
            return csv;
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<String> cells = new ArrayList<>(row);
            cells.set(title, changed.apply(row.get(title)));
            rows.add(cells);
        }
        return new CaseCsv(table.columns(), rows).write();
    }
}
