package cn.faheng.drafting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReportTest {

    @Test
    @DisplayName("报告：没有丢失的事项，没有不相等的金额")
    void reportsOnTheSample(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("sample.json"), Samples.json().bytes());
        String report = ImportReport.of(file, Samples.BASE, Samples.BASE.law());
        assertThat(report).contains("| 导入的事项 | 48 |", "| 丢失的事项 | 0 |", "| 不相等的 | 0 |", "文字与所给数字不一致");
    }
}
