package cn.faheng.casework.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读 Excel：小心打开，逐格说明")
class WorkbookReaderTest {

    @Test
    @DisplayName("日期读成日期，整数不带小数，公式和失真的长号码指明问题，空行跳过、行号不变")
    void cells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            Row row = book.createSheet().createRow(2);
            row.createCell(0).setCellValue(LocalDate.of(2026, 2, 3));
            row.getCell(0).setCellStyle(date);
            row.createCell(1).setCellValue(370811);
            row.createCell(2).setCellFormula("1+1");
            row.createCell(3).setCellValue(3.708111990030701e17);
            row.createCell(5).setCellValue("'=x");
            book.write(out);
        }
        List<Line> lines = WorkbookReader.read("a.xlsx", out.toByteArray());
        assertThat(lines).hasSize(1);
        Line line = lines.get(0);
        assertThat(line.number()).isEqualTo(3);
        assertThat(line.cell(0).text()).isEqualTo("2026-02-03");
        assertThat(line.cell(1).text()).isEqualTo("370811");
        assertThat(line.cell(2).problem()).contains("公式");
        assertThat(line.cell(3).problem()).contains("失真");
        assertThat(line.cell(4).text()).isEmpty();
        assertThat(line.cell(5).text()).isEqualTo("=x");
    }

    @Test
    @DisplayName("压缩炸弹、带宏的、缺部件的、不是表格的，不打开")
    void hostileFiles() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[120 << 20]);
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsx", bomb)).hasMessageContaining("压缩炸弹");
        byte[] macro = zip("xl/vbaProject.bin", new byte[10]);
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsx", macro)).hasMessageContaining("宏");
        byte[] outside = zip("../x.xml", new byte[10]);
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsx", outside)).hasMessageContaining("已损坏");
        byte[] partial = zip("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsx", partial)).hasMessageContaining("已损坏");
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsm", partial)).hasMessageContaining("不能读取");
        assertThatThrownBy(() -> WorkbookReader.read("a.xlsx", new byte[0])).hasMessageContaining("空的");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
