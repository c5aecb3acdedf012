package cn.faheng.authoring.library;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.AuthoringTest;
import cn.faheng.drafting.law.load.LawLoad;
import cn.faheng.rules.legal.ProvisionPath;
import cn.faheng.server.registry.LawTexts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一条命令录入整个文件夹")
class LawFolderLoadTest extends AuthoringTest {

    private static final Path FOLDER = Path.of("src/test/resources/laws-small");

    @Autowired
    private LawTexts laws;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path temp;

    private int run(ByteArrayOutputStream out, String... more) throws InterruptedException {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        java.util.ArrayList<String> arguments = new java.util.ArrayList<>(List.of(more));
        arguments.add(0, "--url=http://localhost:" + port);
        return LawLoad.run(arguments, print, print);
    }

    @Test
    @DisplayName("好的存入，坏的说明原因；再来一次没有变化；报告写明")
    void loadsAFolder() throws Exception {
        Path report = temp.resolve("report.md");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(run(out, FOLDER.toString(), "--report", report.toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("[7/7]", "7 instruments", "refused 2, ", "stored 5");
        assertThat(Files.readString(report)).contains("| laws | 3 | 3 |", "不是法律", "坏说明", "2021-02-30", "local/说明.pdf");
        assertThat(laws.library()
                        .inForce("试验停车条例", LocalDate.of(2023, 1, 1))
                        .orElseThrow()
                        .version())
                .isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(laws.library().inForce("只有条文", TODAY).orElseThrow().words(ProvisionPath.parse("1/1/1")))
                .hasValue("（一）乙。");
        assertThat(laws.library().versions("外省规定")).hasSize(1);

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        assertThat(run(again, FOLDER.toString(), "--bar")).isZero();
        assertThat(again.toString(StandardCharsets.UTF_8)).contains("unchanged 5", "[####");
    }

    @Test
    @DisplayName("没有文件夹、没有服务、密钥不对：说明怎么办，不开始")
    void saysWhyItCannotBegin() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "/nowhere")).isEqualTo(2);
        assertThat(run(out, FOLDER.toString(), "--secret", "wrong")).isEqualTo(2);
        assertThat(run(out, FOLDER.toString(), "--url", "http://localhost:1")).isEqualTo(2);
        assertThat(run(out)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("/nowhere is not a folder", "--secret", "needs the folder");
    }
}
