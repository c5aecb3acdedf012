package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.export.ExportedSheet;
import cn.faheng.drafting.export.SheetData;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.Sheet.SheetItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** Reads back a file that was exported; edits in its visible tables count. */
final class ExportedIntake {

    private ExportedIntake() {}

    /** The sheets that travel along in an Excel file, or empty. */
    static Optional<List<ExportedSheet>> ofWorkbook(List<Grid> grids) {
        return grids.stream()
                .filter(g -> g.name().equals(SheetData.WORKSHEET + Spreadsheets.HIDDEN))
                .findFirst()
                .flatMap(g -> {
                    StringBuilder json = new StringBuilder();
                    for (int r = 0; r < g.rows(); r++) {
                        g.at(r, 0).ifPresent(c -> json.append(c.text()));
                    }
                    return SheetData.read(json.toString());
                });
    }

    /** The sheets that travel along in a Word file, or empty. The package was checked before. */
    static Optional<List<ExportedSheet>> ofDocument(SourceFile file) {
        String wanted = SheetData.PART.substring(1);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(wanted)) {
                    ByteArrayOutputStream part = new ByteArrayOutputStream();
                    zip.transferTo(part);
                    return decoded(part.toString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<List<ExportedSheet>> decoded(String xml) {
        int from = xml.indexOf('>', xml.indexOf("<sheets") + 1);
        int to = xml.indexOf("</sheets>");
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            byte[] json =
                    Base64.getMimeDecoder().decode(xml.substring(from + 1, to).strip());
            return SheetData.read(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A single sheet as the export writes it in JSON. */
    static IntakeResult ofJson(SourceFile file, JsonNode root) {
        Sheet sheet = SheetData.sheet(root)
                .orElseThrow(() -> new IntakeRefusedException("文件“" + file.name() + "”不是完整的规则表JSON。请重新导出后再导入。"));
        List<PreviewCell> cells = new ArrayList<>();
        leaves("", root, cells);
        ImportedItem item = item(sheet, header(sheet), new Questions(), cells);
        return new IntakeResult(List.of(item), cells, List.of("共1个事项"));
    }

    private static void leaves(String pointer, JsonNode node, List<PreviewCell> cells) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(pointer + "/" + i, node.get(i), cells);
            }
        } else if (node.isObject()) {
            node.properties().forEach(e -> leaves(pointer + "/" + e.getKey(), e.getValue(), cells));
        } else {
            String words = JsonIntake.scalar(node);
            if (!words.isEmpty()) {
                cells.add(new PreviewCell(
                        "规则表", cells.size() + 1, 1, pointer, words, words, "规则表", PreviewCell.Status.UNDERSTOOD, null));
            }
        }
    }

    private static ImportedItem item(Sheet sheet, String cases, Questions questions, List<PreviewCell> cells) {
        SheetItem item = sheet.item();
        String code = item == null ? String.valueOf(sheet.hook()) : item.code();
        DraftContent content = new DraftContent(sheet, null, List.of(), cases, null, questions.all());
        return new ImportedItem(
                code,
                item == null ? code : item.name(),
                content,
                content.questions().isEmpty() ? ImportedItem.Status.FULL : ImportedItem.Status.OPEN_QUESTIONS,
                cells);
    }

    /** The sheets with the edits of the tables, which stand in the same order. */
    static IntakeResult read(List<ExportedSheet> sheets, List<Grid> grids) {
        List<Grid> tables = grids.stream()
                .filter(g ->
                        !g.name().endsWith(Spreadsheets.HIDDEN) && !g.name().equals(Documents.TEXT))
                .filter(g -> !EditedCases.isCases(g))
                .toList();
        EditedCases cases = new EditedCases(sheets, grids);
        List<ImportedItem> items = new ArrayList<>();
        List<PreviewCell> cells = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            if (i >= tables.size()) {
                remarks.add("第" + (i + 1) + "个事项的表已从文件中删去，没有导入");
                continue;
            }
            EditedTable edited = new EditedTable(sheets.get(i).sheet(), tables.get(i));
            String csv = cases.of(i, edited.questions(), remarks);
            ImportedItem item = item(
                    edited.sheet(), csv.isBlank() ? header(edited.sheet()) : csv, edited.questions(), edited.cells());
            items.add(item);
            cells.addAll(edited.cells());
            edited.changes().forEach(change -> remarks.add(item.sourceId() + "：" + change));
        }
        for (Grid grid : grids) {
            if (!tables.contains(grid) || tables.indexOf(grid) >= sheets.size()) {
                for (Grid.Cell cell : grid.filled()) {
                    boolean data = grid.name().startsWith(SheetData.WORKSHEET) || EditedCases.isCases(grid);
                    cells.add(new PreviewCell(
                            grid.name(),
                            cell.row() + 1,
                            cell.column() + 1,
                            cell.address(),
                            Words.shortened(cell.text(), 80),
                            EditedCases.isCases(grid) ? Words.shortened(cell.text(), 80) : "",
                            EditedCases.isCases(grid) ? "案例" : data ? "随表数据" : "未用",
                            data ? PreviewCell.Status.UNDERSTOOD : PreviewCell.Status.IGNORED,
                            data ? null : "导出的文件中没有这一部分"));
                }
            }
        }
        return new IntakeResult(items, cells, remarks);
    }

    /** A table of cases without any. */
    static String header(Sheet sheet) {
        List<String> header = new ArrayList<>(List.of("id", "title"));
        sheet.facts().forEach(f -> header.add(f.name()));
        return Csv.write(List.of(header));
    }
}
