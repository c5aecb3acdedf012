package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.intake.ImportedItem.Status;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a published benchmark from a file. A pure function of the file and the rule base. */
public final class Intake {

    private Intake() {}

    /**
     * Reads a file: JSON, Excel (.xlsx, .xls), Word (.docx), or CSV and TSV as pasted from a spreadsheet.
     *
     * @throws IntakeRefusedException when the file is broken, hostile, or no file of these kinds; the message says why in Chinese
     */
    public static IntakeResult read(SourceFile file, IntakeContext context) {
        return switch (FileKind.of(file)) {
            case JSON -> json(file, context);
            case XLSX -> workbook(file, context);
            case XLS -> tables(Spreadsheets.read(file, true), file, context);
            case DOCX -> document(file, context);
            case TEXT -> tables(Delimited.read(file), file, context);
        };
    }

    private static IntakeResult workbook(SourceFile file, IntakeContext context) {
        List<Grid> grids = Spreadsheets.read(file, false);
        return ExportedIntake.ofWorkbook(grids)
                .map(sheets -> ExportedIntake.read(sheets, grids))
                .orElseGet(() -> tables(grids, file, context));
    }

    private static IntakeResult document(SourceFile file, IntakeContext context) {
        List<Grid> grids = Documents.read(file);
        return ExportedIntake.ofDocument(file)
                .map(sheets -> ExportedIntake.read(sheets, grids))
                .orElseGet(() -> tables(grids, file, context));
    }

    private static IntakeResult tables(List<Grid> grids, SourceFile file, IntakeContext context) {
        return TableIntake.read(grids, file, context);
    }

    private static IntakeResult json(SourceFile file, IntakeContext context) {
        JsonNode root = Json.read(file);
        if (root.has("decisions") && root.has("facts")) {
            return ExportedIntake.ofJson(file, root);
        }
        List<ImportedItem> items = new ArrayList<>();
        List<PreviewCell> cells = new ArrayList<>(JsonPreview.around(root));
        for (JsonIntake.Found found : new JsonIntake(root).items()) {
            SourceItem item = found.item();
            List<TierOutcome> outcomes = ItemDraft.outcomes(item, true);
            DraftContent content = new ItemDraft(item, context).content(outcomes);
            List<PreviewCell> own =
                    new JsonPreview(item, outcomes, content.questions()).cells(found.pointer(), found.node());
            items.add(imported(item, content, own));
            cells.addAll(own);
        }
        return new IntakeResult(items, cells, List.of("共" + items.size() + "个事项"));
    }

    static ImportedItem imported(SourceItem item, DraftContent content, List<PreviewCell> cells) {
        boolean open = content.questions().stream().anyMatch(DraftContent.OpenQuestion::isOpen);
        return new ImportedItem(item.id(), item.title(), content, open ? Status.OPEN_QUESTIONS : Status.FULL, cells);
    }
}
