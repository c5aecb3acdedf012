package cn.faheng.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.directory.Bodies;
import cn.faheng.casework.directory.Officers;
import cn.faheng.casework.directory.Proposals;
import cn.faheng.engine.gate.CaseFinding;
import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Opening.SourceKind;
import cn.faheng.rules.casefile.Opening.SourceVerified;
import cn.faheng.rules.casefile.Opening.Verdict;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.Circumstances;
import cn.faheng.rules.casefile.Participants.MentalState;
import cn.faheng.rules.casefile.Participants.PartyKind;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.server.problems.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;

@DisplayName("办案台")
class CaseDeskTest extends CaseworkTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 10, 0);

    @Autowired
    private Cases cases;

    private Staff staff;

    @BeforeEach
    void directory(
            @Autowired UserDetailsService accounts,
            @Autowired Proposals proposals,
            @Autowired Bodies bodies,
            @Autowired Officers officers) {
        staff = new Staff(accounts, proposals, bodies, officers);
        staff.enter();
    }

    private UUID lead() {
        return staff.as(
                "officer",
                () -> cases.register(new NewLead(
                        SourceKind.COMPLAINT,
                        LocalDate.of(2026, 11, 20),
                        "群众举报",
                        "任城区某菜店销售超过保质期的酸奶",
                        "food",
                        "370811",
                        null,
                        null,
                        null)));
    }

    private int revision(UUID id) {
        return staff.as("officer", () -> cases.open(id).head().revision());
    }

    private StepResult take(String who, UUID id, cn.faheng.rules.casefile.Entry entry) {
        return staff.as(who, () -> cases.take(id, cases.open(id).head().revision(), entry, Map.of()));
    }

    private String next(UUID id) {
        return staff.as("officer", () -> cases.nextEntryId(id));
    }

    private static PartyRecorded shop(String id) {
        return new PartyRecorded(
                id,
                NOW,
                "p1",
                PartyKind.SOLE_PROPRIETOR,
                "任城区示例菜店",
                null,
                null,
                MentalState.NORMAL,
                "任城区示例路1号",
                "示例经营者",
                null);
    }

    private static ActRecorded act(String id) {
        return new ActRecorded(
                id,
                NOW,
                "a1",
                "MK-F124",
                List.of(),
                List.of("p1"),
                "370811",
                LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 11, 20),
                "销售超过保质期的酸奶12盒",
                Map.of("suspectedCrime", false, "goodsValue", new BigDecimal("80"), "circumstancesGrade", "一般"),
                Circumstances.none(),
                Map.of(),
                false);
    }

    private UUID verified() {
        UUID id = lead();
        take("officer", id, shop(next(id)));
        take("officer", id, act(next(id)));
        StepResult result =
                take("officer", id, new SourceVerified(next(id), NOW, Verdict.FILE, true, true, "现场核查属实", null));
        UUID request = ((StepResult.AwaitsLeave) result).request();
        assertThat(staff.as("head", () -> cases.grant(request, "同意"))).isInstanceOf(StepResult.OnRecord.class);
        return id;
    }

    private static Filed filing(String id) {
        return new Filed(id, NOW, Procedure.ORDINARY, "", "涉嫌销售超过保质期的食品案", null);
    }

    @Test
    @DisplayName("执法人员少于两人，立案被拦下，写明法条和补救办法，什么也没有记入")
    void blocksFilingWithOneOfficer() {
        UUID id = verified();
        staff.as(
                "officer",
                () -> cases.assign(id, cases.open(id).head().revision(), staff.certificate("officer"), true));
        int before = revision(id);
        StepResult result = take("officer", id, filing(next(id)));
        assertThat(result).isInstanceOf(StepResult.Blocked.class);
        assertThat(((StepResult.Blocked) result).findings())
                .extracting(CaseFinding::code)
                .contains("OFF-01");
        assertThat(revision(id)).isEqualTo(before);
    }

    @Test
    @DisplayName("两名执法人员、负责人批准后立案：取得案号，记下所适用的程序，以后按这一版办理")
    void filesWithLeave() {
        UUID id = verified();
        staff.as(
                "officer",
                () -> cases.assign(id, cases.open(id).head().revision(), staff.certificate("officer"), true));
        staff.as(
                "officer",
                () -> cases.assign(id, cases.open(id).head().revision(), staff.certificate("officer2"), false));
        StepResult result = take("officer", id, filing(next(id)));
        assertThat(result).isInstanceOf(StepResult.AwaitsLeave.class);
        UUID request = ((StepResult.AwaitsLeave) result).request();
        assertThatThrownBy(() -> staff.as("officer", () -> cases.grant(request, "")))
                .isInstanceOf(ProblemException.class);
        staff.as("head", () -> cases.grant(request, "同意立案"));
        CaseView view = staff.as("officer", () -> cases.open(id));
        assertThat(view.head().stage()).isEqualTo(Stage.INVESTIGATION);
        assertThat(view.head().number()).matches("370811-SCJG立〔2026〕\\d+号");
        assertThat(view.order())
                .anySatisfy(ref -> assertThat(ref.toString()).startsWith("common/steps-opening@2021-07-15"));
        assertThat(view.file().filed().orElseThrow().leave()).isNotNull();
        assertThat(staff.as("officer", () -> cases.isIntact(id))).isTrue();
    }

    @Test
    @DisplayName("页面已经过时，不覆盖他人的办理")
    void refusesStalePages() {
        UUID id = lead();
        int seen = revision(id);
        take("officer", id, shop(next(id)));
        assertThatThrownBy(() -> staff.as("officer2", () -> cases.take(id, seen, act("e9"), Map.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("draft-changed");
    }

    @Test
    @DisplayName("其他机关的人看不到，也办不了")
    void othersSeeNothing() {
        UUID id = lead();
        assertThatThrownBy(() -> staff.as("officer-zc", () -> cases.open(id))).isInstanceOf(ProblemException.class);
        assertThat(staff.as("officer-zc", () -> cases.list(CaseQuery.all())))
                .extracting(CaseHead::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> staff.as("admin", () -> cases.open(id))).isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("按中文词语、当事人找到案件")
    void findsByWords() {
        UUID id = lead();
        take("officer", id, shop(next(id)));
        CaseQuery query = new CaseQuery("保质期 示例菜店", null, null, null, null, null, null, null, null, 50);
        assertThat(staff.as("officer", () -> cases.list(query)))
                .extracting(CaseHead::id)
                .contains(id);
    }

    @Test
    @DisplayName("没有轮到的步骤不能记入，说明依据")
    void refusesStepsThatAreNotOpen() {
        UUID id = lead();
        assertThatThrownBy(() -> take("officer", id, filing(next(id))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("行政处罚法");
    }
}
