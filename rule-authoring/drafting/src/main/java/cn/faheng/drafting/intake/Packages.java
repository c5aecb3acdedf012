package cn.faheng.drafting.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Looks through an Office package before any library opens it: size, parts, macros, declarations, rows and columns. */
final class Packages {

    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 256;
    static final int MOST_CELLS = 400_000;

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 96L << 20;
    private static final long MOST_EXPANSION = 200;
    private static final long EXPANSION_FROM = 4L << 20;
    private static final int LONGEST_NAME = 300;

    private final SourceFile file;
    private final Set<String> parts = new TreeSet<>();
    private final OfficeXml xml;
    private long expanded;

    private Packages(SourceFile file) {
        this.file = file;
        this.xml = new OfficeXml(file);
    }

    /** The names of the parts of a package that may be opened. */
    static Set<String> check(SourceFile file) {
        Packages check = new Packages(file);
        check.run();
        return check.parts;
    }

    private void run() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                part(zip, entry.getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken(file, e);
        }
        if (!parts.contains("[content_types].xml")) {
            throw broken(file, null);
        }
    }

    static IntakeRefusedException broken(SourceFile file, @Nullable Exception cause) {
        String message = "文件“" + file.name() + "”已损坏或者不完整，打不开。请用原来的程序重新保存后再导入。";
        return cause == null ? new IntakeRefusedException(message) : new IntakeRefusedException(message, cause);
    }

    private void part(ZipInputStream zip, String rawName) throws IOException {
        String name = rawName.toLowerCase(Locale.ROOT);
        if (parts.size() >= MOST_PARTS || rawName.length() > LONGEST_NAME) {
            throw new IntakeRefusedException("文件“" + file.name() + "”的内部部件过多，不像正常的表格或者文档，没有打开。");
        }
        if (name.contains("..") || name.startsWith("/") || !parts.add(name)) {
            throw broken(file, null);
        }
        if (name.contains("vbaproject") || name.contains("/activex/") || name.contains("macrosheets/")) {
            throw new IntakeRefusedException("文件“" + file.name() + "”含有宏或者控件。请另存为不带宏的.xlsx或者.docx后再导入。");
        }
        Limited content = new Limited(zip);
        try {
            xml.part(name, content);
            content.transferTo(OutputStream.nullOutputStream());
        } catch (TooLargeException e) {
            throw new IntakeRefusedException("文件“" + file.name() + "”解压后过大，可能是压缩炸弹，没有打开。", e);
        }
    }

    /** A part that grows beyond the limit while it is unpacked. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One part, counted while it is read; closing it leaves the package open. */
    private final class Limited extends FilterInputStream {

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            expanded += bytes;
            boolean bomb = expanded > EXPANSION_FROM && expanded / Math.max(1, file.bytes().length) > MOST_EXPANSION;
            if (expanded > MOST_BYTES || bomb) {
                throw new TooLargeException();
            }
        }

        @Override
        public void close() {
            // The package goes on behind this part.
        }
    }

    /** Whether old binary files hold a stream of this name. */
    static boolean holdsName(byte[] bytes, String name) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        String wide = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return all.contains(wide);
    }
}
