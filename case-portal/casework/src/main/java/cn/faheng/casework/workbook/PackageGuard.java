package cn.faheng.casework.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Looks through an .xlsx package before any library opens it: kind, size, parts, macros, expansion. */
final class PackageGuard {

    private static final int LARGEST = 20 << 20;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_NAME = 300;
    private static final long MOST_BYTES = 96L << 20;
    private static final long MOST_EXPANSION = 200;
    private static final long EXPANSION_FROM = 4L << 20;

    private PackageGuard() {}

    static void check(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new RefusedWorkbookException("文件“" + name + "”是空的。请重新选择文件。");
        }
        if (bytes.length > LARGEST) {
            throw new RefusedWorkbookException("文件“" + name + "”超过20MB。请分成几个文件后再导入。");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".xlsx")) {
            throw new RefusedWorkbookException("不能读取“" + name + "”。请用Excel或者WPS另存为不带宏的.xlsx文件后再导入。");
        }
        if (bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw new RefusedWorkbookException("文件“" + name + "”有密码保护或者是旧格式。请取消密码，另存为.xlsx后再导入。");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new RefusedWorkbookException("文件“" + name + "”的内容不是Excel文件。请用Excel或者WPS另存为.xlsx后再导入。");
        }
        // Read in the order of the bytes, with sizes behind the parts and in the long form: spreadsheet programs write
        // both.
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8", true, true)) {
            parts(name, zip, bytes.length);
        } catch (IOException | IllegalArgumentException e) {
            throw broken(name, e);
        }
    }

    private static void parts(String file, ZipArchiveInputStream zip, int packed) throws IOException {
        Set<String> parts = new HashSet<>();
        long expanded = 0;
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (parts.size() >= MOST_PARTS || name.length() > LONGEST_NAME) {
                throw new RefusedWorkbookException("文件“" + file + "”的内部部件过多，不像正常的表格，没有打开。请复制到新的工作簿后再导入。");
            }
            if (name.contains("..") || name.startsWith("/") || !parts.add(name)) {
                throw broken(file, null);
            }
            if (name.contains("vbaproject") || name.contains("/activex/") || name.contains("macrosheets/")) {
                throw new RefusedWorkbookException("文件“" + file + "”含有宏或者控件。请另存为不带宏的.xlsx后再导入。");
            }
            expanded = expand(file, zip, expanded, packed);
        }
        if (!parts.contains("[content_types].xml") || !parts.contains("xl/workbook.xml")) {
            throw broken(file, null);
        }
    }

    private static long expand(String file, ZipArchiveInputStream zip, long before, int packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long expanded = before;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            expanded += read;
            if (expanded > MOST_BYTES || (expanded > EXPANSION_FROM && expanded / packed > MOST_EXPANSION)) {
                throw new RefusedWorkbookException("文件“" + file + "”解压后过大，可能是压缩炸弹，没有打开。请分成几个文件后再导入。");
            }
        }
        return expanded;
    }

    static RefusedWorkbookException broken(String file, @Nullable Exception cause) {
        String message = "文件“" + file + "”已损坏或者不完整，打不开。请用Excel或者WPS重新保存后再导入。";
        return cause == null ? new RefusedWorkbookException(message) : new RefusedWorkbookException(message, cause);
    }
}
