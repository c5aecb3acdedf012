package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.casework.deadlines.CaseRef;
import cn.faheng.casework.deadlines.Deadlines;
import cn.faheng.engine.gate.CaseLimit;
import cn.faheng.rules.calendar.WorkingCalendar;
import cn.faheng.rules.gate.Bearing;
import cn.faheng.rules.timelimit.TimeLimit;
import cn.faheng.rules.timelimit.TimeLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("期限页面")
class DeadlinePagesTest extends PageTest {

    private static final UUID MINE = UUID.fromString("00000000-0000-4000-8000-000000000101");
    private static final UUID THEIRS = UUID.fromString("00000000-0000-4000-8000-000000000102");

    @Autowired
    private Deadlines deadlines;

    private Visitor signedIn(String name) {
        return Visitor.signedIn(address(""), name, PASSWORD);
    }

    private static CaseLimit limit(String id, String start, Bearing bearing) {
        TimeLimit limit = TimeLimits.published().find(id).orElseThrow();
        LocalDate day = LocalDate.parse(start);
        return new CaseLimit(
                limit,
                "e1",
                "",
                day.atTime(9, 0),
                bearing,
                limit.dueFrom(day, WorkingCalendar.published()).orElse(null),
                null,
                0,
                false,
                null);
    }

    @BeforeEach
    void twoCases() {
        deadlines.recompute(
                new CaseRef(MINE, "任城立〔2026〕1号", "<script>alert(1)</script>案", "370811-SCJG", List.of("37081100101")),
                List.of(
                        limit("DL-033", "2026-07-09", Bearing.DUTY),
                        limit("DL-012", "2026-11-18", Bearing.DUTY),
                        limit("DL-046", "2026-11-20", Bearing.RIGHT)));
        deadlines.recompute(
                new CaseRef(THEIRS, "邹城立〔2026〕2号", "案由", "370883-SCJG", List.of("37088300101")),
                List.of(limit("DL-033", "2026-08-03", Bearing.DUTY)));
    }

    @Test
    @DisplayName("列表：颜色另有文字和图形，写明依据和推算；别的机关的不见；案由中的脚本不执行")
    void list() {
        String page = signedIn("officer").get("/deadlines").body();
        assertThat(page)
                .contains("任城立〔2026〕1号", "逾期", "紧急", "等待", "ti-alert-octagon", "第六十四条", "自2026-07-09的次日起算90日")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert", "邹城立〔2026〕2号", "??deadlines");
        assertThat(signedIn("officer").get("/deadlines?colour=overdue").body())
                .contains("任城立〔2026〕1号")
                .doesNotContain("先行登记保存的证据作出处理决定</span> ");
        assertThat(signedIn("officer-zc").get("/deadlines?body=370811-SCJG").statusCode())
                .isEqualTo(404);
        assertThat(signedIn("auditor").get("/deadlines?limit=DL-033&mine=on").body())
                .doesNotContain("任城立〔2026〕1号");
        assertThat(signedIn("auditor").get("/deadlines?limit=DL-033&lang=en").body())
                .contains("任城立〔2026〕1号", "邹城立〔2026〕2号", "Overdue", "days over")
                .doesNotContain("??");
        assertThat(signedIn("officer").get("/deadlines?from=gestern&after=~~").body())
                .contains("2026-11-22 的形式");
    }

    @Test
    @DisplayName("月历：节假日名称、调休、每日届满数可以点开；未收录的年份说明暂定")
    void calendar() {
        Visitor officer = signedIn("officer");
        String october = officer.get("/deadlines/calendar?month=2026-10").body();
        assertThat(october)
                .contains("2026年10月", "国庆节", "due-work", "from=2026-10-08", "2026-10-08届满1项")
                .doesNotContain("??");
        assertThat(officer.get("/deadlines/calendar").body()).contains("2026年11月", "due-today");
        assertThat(officer.get("/deadlines/calendar?month=2027-02").body()).contains("尚未收录");
        assertThat(officer.get("/deadlines/calendar?month=13-13").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("管理员看不到案件期限，未登录的去登录")
    void notForEveryone() {
        assertThat(signedIn("admin").get("/deadlines").statusCode()).isEqualTo(403);
        assertThat(signedIn("admin").get("/deadlines/calendar").statusCode()).isEqualTo(403);
        assertThat(Visitor.unknown(address("")).get("/deadlines").statusCode()).isEqualTo(302);
    }
}
