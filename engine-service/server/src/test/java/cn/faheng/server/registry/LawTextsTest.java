package cn.faheng.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import cn.faheng.rules.legal.ProvisionPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("外部的法律文本：好的读入，坏的指名拒绝，随程序发布的优先")
@ExtendWith(OutputCaptureExtension.class)
class LawTextsTest {

    private static final String FOOD_LAW = "中华人民共和国食品安全法";
    private static final LawLibrary BUNDLED =
            RuleBase.read(ResourceTree.bundled()).law();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private void write(String name, String title, String from, String to, String words) throws IOException {
        Files.writeString(
                folder.resolve(name + ".json"),
                "{\"meta\":{\"title\":\"" + title + "\",\"level\":\"法律\",\"effective\":\"" + from + "\",\"validTo\":\""
                        + to
                        + "\",\"source\":\"公报\",\"confidence\":\"exact\"},\"articles\":[{\"label\":\"第一条\",\"no\":1,\"sub\":\"\","
                        + "\"paragraphs\":[\"" + words + "\"]}]}");
    }

    private LawLibrary load() {
        return new LawTexts(() -> BUNDLED, folder, StoredLaw.NONE).library();
    }

    @Test
    @DisplayName("坏文件逐个指名并说明原因，不妨碍好的")
    void refusesByName(CapturedOutput output) throws Exception {
        write("好@2020-01-01", "某条例", "2020-01-01", "", "好的文字。");
        Files.writeString(folder.resolve("残缺@2020-01-01.json"), "{\"meta\":");
        Files.writeString(folder.resolve("无条文@2020-01-01.json"), "{\"meta\":{\"title\":\"x\"},\"articles\":[]}");
        Files.writeString(folder.resolve("数组@2020-01-01.json"), "[1, 2]");
        Files.write(folder.resolve("编码@2020-01-01.json"), "{\"meta\":\"汉字\"}".getBytes(Charset.forName("GB18030")));
        write("日期@2020-02-30", "某条例", "2020-02-30", "", "坏的文字。");
        write("倒置@2021-01-01", "某办法", "2021-01-01", "2020-01-01", "坏的文字。");
        write("重叠@2022-01-01", FOOD_LAW, "2022-01-01", "", "坏的文字。");

        LawLibrary library = load();

        assertThat(library.versions("某条例")).hasSize(1);
        assertThat(output).contains("读入 1 件，拒绝 7 件");
        for (String bad : new String[] {"残缺", "无条文", "数组", "编码", "日期", "倒置"}) {
            assertThat(output.getOut().lines().filter(line -> line.contains("法律文本未读入：" + bad + "@")))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .matches(".*\\.json: \\S.*");
        }
        assertThat(output).contains("法律文本未读入：" + FOOD_LAW + "@2022-01-01: Two versions", "2021-04-29");
        assertThat(library.versions(FOOD_LAW)).hasSameSizeAs(BUNDLED.versions(FOOD_LAW));
    }

    @Test
    @DisplayName("同一版本：随程序发布的条文优先，其余条文补入")
    void joinsTheSameVersion() {
        ProvisionPath cited = ProvisionPath.parse("124");
        ProvisionPath other = ProvisionPath.parse("1");
        LocalDate day = LocalDate.of(2022, 1, 1);

        LegalInstrument law = new LawTexts(() -> BUNDLED, Path.of("src/test/resources/law-texts"), StoredLaw.NONE)
                .library()
                .inForce(FOOD_LAW, day)
                .orElseThrow();

        LegalInstrument bundled = BUNDLED.inForce(FOOD_LAW, day).orElseThrow();
        assertThat(law.words(cited)).isEqualTo(bundled.words(cited)).isPresent();
        assertThat(bundled.words(other)).isEmpty();
        assertThat(law.words(other)).hasValue("为了保证食品安全，保障公众身体健康和生命安全，制定本法。");
        assertThat(law.effective()).isEqualTo(bundled.effective());
    }

    @Test
    @DisplayName("更早的版本并入同一部法律")
    void addsAnEarlierVersion() throws Exception {
        write("a@2009-06-01", FOOD_LAW, "2009-06-01", "2015-09-30", "较早的文字。");

        LawLibrary library = load();

        assertThat(library.versions(FOOD_LAW))
                .hasSize(BUNDLED.versions(FOOD_LAW).size() + 1);
        assertThat(library.inForce(FOOD_LAW, LocalDate.of(2010, 1, 1))
                        .flatMap(law -> law.words(ProvisionPath.parse("1"))))
                .hasValue("较早的文字。");
    }

    @Test
    void namesAFolderThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LawTexts(() -> BUNDLED, folder.resolve("nowhere"), StoredLaw.NONE))
                .withMessageContaining("nowhere");
    }
}
