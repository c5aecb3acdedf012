package cn.faheng.drafting.intake;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What the tests of this package share. */
final class Samples {

    static final RuleBase BASE = RuleBase.bundled();
    static final IntakeContext CONTEXT = new IntakeContext(BASE, BASE.law());

    private Samples() {}

    static SourceFile json() {
        try (InputStream in = Samples.class.getResourceAsStream("sample.json")) {
            return new SourceFile(
                    "sample.json", java.util.Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportedItem item(IntakeResult result, String id) {
        return result.items().stream()
                .filter(i -> i.sourceId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A worksheet; a cell that is null stays away, and a text that begins with = is a formula. */
    static byte[] xlsx(@Nullable String[][] rows, int[]... merged) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("裁量表");
            for (int r = 0; r < rows.length; r++) {
                XSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    String text = rows[r][c];
                    if (text != null && text.startsWith("=")) {
                        row.createCell(c).setCellFormula(text.substring(1));
                    } else if (text != null) {
                        row.createCell(c).setCellValue(text);
                    }
                }
            }
            for (int[] m : merged) {
                sheet.addMergedRegion(new CellRangeAddress(m[0], m[1], m[2], m[3]));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A law library that holds what a draft quotes: the law has been loaded since. */
    static LawLibrary holding(DraftContent content) {
        return new LawLibrary(content.laws().stream()
                .map(law -> new LegalInstrument(
                        law.title(), law.level(), law.effective(), law.source(), "exact from source", law.articles()))
                .toList());
    }
}
