package cn.faheng.drafting.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.util.CellReference;

/** Reads CSV, and what is pasted from a spreadsheet (tabs between the cells). */
final class Delimited {

    private Delimited() {}

    static List<Grid> read(SourceFile file) {
        String text = text(file);
        if (text.indexOf('\0') >= 0) {
            throw new IntakeRefusedException("文件“" + file.name() + "”不是文本。请另存为CSV（UTF-8）后再导入。");
        }
        boolean tabs = text.lines().limit(20).anyMatch(line -> line.indexOf('\t') >= 0);
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(tabs ? '\t' : ',').get();
        Grid grid = new Grid(file.name());
        try (CSVParser parser = format.parse(new StringReader(text))) {
            int row = 0;
            for (CSVRecord line : parser) {
                if (row >= Packages.MOST_ROWS || line.size() > Packages.MOST_COLUMNS) {
                    throw new IntakeRefusedException("文件“" + file.name() + "”超过" + Packages.MOST_ROWS + "行或者"
                            + Packages.MOST_COLUMNS + "列。请分开后再导入。");
                }
                for (int c = 0; c < line.size(); c++) {
                    String words = line.get(c);
                    if (!words.isBlank()) {
                        grid.put(new Grid.Cell(row, c, 1, 1, new CellReference(row, c).formatAsString(), words, null));
                    }
                }
                row++;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new IntakeRefusedException("文件“" + file.name() + "”不是完整的CSV，引号没有配对。请重新保存后再导入。", e);
        }
        return List.of(grid);
    }

    private static String text(SourceFile file) {
        try {
            String text = decode(file.bytes(), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            try {
                return decode(file.bytes(), Charset.forName("GB18030"));
            } catch (CharacterCodingException f) {
                throw new IntakeRefusedException("文件“" + file.name() + "”的编码既不是UTF-8也不是GB18030。请另存为UTF-8后再导入。", f);
            }
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
