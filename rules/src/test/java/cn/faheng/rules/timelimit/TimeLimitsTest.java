package cn.faheng.rules.timelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.Citation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {

    private static final Division JINING = new Division("370800");

    private final TimeLimits limits = TimeLimits.published();

    @Test
    @DisplayName("收集的期限全部在内，一条含数个期限的拆开")
    void holdsEveryRowOfTheSource() {
        List<String> expected = IntStream.rangeClosed(1, 107)
                .filter(n -> n <= 86 || (n >= 91 && n <= 94) || n == 101 || n >= 103)
                .mapToObj("DL-%03d"::formatted)
                .toList();
        assertThat(limits.all().stream().map(TimeLimit::sourceId).distinct().sorted())
                .containsExactlyElementsOf(expected);
        assertThat(limits.all()).hasSize(116);
        assertThat(limits.ofSource("DL-047"))
                .extracting(TimeLimit::id)
                .containsExactly("DL-047a", "DL-047b", "DL-047c");
        assertThat(limits.find("DL-047")).isEmpty();
    }

    @Test
    @DisplayName("每一期限写明依据，施行日期即所引版本的施行日期")
    void citesADatedVersionForEachLimit() {
        assertThat(limits.all()).allSatisfy(limit -> {
            if (limit.citation() instanceof Citation.OfProvision provision) {
                assertThat(limit.effective().from()).isEqualTo(provision.version());
            }
            assertThat(limit.title()).isNotBlank();
            assertThat(limit.titleEn()).matches("[A-Z][ -~]+");
            assertThat(limit.startsFrom()).isNotBlank();
        });
    }

    @Test
    @DisplayName("以工作日计算的，写明何处规定为工作日，或者条文本身写明工作日")
    void saysWhichProvisionMakesDaysWorkingDays() {
        // These instruments write 工作日 into the provision itself.
        List<String> inTheProvision = List.of(
                "市场监督管理行政处罚听证办法",
                "市场监督管理行政处罚信息公示规定",
                "食品生产经营监督检查管理办法",
                "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见");
        assertThat(limits.all())
                .filteredOn(limit -> limit.length() instanceof Length.Period period
                        && period.unit() == Unit.WORKING_DAY
                        && limit.countedBy().isEmpty())
                .extracting(limit -> limit.citation() instanceof Citation.OfProvision provision
                        ? provision.law()
                        : ((Citation.OfDocument) limit.citation()).document())
                .isSubsetOf(inTheProvision);
    }

    @Test
    @DisplayName("有本领域程序规定的，先于一般规定列出")
    void listsTheLimitOfTheFieldFirst() {
        LocalDate day = LocalDate.of(2024, 6, 3);
        assertThat(limits.inForce(Stage.DECISION, "food", JINING, day))
                .extracting(TimeLimit::id)
                .containsExactly("DL-033", "DL-032", "DL-082");
        assertThat(limits.inForce(Stage.DECISION, "food", new Division("440100"), day))
                .extracting(TimeLimit::id)
                .containsExactly("DL-033", "DL-032");
        assertThat(limits.inForce(Stage.DECISION, "fire", new Division("440100"), day))
                .extracting(TimeLimit::id)
                .containsExactly("DL-032");
    }

    @Test
    @DisplayName("只给出当日有效的期限：治安管理处罚法（2025年修订）自2026年1月1日起")
    void knowsFromWhichDayALimitHolds() {
        assertThat(limits.inForce(Stage.LIMITATION, "public-security", JINING, LocalDate.of(2025, 12, 31)))
                .extracting(TimeLimit::id)
                .containsExactly("DL-001", "DL-002");
        assertThat(limits.inForce(Stage.LIMITATION, "public-security", JINING, LocalDate.of(2026, 1, 1)))
                .extracting(TimeLimit::id)
                .containsExactly("DL-003", "DL-001", "DL-002");
        assertThat(limits.inForce(Stage.DECISION, "market", JINING, LocalDate.of(2011, 1, 1)))
                .isEmpty();
    }

    @Test
    void refusesBadRowsByFileAndId() {
        assertBad("unit: fortnight\n    length: 2", "DL-999: unit 'fortnight' is unknown");
        assertBad("unit: day", "length is missing");
        assertBad("unit: day\n    length: 1.5", "whole length");
        assertBad("unit: day\n    length: 0", "1 or more");
        assertBad("unit: rule\n    length: 1", "has no length");
        assertBad("unit: day\n    length: 5\n    counts: before", "Only working days are counted backwards");
        assertBad("unit: working-day\n    length: 5\n    lastDay: stays", "leave lastDay out");
        assertBad("unit: day\n    length: 5\n    lastDay: runs", "lastDay 'runs' is unknown");
        assertBad("unit: day\n    length: 5\n    counts: upTo", "counts 'upTo' is unknown");
    }

    @Test
    void refusesRowsWithoutCitation() {
        String row = row("unit: day\n    length: 5").replace("at: 1", "");
        assertThatIllegalStateException().isThrownBy(() -> parse(row)).withMessageContaining("law, version and at");
        String none = row("unit: day\n    length: 5").replaceAll("(?m)^ *citation.*\\n", "");
        assertThatIllegalStateException().isThrownBy(() -> parse(none)).withMessageContaining("citation");
    }

    private static void assertBad(String lines, String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> parse(row(lines)))
                .withMessageStartingWith("/timelimits/bad.yaml")
                .withMessageContaining(reason);
    }

    private static String row(String lines) {
        return """
                field: general
                appliesTo: [all]
                jurisdiction: "000000"
                limits:
                  - id: DL-999
                    stage: decision
                    title: 测试
                    titleEn: Test
                    %s
                    startsFrom: 立案之日
                    citation: {law: 测试法, version: 2024-01-01, at: 1}
                    effective: {from: 2024-01-01, to: open}
                """
                .formatted(lines);
    }

    private static void parse(String yaml) {
        var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        TimeLimitReader.limits("bad.yaml", TimeLimitReader.parse("bad.yaml", bytes, TimeLimitFile.class));
    }
}
