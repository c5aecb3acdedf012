package cn.faheng.drafting.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a Word file that hold its words. Reads no more than it allows, and nothing outside the file. */
final class WordPackage {

    private static final int MOST_PARTS = 3_000;
    private static final int MOST_BYTES = 64 << 20;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final List<String> embedded = new ArrayList<>();

    private WordPackage() {}

    static WordPackage open(LawFile file) {
        if (file.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw contains(file.content(), "EncryptedPackage")
                    ? new RefusedLawException("encrypted", "文件加了密码，无法读取。请去掉密码后再上传。")
                    : new RefusedLawException("old-word", "文件是旧版的 Word（.doc）或者 WPS 文件。请用 Word 或者 WPS 另存为 .docx 后再上传。");
        }
        WordPackage word = new WordPackage();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            word.read(zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw broken();
        } catch (IOException e) {
            throw broken();
        }
        if (word.document() == null) {
            throw new RefusedLawException("not-word", "文件不是 Word 文档（.docx）：里面没有正文。请上传 .docx、Markdown、JSON 或者纯文本。");
        }
        return word;
    }

    static RefusedLawException broken() {
        return new RefusedLawException("broken", "Word 文件已损坏，无法读取。请用 Word 或者 WPS 打开后另存一份再上传。");
    }

    private void read(ZipInputStream zip) throws IOException {
        long total = 0;
        int count = 0;
        byte[] buffer = new byte[8192];
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
            if (++count > MOST_PARTS) {
                throw tooLarge();
            }
            if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml")) {
                throw new RefusedLawException("macros", "文件含有宏（程序），不予读取。请另存为不含宏的 .docx 后再上传。");
            }
            if (name.startsWith("word/embeddings/")) {
                embedded.add(name);
            }
            boolean kept = name.matches("word/(?:document\\d*|numbering|styles)\\.xml");
            java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    throw tooLarge();
                }
                if (kept) {
                    content.write(buffer, 0, read);
                }
            }
            if (kept) {
                parts.put(name, content.toByteArray());
            }
        }
    }

    private static RefusedLawException tooLarge() {
        return new RefusedLawException(
                "too-large", "文件解开后超过 " + (MOST_BYTES >> 20) + " MiB 或者 " + MOST_PARTS + " 个部分，不像一件法律文件，不予读取。");
    }

    private static boolean contains(byte[] content, String words) {
        Charset utf16 = StandardCharsets.UTF_16LE;
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(words.getBytes(utf16), StandardCharsets.ISO_8859_1));
    }

    /** Names of embedded objects, whose words are not read. */
    List<String> embedded() {
        return embedded;
    }

    byte @Nullable [] document() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("word/document"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    byte @Nullable [] part(String name) {
        return parts.get(name);
    }

    /** Walks through a part; a document type declaration, which could name other files, is refused. */
    static void walk(byte[] part, Visitor visitor) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = new ByteArrayInputStream(part)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new RefusedLawException(
                                "external-entities", "文件里有文档类型声明（DOCTYPE），可能引用外部文件，不予读取。正常的 Word 文件没有这种声明。");
                    case XMLStreamConstants.START_ELEMENT -> visitor.begin(xml.getLocalName(), xml);
                    case XMLStreamConstants.END_ELEMENT -> visitor.end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> visitor.text(xml.getText());
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
        } catch (XMLStreamException | IOException e) {
            throw broken();
        }
    }

    /** Hears what a part holds, in order. */
    interface Visitor {
        void begin(String name, XMLStreamReader at);

        default void end(String name) {}

        default void text(String text) {}
    }

    /** An attribute by its local name, or null. */
    static @Nullable String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(XMLStreamReader at, int otherwise) {
        String value = attribute(at, "val");
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }
}
