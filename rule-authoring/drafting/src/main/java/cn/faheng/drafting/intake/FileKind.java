package cn.faheng.drafting.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is, by its name and by its first bytes; both must agree. */
enum FileKind {
    JSON,
    XLSX,
    XLS,
    DOCX,
    TEXT;

    private static final int LARGEST = 32 << 20;

    /** The kind of a file; refuses what is none of them, is hostile or is too large. */
    static FileKind of(SourceFile file) {
        if (file.bytes().length == 0) {
            throw new IntakeRefusedException("文件“" + file.name() + "”是空的。请重新选择文件。");
        }
        if (file.bytes().length > LARGEST) {
            throw new IntakeRefusedException("文件“" + file.name() + "”超过32MB。请只保留裁量基准后再导入。");
        }
        String extension = extension(file.name());
        return switch (extension) {
            case "json" -> text(file, JSON);
            case "csv", "tsv", "txt" -> text(file, TEXT);
            case "xlsx" -> office(file, "xl/workbook.xml", "Excel", XLSX);
            case "docx" -> office(file, "word/document.xml", "Word", DOCX);
            case "xls" -> old(file);
            case "xlsm", "xltm", "docm", "dotm", "xlsb", "xlam" ->
                throw new IntakeRefusedException("文件“" + file.name() + "”是带宏的格式，不予打开。请另存为.xlsx或者.docx后再导入。");
            case "doc", "wps", "et", "pdf" ->
                throw new IntakeRefusedException("不能读取." + extension + "文件。请另存为.docx或者.xlsx后再导入。");
            default ->
                throw new IntakeRefusedException(
                        "不认识的文件类型“" + file.name() + "”。可以导入.xlsx、.xls、.docx、.csv、.tsv和.json文件。");
        };
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean begins(SourceFile file, int... bytes) {
        if (file.bytes().length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file.bytes()[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZip(SourceFile file) {
        return begins(file, 'P', 'K', 3, 4);
    }

    private static boolean isOle(SourceFile file) {
        return begins(file, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static FileKind text(SourceFile file, FileKind kind) {
        if (isZip(file) || isOle(file) || begins(file, '%', 'P', 'D', 'F')) {
            throw wrong(file, "扩展名说它是文本，内容却不是文本");
        }
        return kind;
    }

    private static FileKind office(SourceFile file, String main, String program, FileKind kind) {
        if (isOle(file)) {
            throw Packages.holdsName(file.bytes(), "EncryptedPackage")
                    ? new IntakeRefusedException("文件“" + file.name() + "”有密码保护。请取消密码后再导入。")
                    : wrong(file, "它是旧格式的文件，扩展名却是新格式的");
        }
        if (!isZip(file)) {
            throw wrong(file, "内容不是" + program + "文件");
        }
        Set<String> parts = Packages.check(file);
        if (!parts.contains(main)) {
            throw wrong(file, "内容不是" + program + "文件");
        }
        return kind;
    }

    private static FileKind old(SourceFile file) {
        if (isZip(file)) {
            throw wrong(file, "它是新格式的文件，扩展名却是.xls");
        }
        if (!isOle(file)) {
            String head = new String(file.bytes(), 0, Math.min(200, file.bytes().length), StandardCharsets.ISO_8859_1);
            throw head.toLowerCase(Locale.ROOT).contains("<")
                    ? wrong(file, "它其实是网页，不是Excel文件")
                    : wrong(file, "内容不是Excel文件");
        }
        if (Packages.holdsName(file.bytes(), "_VBA_PROJECT")) {
            throw new IntakeRefusedException("文件“" + file.name() + "”含有宏。请另存为不带宏的.xlsx后再导入。");
        }
        if (Packages.holdsName(file.bytes(), "EncryptedPackage")) {
            throw new IntakeRefusedException("文件“" + file.name() + "”有密码保护。请取消密码后再导入。");
        }
        return XLS;
    }

    private static IntakeRefusedException wrong(SourceFile file, String why) {
        return new IntakeRefusedException("文件“" + file.name() + "”的类型不对：" + why + "。请用原来的程序另存为正确的格式后再导入。");
    }
}
