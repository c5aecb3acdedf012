package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("页面文字")
class MessagesTest {

    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z0-9.万元-]+)[}(]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    @DisplayName("英文和中文的条目一一对应")
    void everyTextIsThereInBothLanguages() {
        Set<String> chinese = new TreeSet<>(messages("/messages.properties").stringPropertyNames());
        Set<String> english = new TreeSet<>(messages("/messages_en.properties").stringPropertyNames());
        Set<String> onlyChinese = new TreeSet<>(chinese);
        onlyChinese.removeAll(english);
        assertThat(onlyChinese).isEmpty();
        // Ranges are worded by the engine in Chinese.
        english.removeIf(key -> key.startsWith("range.") || key.startsWith("amount."));
        english.removeAll(chinese);
        assertThat(english).isEmpty();
    }

    @Test
    @DisplayName("模板里用到的条目都有")
    void everyTextOfTheTemplatesIsThere() {
        Set<String> known = messages("/messages.properties").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            Matcher m = MESSAGE.matcher(text(template));
            while (m.find()) {
                if (!known.contains(m.group(1))) {
                    missing.add(template.getFileName() + ": " + m.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("模板里没有写死的中文（度量单位和示例参数除外）")
    void noTemplateHoldsTextOfItsOwn() {
        List<String> found = templates().stream()
                .flatMap(template -> text(template)
                        .replaceAll("th:[a-z-]+=\"[^\"]*\"", "")
                        .replaceAll("value=\"[^\"]*\"", "")
                        .lines()
                        .filter(line -> HAN.matcher(line.replaceAll("[>、。？][^<]*<", "><"))
                                .find())
                        .map(line -> template.getFileName() + ": " + line.strip()))
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("模板里没有内联样式和脚本（CSP 不放行）")
    void noTemplateHoldsInlineStylesOrScripts() {
        for (Path template : templates()) {
            assertThat(text(template))
                    .as(template.toString())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("th:style=")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("<script(?![^>]*th:src)");
        }
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties messages(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
