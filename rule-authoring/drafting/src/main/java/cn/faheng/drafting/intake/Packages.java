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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
    private long expanded;
    private long cells;

    private Packages(SourceFile file) {
        this.file = file;
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
            throw broken(e);
        }
        if (!parts.contains("[content_types].xml")) {
            throw broken(null);
        }
    }

    private IntakeRefusedException broken(@Nullable Exception cause) {
        String message = "文件“" + file.name() + "”已损坏或者不完整，打不开。请用原来的程序重新保存后再导入。";
        return cause == null ? new IntakeRefusedException(message) : new IntakeRefusedException(message, cause);
    }

    private void part(ZipInputStream zip, String rawName) throws IOException {
        String name = rawName.toLowerCase(Locale.ROOT);
        if (parts.size() >= MOST_PARTS || rawName.length() > LONGEST_NAME) {
            throw new IntakeRefusedException("文件“" + file.name() + "”的内部部件过多，不像正常的表格或者文档，没有打开。");
        }
        if (name.contains("..") || name.startsWith("/") || !parts.add(name)) {
            throw broken(null);
        }
        if (name.contains("vbaproject") || name.contains("/activex/") || name.contains("macrosheets/")) {
            throw new IntakeRefusedException("文件“" + file.name() + "”含有宏或者控件。请另存为不带宏的.xlsx或者.docx后再导入。");
        }
        Limited content = new Limited(zip);
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            walk(name, content);
        }
        content.drain();
    }

    private void walk(String name, Limited content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new IntakeRefusedException("文件“" + file.name() + "”内含文档类型声明或者外部实体，可能有害，没有打开。");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    if (++depth > 200) {
                        throw new IntakeRefusedException("文件“" + file.name() + "”的内部嵌套过深，没有打开。");
                    }
                    element(name, xml);
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof TooLargeException) {
                throw tooLarge();
            }
            throw broken(e);
        }
    }

    private void element(String part, XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (part.equals("[content_types].xml")) {
            String type = xml.getAttributeValue(null, "ContentType");
            if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                throw new IntakeRefusedException("文件“" + file.name() + "”是带宏的格式。请另存为不带宏的.xlsx或者.docx后再导入。");
            }
        }
        if (part.startsWith("xl/worksheets/") && (element.equals("row") || element.equals("c"))) {
            place(xml.getAttributeValue(null, "r"), element.equals("row"));
        }
    }

    private void place(@Nullable String reference, boolean row) {
        if (!row && ++cells > MOST_CELLS) {
            throw new IntakeRefusedException("文件“" + file.name() + "”的单元格超过" + MOST_CELLS + "个。请只保留裁量基准所在的工作表后再导入。");
        }
        if (reference == null) {
            return;
        }
        String digits = reference.replaceAll("[^0-9]", "");
        String letters = reference.replaceAll("[^A-Za-z]", "");
        if (digits.length() > 7 || letters.length() > 3) {
            throw broken(null);
        }
        if (!digits.isEmpty() && Integer.parseInt(digits) > MOST_ROWS) {
            throw new IntakeRefusedException(
                    "文件“" + file.name() + "”有" + digits + "行以上，一次导入不超过" + MOST_ROWS + "行。请分开后再导入。");
        }
        int column = 0;
        for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + (c - 'A' + 1);
        }
        if (column > MOST_COLUMNS) {
            throw new IntakeRefusedException(
                    "文件“" + file.name() + "”有" + column + "列以上，一次导入不超过" + MOST_COLUMNS + "列。请删去无关的列后再导入。");
        }
    }

    private IntakeRefusedException tooLarge() {
        return new IntakeRefusedException("文件“" + file.name() + "”解压后过大，可能是压缩炸弹，没有打开。");
    }

    private static final class TooLargeException extends IOException {
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

        void drain() throws IOException {
            try {
                transferTo(OutputStream.nullOutputStream());
            } catch (TooLargeException e) {
                throw tooLarge();
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
