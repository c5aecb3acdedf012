package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HostileFilesTest {

    private static final byte[] GOOD =
            Samples.xlsx(new String[][] {{"情形", "处罚标准"}, {"初次", "处50元罚款"}, {"再次", "处100元罚款"}});

    private static void refused(String name, byte[] bytes, String reason) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(
                        () -> Intake.read(new SourceFile(name, bytes), Samples.CONTEXT))
                .isInstanceOf(IntakeRefusedException.class)
                .hasMessageContaining(reason));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        return zip(Deflater.DEFAULT_COMPRESSION, namesAndTexts);
    }

    private static byte[] zip(int level, String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A workbook with one more part. */
    private static byte[] workbook(String part, String text) throws IOException {
        return zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", part, text);
    }

    /** A package whose parts are given other names and texts; a part is added under a name that is not there yet. */
    private static byte[] changed(byte[] bytes, UnaryOperator<String> names, Map<String, UnaryOperator<String>> texts)
            throws IOException {
        List<String> parts = new ArrayList<>();
        Set<String> left = new TreeSet<>(texts.keySet());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.add(names.apply(entry.getName()));
                parts.add(texts.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(text));
                left.remove(entry.getName());
            }
        }
        for (String name : left) {
            parts.add(name);
            parts.add(texts.getOrDefault(name, UnaryOperator.identity()).apply(""));
        }
        return zip(Deflater.NO_COMPRESSION, parts.toArray(String[]::new));
    }

    private static String binaries(String types) {
        return types.replace(
                "</Types>", "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/></Types>");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("正常的小文件可以导入")
    void goodFile() {
        assertThat(Intake.read(new SourceFile("好.xlsx", GOOD), Samples.CONTEXT).items())
                .hasSize(1);
    }

    @Test
    @DisplayName("压缩炸弹、部件过多")
    void bombs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("<Types/>"));
            zip.putNextEntry(new ZipEntry("xl/media/a.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        refused("炸弹.xlsx", out.toByteArray(), "压缩炸弹");
        String[] many = new String[6000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "a" + i;
            many[i + 1] = "";
        }
        refused("多.xlsx", zip(many), "部件过多");
    }

    @Test
    @DisplayName("文档类型声明与外部实体")
    void externalEntities() throws IOException {
        String part = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>";
        refused("实体.xlsx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", part), "外部实体");
        refused("实体.docx", zip("[Content_Types].xml", "<Types/>", "word/document.xml", part), "外部实体");
    }

    @Test
    @DisplayName("宏：扩展名、部件、内容类型")
    void macros() throws IOException {
        refused("宏.xlsm", GOOD, "带宏");
        refused("宏.docm", GOOD, "带宏");
        refused(
                "宏.xlsx",
                zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", "xl/vbaProject.bin", "x"),
                "含有宏");
        refused(
                "宏.xlsx",
                zip(
                        "[Content_Types].xml",
                        "<Types><Override"
                                + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
                "带宏");
    }

    @Test
    @DisplayName("十万行、五百列、声称在最末行的单元格")
    void tooLarge() throws IOException {
        StringBuilder rows = new StringBuilder("<worksheet><sheetData>");
        for (int r = 1; r <= 100_000; r++) {
            rows.append("<row r=\"").append(r).append("\"/>");
        }
        String[] start = {"[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml"};
        refused(
                "行.xlsx",
                zip(start[0], start[1], start[2], start[3], start[4], rows + "</sheetData></worksheet>"),
                "行");
        refused(
                "列.xlsx",
                zip(
                        start[0],
                        start[1],
                        start[2],
                        start[3],
                        start[4],
                        "<worksheet><row r=\"1\"><c r=\"SF1\"/></row></worksheet>"),
                "列");
        refused(
                "末.xlsx",
                zip(start[0], start[1], start[2], start[3], start[4], "<worksheet><row r=\"1048576\"/></worksheet>"),
                "行");
        refused("行.csv", utf8("a,b\n".repeat(100_000)), "行");
        refused("列.csv", utf8("x,".repeat(600)), "列");
    }

    @Test
    @DisplayName("工作表放在别处、用别的扩展名：同样打开，同样计数")
    void worksheetsElsewhere() throws IOException {
        byte[] moved = changed(
                GOOD,
                name -> name.equals("xl/worksheets/sheet1.xml") ? "xl/s/1.bin" : name,
                Map.of(
                        "[Content_Types].xml",
                        types -> types.replace("/xl/worksheets/sheet1.xml", "/xl/s/1.bin"),
                        "xl/_rels/workbook.xml.rels",
                        rels -> rels.replace("worksheets/sheet1.xml", "s/1.bin")));
        assertThat(Intake.read(new SourceFile("别处.xlsx", moved), Samples.CONTEXT)
                        .items())
                .hasSize(1);

        String last = "<worksheet><row r=\"1048576\"/></worksheet>";
        refused("别处.xlsx", workbook("xl/s/1.xml", last), "行");
        refused("别处.xlsx", workbook("xl/s/1.bin", last), "行");
        refused("空白.xlsx", workbook("xl/s/1.bin", " ".repeat(10_000) + last), "行");
        refused("无号.xlsx", workbook("xl/s/1.bin", "<worksheet>" + "<row/>".repeat(20_001) + "</worksheet>"), "行");
        refused("格.xlsx", workbook("xl/s/1.bin", "<worksheet>" + "<c/>".repeat(400_001) + "</worksheet>"), "单元格超过");
        refused("声明.xlsx", workbook("xl/s/1.bin", "<!DOCTYPE worksheet [<!ENTITY e \"x\">]>" + last), "外部实体");
    }

    @Test
    @DisplayName("打印设置是带声明的plist、旧绘图不合XML规则的正常文件可以导入")
    void harmlessPartsThatAreNoXml() throws IOException {
        byte[] fromMac = changed(
                GOOD,
                UnaryOperator.identity(),
                Map.of(
                        "[Content_Types].xml",
                        HostileFilesTest::binaries,
                        "xl/printerSettings/printerSettings1.bin",
                        none -> "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
                                + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\"><plist/>",
                        "xl/drawings/vmlDrawing1.bin",
                        none -> "<xml><div>一<br>二</div></xml>"));
        assertThat(Intake.read(new SourceFile("好.xlsx", fromMac), Samples.CONTEXT)
                        .items())
                .hasSize(1);
    }

    @Test
    @DisplayName("合并过多、合并相互重叠、元素过多")
    void mergesAndElements() throws IOException {
        String merges = "<mergeCell ref=\"A1:B1\"/>".repeat(50_001);
        refused("并.xlsx", workbook("xl/worksheets/sheet1.xml", "<worksheet>" + merges + "</worksheet>"), "合并的单元格超过");
        String overlapping = "<mergeCells>" + "<mergeCell ref=\"A1:IV1000\"/>".repeat(4) + "</mergeCells>";
        byte[] covered = changed(
                GOOD,
                UnaryOperator.identity(),
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        sheet -> sheet.replace("</sheetData>", "</sheetData>" + overlapping)));
        refused("叠.xlsx", covered, "连同合并的");
        refused(
                "多.docx",
                zip(
                        Deflater.NO_COMPRESSION,
                        "[Content_Types].xml",
                        "<Types/>",
                        "word/document.xml",
                        "<d>" + "<p/>".repeat(OfficeXml.MOST_NODES) + "</d>"),
                "内部元素超过");
    }

    @Test
    @DisplayName("Word：合并几千行、几百列的表格")
    void wordTableOfOneCell() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createTable(1, 1);
            document.write(out);
        }
        String row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"250\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>";
        byte[] merged = changed(
                out.toByteArray(),
                UnaryOperator.identity(),
                Map.of("word/document.xml", text -> text.replace("</w:tbl>", row.repeat(4_000) + "</w:tbl>")));
        refused("并.docx", merged, "连同合并的");
    }

    @Test
    @DisplayName("加密、截断、类型与扩展名不符")
    void brokenOrOther() throws Exception {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (java.io.OutputStream out = encryptor.getDataStream(system)) {
                out.write(GOOD);
            }
            system.writeFilesystem(encrypted);
        }
        refused("密.xlsx", encrypted.toByteArray(), "密码");
        refused("断.xlsx", java.util.Arrays.copyOf(GOOD, GOOD.length / 2), "损坏");
        refused("假.xlsx", utf8("<html><table/></html>"), "类型不对");
        refused("假.xls", utf8("<html><table/></html>"), "网页");
        refused("假.docx", GOOD, "类型不对");
        refused("假.csv", GOOD, "类型不对");
        refused("文件.exe", GOOD, "不认识的文件类型");
        refused("旧.doc", GOOD, "另存为");
        refused("空.xlsx", new byte[0], "空的");
        refused("无表.xlsx", Samples.xlsx(new String[][] {{"你好", "世界"}}), "没有找到");
    }

    @Test
    @DisplayName("JSON：编码、嵌套、截断、重复的键、巨大的数")
    void json() {
        refused("编码.json", "[{\"id\":\"甲\"}]".getBytes(java.nio.charset.Charset.forName("GB18030")), "UTF-8");
        refused("深.json", utf8("[".repeat(100_000)), "嵌套");
        refused("断.json", utf8("{\"items\":[{\"id\":"), "JSON");
        refused("重.json", utf8("{\"items\":[],\"items\":[]}"), "JSON");
        refused("无.json", utf8("{\"a\":1}"), "没有找到裁量事项");
        refused("长.json", utf8("{\"tiers\":[{\"fine\":{\"min\":" + "9".repeat(5000) + "}}]}"), "限度");
        IntakeResult huge = Intake.read(
                new SourceFile(
                        "大.json",
                        utf8(
                                "{\"id\":\"A\",\"tiers\":[{\"name\":\"1\",\"condition\":\"x\",\"standard\":\"处1元罚款\",\"fine\":{\"min\":1e999999,\"max\":2}}]}")),
                Samples.CONTEXT);
        assertThat(huge.items()
                        .get(0)
                        .content()
                        .sheet()
                        .decisions()
                        .get(0)
                        .rows()
                        .get(0)
                        .outputs())
                .contains("\"person-decides\"");
    }

    @Test
    @DisplayName("CSV的编码既不是UTF-8也不是GB18030")
    void csvEncoding() {
        refused("乱.csv", new byte[] {(byte) 0xFF, (byte) 0xFF, 0x20, (byte) 0x80}, "编码");
    }
}
