package cn.faheng.drafting.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The front matter of a Markdown file, and what stands behind it.
 *
 * @param metadata what it states
 * @param text the text behind it
 * @param firstLine number of the first line of the text
 */
record FrontMatter(LawMetadata metadata, String text, int firstLine) {

    private static final int LONGEST = 20_000;
    private static final YAMLMapper YAML = new YAMLMapper();

    static FrontMatter of(String file) {
        if (!file.startsWith("---\n") && !file.startsWith("---\r\n")) {
            return new FrontMatter(LawMetadata.NONE, file, 1);
        }
        int begin = file.indexOf('\n') + 1;
        int end = file.indexOf("\n---", begin - 1);
        if (end < 0 || end > LONGEST) {
            throw new RefusedLawException("front-matter", "文件开头的说明（---）没有结束。请补上结束的一行“---”。");
        }
        int behind = file.indexOf('\n', end + 1);
        String text = behind < 0 ? "" : file.substring(behind + 1);
        int firstLine = (int) file.substring(0, file.length() - text.length())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new FrontMatter(metadata(file.substring(begin, Math.max(begin, end))), text, firstLine);
    }

    private static LawMetadata metadata(String yaml) {
        if (yaml.indexOf('&') >= 0 && yaml.matches("(?s).*(?:^|\\s)[&*]\\w+.*")) {
            throw new RefusedLawException("front-matter", "文件开头的说明里有 YAML 的锚点或者引用，不予读取。请写成简单的“名称: 值”。");
        }
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new RefusedLawException("front-matter", "文件开头的说明不是合法的 YAML（“名称: 值”）。请改正后再上传。");
        }
        return of(root);
    }

    /** The same names serve front matter and the {@code meta} of article JSON. */
    static LawMetadata of(JsonNode root) {
        return new LawMetadata(
                text(root, "title"),
                text(root, "level"),
                day(root, "promulgated"),
                day(root, "effective"),
                day(root, "validTo"),
                text(root, "source"),
                text(root, "confidence"),
                text(root, "note"));
    }

    private static @Nullable String text(JsonNode root, String name) {
        JsonNode value = root.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    private static @Nullable LocalDate day(JsonNode root, String name) {
        String value = text(root, name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new RefusedLawException(
                    "front-matter", "说明中的 " + name + "“" + Lines.shortened(value) + "”不是日期。请写作 2021-07-15。");
        }
    }
}
