package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.ContentCheck;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.intake.ImportedItem;
import cn.faheng.drafting.intake.ImportedItem.Status;
import cn.faheng.drafting.intake.IntakeRefusedException;
import cn.faheng.drafting.intake.IntakeResult;
import cn.faheng.drafting.intake.SourceFile;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A draft that was exported as JSON: it comes back as it went, with its statute, law and cases. */
final class ExportedDraft {

    private ExportedDraft() {}

    /** What the file holds, or empty where it is no exported draft. */
    static Optional<IntakeResult> read(SourceFile file) {
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Optional.empty();
        }
        try {
            JsonNode root = DraftJson.MAPPER.readTree(file.bytes());
            return root.has("sheet") && root.has("cases") ? Optional.of(result(root)) : Optional.empty();
        } catch (JacksonException e) {
            // The intake says what is wrong with it.
            return Optional.empty();
        }
    }

    private static IntakeResult result(JsonNode root) {
        DraftContent content;
        try {
            content = DraftJson.MAPPER.treeToValue(root, DraftContent.class);
        } catch (JacksonException e) {
            throw new IntakeRefusedException("文件像是导出的草案，但字段与草案的格式不符；请用导出的原文件，或者改用 Excel。", e);
        }
        ContentCheck.check(content, null);
        SheetItem item = content.sheet().item();
        boolean open = content.questions().stream().anyMatch(OpenQuestion::isOpen);
        ImportedItem imported = new ImportedItem(
                item == null ? "" : item.code(),
                item == null ? "总则" : item.name(),
                content,
                open ? Status.OPEN_QUESTIONS : Status.FULL,
                List.of());
        return new IntakeResult(List.of(imported), List.of(), List.of("导出的草案，内容按原样取回"));
    }
}
