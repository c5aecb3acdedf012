package cn.faheng.drafting.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.legal.ProvisionPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("读 Word 文件：文字、自动编号、修订、表格；有害的拒绝")
class WordTextTest {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final LawMetadata STATED =
            new LawMetadata("某某办法", null, null, LocalDate.of(2024, 1, 1), null, null, null, null);

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String document(String body) {
        return "<?xml version=\"1.0\"?><w:document " + W + "><w:body>" + body + "</w:body></w:document>";
    }

    private static String p(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static LawText read(byte[] content) {
        return LawTextReader.read(new LawFile("a.docx", null, content), STATED);
    }

    private static String refusal(byte[] content) {
        try {
            read(content);
        } catch (RefusedLawException e) {
            return e.code();
        }
        return "not refused";
    }

    @Test
    @DisplayName("真实的 Word 文件（由办公库写出）：段落和表格")
    void readsAWordFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            for (String line : new String[] {"某某办法", "第一章　总则", "第一条　为了规范，制定本办法。", "第二条　有下列情形的：", "（一）占道；"}) {
                word.createParagraph().createRun().setText(line);
            }
            XWPFTable table = word.createTable(1, 2);
            table.getRow(0).getCell(0).setText("车型");
            table.getRow(0).getCell(1).setText("五十元");
            word.write(out);
        }

        LawText text = read(out.toByteArray());

        assertThat(text.instrument().words(ProvisionPath.parse("2//1"))).hasValue("（一）占道；");
        assertThat(text.instrument().words(ProvisionPath.parse("2")).orElseThrow())
                .contains("车型 | 五十元");
        assertThat(text.headings()).hasSize(1);
    }

    @Test
    @DisplayName("条号由 Word 自动编的，还原出来；修订按接受读")
    void restoresNumbers() throws IOException {
        String numbering = "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"1\">"
                + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1条\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
        String styles = "<w:styles " + W
                + "><w:style w:styleId=\"tiao\"><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style></w:styles>";
        String item = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "word/document.xml",
                document(p("<w:pStyle w:val=\"tiao\"/>", "甲。")
                        + p("<w:pStyle w:val=\"tiao\"/>", "有下列情形的：") + p(item, "占道；") + p(item, "堵门。")
                        + "<w:p><w:pPr><w:pStyle w:val=\"tiao\"/></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>新的一条。</w:t></w:r></w:ins></w:p>"));
        parts.put("word/numbering.xml", numbering);
        parts.put("word/styles.xml", styles);

        LawText text = read(zip(parts));

        assertThat(text.instrument().articles().keySet()).containsExactly("1", "2", "3");
        assertThat(text.instrument().words(ProvisionPath.parse("2//2"))).hasValue("（二）堵门。");
        assertThat(text.instrument().words(ProvisionPath.parse("3"))).hasValue("新的一条。");
        assertThat(text.remarks()).anyMatch(r -> r.says().contains("修订"));
    }

    @Test
    @DisplayName("压缩炸弹、外部实体、宏、加密、旧版、损坏：各说各的原因，不读")
    @Timeout(20)
    void refusesHostileFiles() throws IOException {
        assertThat(refusal(zip(Map.of("word/document.xml", document(p("", "　".repeat(40_000_000)))))))
                .isEqualTo("too-large");
        assertThat(refusal(zip(Map.of(
                        "word/document.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + document(p("", "第一条　&x;"))))))
                .isIn("external-entities", "broken");
        Map<String, String> macros = new LinkedHashMap<>();
        macros.put("word/vbaProject.bin", "x");
        macros.put("word/document.xml", document(p("", "第一条　甲。")));
        assertThat(refusal(zip(macros))).isEqualTo("macros");
        byte[] ole = new byte[2000];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(head, 0, ole, 0, 4);
        assertThat(refusal(ole)).isEqualTo("old-word");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 512, name.length);
        assertThat(refusal(ole)).isEqualTo("encrypted");
        assertThat(refusal(new byte[] {0x50, 0x4B, 3, 4, 1, 2, 3})).isIn("broken", "not-word");
        assertThat(refusal(zip(Map.of("xl/workbook.xml", "<a/>")))).isEqualTo("not-word");
    }
}
