package cn.faheng.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.engine.Bundled;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.gate.Severity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("把案卷放到法律面前")
class GatekeeperTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 0);
    private final Gatekeeper gatekeeper = new Gatekeeper(Bundled.ENGINE);

    private static OfficerAssigned officer(String id, LocalDate validTo) {
        return new OfficerAssigned(
                id,
                NOW.minusDays(1),
                "3708110" + id,
                "张三",
                "370811-SCJG",
                Set.of(),
                Set.of(),
                LocalDate.of(2020, 1, 1),
                validTo,
                true);
    }

    @Test
    @DisplayName("执法人员少于两人不得立案（行政处罚法第四十二条第一款）")
    void blocksFilingWithOneOfficer() {
        CaseFile file = new CaseFile(List.of(officer("e1", LocalDate.of(2027, 1, 1))));
        GateReport report = gatekeeper.check(file, Gate.FILING, NOW);
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("OFF-01");
            assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
            assertThat(finding.detail()).isEqualTo("现有1人");
        });
        assertThat(report.isBlocked()).isTrue();
    }

    @Test
    @DisplayName("同一问题在旧法施行期间不以新法提出")
    void findingsAreThoseOfTheLawOfTheDay() {
        CaseFile file = new CaseFile(List.of(officer("e1", LocalDate.of(2027, 1, 1))));
        GateReport report =
                gatekeeper.check(file, Gate.FILING, LocalDate.of(2021, 7, 14).atTime(9, 0));
        assertThat(report.findings()).noneMatch(f -> f.kind().set().name().equals("officers/2021-07-15"));
    }
}
