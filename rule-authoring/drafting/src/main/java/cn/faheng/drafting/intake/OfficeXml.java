package cn.faheng.drafting.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts what stands in the XML of an Office package. Libraries find a worksheet by its relationship, wherever it lies and whatever it is
 * called; so every part that is XML is read, and a worksheet is known by its root.
 */
final class OfficeXml {

    static final int MOST_NODES = 3_000_000;
    static final int MOST_MERGES = 50_000;

    private static final int DEEPEST = 200;
    private static final int LONGEST_BLANK = 1 << 12;
    private static final int BYTES_OF_A_NODE = 4;

    /** Roots that no library reads as a sheet or a document, and that are often no well-formed XML: printer settings, web pages. */
    private static final Set<String> OTHER_ROOTS = Set.of("plist", "html", "svg");

    private static final Set<Integer> BLANK = Set.of(0, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF);

    private final SourceFile file;
    private long nodes;
    private long cells;
    private long merges;

    OfficeXml(SourceFile file) {
        this.file = file;
    }

    /** Looks through a part if it is XML. */
    void part(String name, InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, 2 * LONGEST_BLANK);
        boolean declared = name.endsWith(".xml") || name.endsWith(".rels");
        if (declared || looksLikeXml(buffered)) {
            Part part = new Part(name, declared);
            try {
                part.walk(buffered);
            } catch (XMLStreamException e) {
                if (e.getNestedException() instanceof Packages.TooLargeException tooLarge) {
                    throw tooLarge;
                }
                if (declared) {
                    throw Packages.broken(file, e);
                }
                // Drawings of old programs are not well-formed, yet libraries read on in them: what is left counts by
                // its size.
                count(buffered.transferTo(OutputStream.nullOutputStream()) / BYTES_OF_A_NODE);
            }
        }
    }

    /** Whether the first byte that is neither blank nor a byte order mark opens an element, in any encoding that parsers guess. */
    private static boolean looksLikeXml(BufferedInputStream in) throws IOException {
        in.mark(2 * LONGEST_BLANK);
        byte[] head = in.readNBytes(LONGEST_BLANK);
        in.reset();
        if (head.length >= 4 && head[0] == 0x4C && head[1] == 0x6F && (head[2] & 0xFF) == 0xA7) {
            return true;
        }
        for (byte b : head) {
            if (b == '<') {
                return true;
            }
            if (!BLANK.contains(b & 0xFF)) {
                return false;
            }
        }
        return head.length == LONGEST_BLANK;
    }

    private void count(long more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new IntakeRefusedException(
                    "文件“" + file.name() + "”的内容过多（内部元素超过" + MOST_NODES + "个），没有打开。请只保留裁量基准，或者分开后再导入。");
        }
    }

    /** One part while it is read. */
    private final class Part {

        private final String name;
        private final boolean declared;
        private boolean worksheet;
        private boolean declaration;
        private int depth;
        private int rows;

        Part(String name, boolean declared) {
            this.name = name;
            this.declared = declared;
        }

        void walk(InputStream content) throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            boolean more = true;
            while (more && xml.hasNext()) {
                more = event(xml, xml.next());
            }
        }

        /** Whether the part is to be read on. */
        private boolean event(XMLStreamReader xml, int event) {
            if (event == XMLStreamConstants.DTD && !declared) {
                declaration = true;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw harmful();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 0
                        && !declared
                        && OTHER_ROOTS.contains(xml.getLocalName().toLowerCase(Locale.ROOT))) {
                    return false;
                }
                if (declaration) {
                    throw harmful();
                }
                if (++depth > DEEPEST) {
                    throw new IntakeRefusedException("文件“" + file.name() + "”的内部嵌套过深，没有打开。");
                }
                count(1L + xml.getAttributeCount());
                element(xml, xml.getLocalName());
            }
            return true;
        }

        private IntakeRefusedException harmful() {
            return new IntakeRefusedException("文件“" + file.name() + "”内含文档类型声明或者外部实体，可能有害，没有打开。");
        }

        private void element(XMLStreamReader xml, String element) {
            if (depth == 1) {
                worksheet = name.startsWith("xl/worksheets/") || element.equals("worksheet");
            }
            if (name.equals("[content_types].xml")) {
                String type = xml.getAttributeValue(null, "ContentType");
                if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                    throw new IntakeRefusedException("文件“" + file.name() + "”是带宏的格式。请另存为不带宏的.xlsx或者.docx后再导入。");
                }
            }
            if (!worksheet) {
                return;
            }
            if (element.equals("mergeCell") && ++merges > MOST_MERGES) {
                throw tooManyMerges(file);
            }
            if (element.equals("row")) {
                if (++rows > Packages.MOST_ROWS) {
                    throw tooManyRows(rows);
                }
                place(xml.getAttributeValue(null, "r"));
            } else if (element.equals("c")) {
                if (++cells > Packages.MOST_CELLS) {
                    throw new IntakeRefusedException(
                            "文件“" + file.name() + "”的单元格超过" + Packages.MOST_CELLS + "个。请只保留裁量基准所在的工作表后再导入。");
                }
                place(xml.getAttributeValue(null, "r"));
            }
        }

        private void place(@Nullable String reference) {
            if (reference == null) {
                return;
            }
            String digits = reference.replaceAll("[^0-9]", "");
            String letters = reference.replaceAll("[^A-Za-z]", "");
            if (digits.length() > 7 || letters.length() > 3) {
                throw Packages.broken(file, null);
            }
            if (!digits.isEmpty() && Integer.parseInt(digits) > Packages.MOST_ROWS) {
                throw tooManyRows(Integer.parseInt(digits));
            }
            int column = 0;
            for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
                column = column * 26 + (c - 'A' + 1);
            }
            if (column > Packages.MOST_COLUMNS) {
                throw new IntakeRefusedException(
                        "文件“" + file.name() + "”有" + column + "列以上，一次导入不超过" + Packages.MOST_COLUMNS + "列。请删去无关的列后再导入。");
            }
        }

        private IntakeRefusedException tooManyRows(int found) {
            return new IntakeRefusedException(
                    "文件“" + file.name() + "”有" + found + "行以上，一次导入不超过" + Packages.MOST_ROWS + "行。请分开后再导入。");
        }
    }

    static IntakeRefusedException tooManyMerges(SourceFile file) {
        return new IntakeRefusedException("文件“" + file.name() + "”合并的单元格超过" + MOST_MERGES + "处。请只保留裁量基准所在的工作表后再导入。");
    }
}
