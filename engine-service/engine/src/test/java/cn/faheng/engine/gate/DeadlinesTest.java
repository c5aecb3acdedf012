package cn.faheng.engine.gate;

import static cn.faheng.engine.gate.Story.at;
import static cn.faheng.engine.gate.Story.day;
import static cn.faheng.engine.gate.Story.head;
import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.casefile.Coercion.MeasureKind;
import cn.faheng.rules.casefile.Coercion.MeasureTaken;
import cn.faheng.rules.casefile.Deciding.Change;
import cn.faheng.rules.casefile.Deciding.DecisionChanged;
import cn.faheng.rules.casefile.Deciding.Published;
import cn.faheng.rules.casefile.Deciding.RemedyText;
import cn.faheng.rules.casefile.Deciding.ReportedForRecord;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Execution.DemandServed;
import cn.faheng.rules.casefile.Execution.HandedIn;
import cn.faheng.rules.casefile.Execution.Instalment;
import cn.faheng.rules.casefile.Execution.Paid;
import cn.faheng.rules.casefile.Hearing.HearingFileReceived;
import cn.faheng.rules.casefile.Hearing.HearingHeld;
import cn.faheng.rules.casefile.Hearing.HearingHostNamed;
import cn.faheng.rules.casefile.Hearing.HearingRequested;
import cn.faheng.rules.casefile.Hearing.HearingScheduled;
import cn.faheng.rules.casefile.Opening.Resumed;
import cn.faheng.rules.casefile.Opening.Suspended;
import cn.faheng.rules.casefile.Opening.VerificationExtended;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Proof.PreservationDecided;
import cn.faheng.rules.casefile.Proof.PreservationOrdered;
import cn.faheng.rules.casefile.Remedying.Path;
import cn.faheng.rules.casefile.Reviewing.SubmittedForReview;
import cn.faheng.rules.casefile.Serving.Way;
import cn.faheng.rules.casefile.Winding.CrimeReported;
import cn.faheng.rules.casefile.Winding.ReferralDecided;
import cn.faheng.rules.gate.Bearing;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("案件中的期限：何时起算、延长、不计入、完成")
class DeadlinesTest {

    @Test
    @DisplayName("线索核查15个工作日（市场监管程序规定第十八条）：跨国庆，检验期间不计入且按工作日扣除，批准延长15个工作日")
    void verification() {
        assertThat(Story.of("food").source("2024-09-23").due("DL-006", "2024-09-24"))
                .isEqualTo(day("2024-10-17"));
        Story stood = Story.of("food").source("2024-09-23").appraisal("2024-09-25", "2024-10-10", null, null);
        assertThat(stood.due("DL-006", "2024-10-11")).isEqualTo(day("2024-10-28"));
        stood.and(new VerificationExtended("v", at("2024-10-12"), "复杂", head("2024-10-12")));
        assertThat(stood.due("DL-006", "2024-10-14")).isEqualTo(day("2024-11-18"));
        assertThat(Story.of("food")
                        .source("2024-09-23")
                        .and(new VerificationExtended("v", at("2024-10-12"), "复杂", null))
                        .due("DL-006", "2024-10-14"))
                .as("没有负责人批准的延长不计")
                .isEqualTo(day("2024-10-17"));
        assertThat(Story.of("agriculture").source("2024-09-23").due("DL-009", "2024-09-24"))
                .isEqualTo(day("2024-10-08"));
        assertThat(Story.of("environment").source("2024-09-23").due("DL-007", "2024-09-24"))
                .isEqualTo(day("2024-10-08"));
        assertThat(Story.of("urban").source("2024-09-23").due("DL-008", "2024-09-24"))
                .isEqualTo(day("2024-10-17"));
    }

    @Test
    @DisplayName("先行登记保存7个工作日：领域规定在先，一般规定让位；调休上班日计入")
    void preservation() {
        PreservationOrdered order = new PreservationOrdered("pre", at("2024-04-26"), "奶粉", true, head("2024-04-26"));
        assertThat(Story.of("food").and(order).due("DL-013", "2024-04-28")).isEqualTo(day("2024-05-09"));
        assertThat(Story.of("food").and(order).find("DL-012", "2024-04-28")).isEmpty();
        assertThat(Story.of("fire").and(order).due("DL-012", "2024-04-28")).isEqualTo(day("2024-05-09"));
        CaseLimit done = Story.of("fire")
                .and(order)
                .and(new PreservationDecided("d", at("2024-05-10"), "pre", "返还"))
                .limit("DL-012", "2024-05-20");
        assertThat(done.wasLate()).isTrue();
        assertThat(done.isOverdue(at("2024-05-20"))).isFalse();
    }

    @Test
    @DisplayName("当场查封24小时内报告并补办批准：两者都有才算完成，按时刻计算")
    void onTheSpotMeasure() {
        Story story = Story.of("food").measure("m", MeasureKind.SEALING, "2026-03-02T10:00", true, day("2026-04-01"));
        CaseLimit open = story.limit("DL-014", "2026-03-02T11:00");
        assertThat(open.dueAt()).isEqualTo(at("2026-03-03T10:00"));
        assertThat(open.isOverdue(at("2026-03-03T10:00"))).isFalse();
        assertThat(open.isOverdue(at("2026-03-03T10:01"))).isTrue();
        MeasureTaken taken = story.file().last(MeasureTaken.class).orElseThrow();
        MeasureTaken reported = new MeasureTaken(
                "m2",
                taken.at(),
                taken.kind(),
                "",
                "",
                true,
                head("2026-03-03T10:30"),
                at("2026-03-02T20:00"),
                List.of(),
                true,
                true,
                true,
                null,
                true,
                true,
                true,
                true,
                false,
                false,
                "奶粉",
                taken.until());
        assertThat(Story.of("food").and(reported).limit("DL-014", "2026-03-04").wasLate())
                .isTrue();
    }

    @Test
    @DisplayName("扣押30日遇休息日不顺延；延长后60日；书面告知的检验期间不计入，超过告知期间的不扣除，未告知的不扣除")
    void seizure() {
        assertThat(Story.of("food").seized("m", "2026-02-06").due("DL-018", "2026-02-07"))
                .isEqualTo(day("2026-03-08"));
        assertThat(Story.of("food").seized("m", "2026-02-06").find("DL-015", "2026-02-07"))
                .isEmpty();
        assertThat(Story.of("fire").seized("m", "2026-02-06").due("DL-015", "2026-02-07"))
                .isEqualTo(day("2026-03-08"));
        Story more = Story.of("fire").seized("m", "2026-02-06").measureExtended("m", "2026-03-05", "2026-12-31");
        assertThat(more.due("DL-015", "2026-03-06")).as("决定写得再长也只有六十日").isEqualTo(day("2026-04-07"));
        Story told =
                Story.of("fire").seized("m", "2026-02-06").appraisal("2026-02-10", "2026-02-25", "m", "2026-02-20");
        assertThat(told.due("DL-015", "2026-02-26")).isEqualTo(day("2026-03-19"));
        assertThat(told.limit("DL-015", "2026-02-26").stoodDays()).isEqualTo(11);
        Story untold = Story.of("fire").seized("m", "2026-02-06").appraisal("2026-02-10", "2026-02-25", "m", null);
        assertThat(untold.due("DL-015", "2026-02-26")).isEqualTo(day("2026-03-08"));
        CaseLimit released = told.released("m", "2026-03-19").limit("DL-015", "2026-04-20");
        assertThat(released.wasLate()).as("期限届满当日解除").isFalse();
        Story shorter = Story.of("fire").measure("m", MeasureKind.SEIZURE, "2026-02-06", false, day("2026-02-20"));
        assertThat(shorter.due("DL-015", "2026-02-07")).isEqualTo(day("2026-02-20"));
    }

    @Test
    @DisplayName("冻结：3个工作日内交付决定书，30日内处理，可以延长30日")
    void freezing() {
        Story story = Story.of("fire").measure("m", MeasureKind.FREEZING, "2026-02-12", false, day("2026-03-14"));
        assertThat(story.due("DL-016", "2026-02-12")).isEqualTo(day("2026-02-24"));
        assertThat(story.due("DL-017", "2026-02-12")).isEqualTo(day("2026-03-14"));
        assertThat(story.measureExtended("m", "2026-03-10", "2026-04-13").due("DL-017", "2026-03-11"))
                .isEqualTo(day("2026-04-13"));
        assertThat(story.served("m", "2026-02-24").limit("DL-016", "2026-03-01").wasLate())
                .isFalse();
    }

    @Test
    @DisplayName("告知后5个工作日由当事人行使；听证：3、3、5、7、5个工作日依次起算")
    void noticeAndHearing() {
        Story story = Story.of("food").notice("2026-02-10");
        CaseLimit right = story.limit("DL-020", "2026-02-11");
        assertThat(right.bearing()).isEqualTo(Bearing.RIGHT);
        assertThat(story.due("DL-020", "2026-02-11")).isEqualTo(day("2026-02-24"));
        assertThat(story.find("DL-021", "2026-02-11")).isEmpty();
        assertThat(Story.of("fire").notice("2026-02-10").due("DL-021", "2026-02-11"))
                .isEqualTo(day("2026-02-24"));
        story.and(new HearingRequested("h", at("2026-02-24"), "p1"));
        assertThat(story.limit("DL-020", "2026-02-26").wasLate()).isFalse();
        assertThat(story.due("DL-023", "2026-02-26")).isEqualTo(day("2026-02-27"));
        story.and(new HearingHostNamed("host", at("2026-02-26"), "h", "赵六"));
        assertThat(story.due("DL-024", "2026-02-26")).isEqualTo(day("2026-03-02"));
        story.and(new HearingFileReceived("got", at("2026-03-02"), "h"));
        assertThat(story.due("DL-025", "2026-03-03")).isEqualTo(day("2026-03-09"));
        story.and(new HearingScheduled(
                "s", at("2026-03-06"), "p1", at("2026-03-20T14:00"), "会议室", "赵六", at("2026-03-12")));
        assertThat(story.due("DL-026", "2026-03-06")).isEqualTo(day("2026-03-10"));
        assertThat(story.limit("DL-026", "2026-03-13").wasLate()).isTrue();
        assertThat(story.find("DL-022", "2026-03-06")).isEmpty();
        assertThat(story.due("DL-027", "2026-03-06")).isEqualTo(day("2026-03-16"));
        story.and(
                new HearingHeld("held", at("2026-03-20T14:00"), "p1", "赵六", List.of(), true, null, true, true, false));
        assertThat(story.due("DL-028", "2026-03-21")).isEqualTo(day("2026-03-27"));
    }

    @Test
    @DisplayName("法制审核：市场监管10个工作日，农业5个工作日加15日")
    void review() {
        SubmittedForReview submitted = new SubmittedForReview("sub", at("2026-03-02"), "张三");
        assertThat(Story.of("market").and(submitted).due("DL-029", "2026-03-03"))
                .isEqualTo(day("2026-03-16"));
        assertThat(Story.of("market")
                        .and(submitted)
                        .extended("DL-029", "2026-03-13", "2026-03-25")
                        .due("DL-029", "2026-03-16"))
                .isEqualTo(day("2026-03-25"));
        assertThat(Story.of("urban").and(submitted).due("DL-030", "2026-03-03")).isEqualTo(day("2026-03-16"));
        assertThat(Story.of("agriculture")
                        .and(submitted)
                        .extended("DL-031", "2026-03-09", "2026-03-24")
                        .due("DL-031", "2026-03-10"))
                .isEqualTo(day("2026-03-24"));
    }

    @Test
    @DisplayName("九十日：市场监管扣除听证、公告、检验、中止；一般规定不扣除；各领域的延长")
    void decision() {
        Story story = Story.of("food").filed("2026-01-05");
        assertThat(story.due("DL-033", "2026-01-06")).as("4月5日清明，顺延到7日").isEqualTo(day("2026-04-07"));
        assertThat(story.find("DL-032", "2026-01-06")).isEmpty();
        story.appraisal("2026-01-10", "2026-01-20", null, null);
        assertThat(story.due("DL-033", "2026-01-21")).isEqualTo(day("2026-04-15"));
        story.and(new Suspended("stop", at("2026-03-01"), "等待刑事案件结果", head("2026-03-01")));
        CaseLimit standing = story.limit("DL-033", "2026-03-10");
        assertThat(standing.isStanding()).isTrue();
        assertThat(standing.isOverdue(at("2026-03-10"))).isFalse();
        story.and(new Resumed("go", at("2026-03-11"), "stop"));
        assertThat(story.due("DL-033", "2026-03-12")).isEqualTo(day("2026-04-27"));
        assertThat(Objects.requireNonNull(story.limit("DL-033", "2026-03-12").due())
                        .reason())
                .contains("检测、检验、检疫、鉴定10日；中止10日");
        story.extended("DL-033", "2026-04-20", "2026-05-27");
        assertThat(story.due("DL-033", "2026-04-21")).as("决定写明的日子早于法定的日子").isEqualTo(day("2026-05-25"));
        story.extended("DL-033", "2026-05-20", "2026-07-31", Rank.HEADS_COLLECTIVELY);
        assertThat(story.due("DL-033", "2026-05-21")).isAfter(day("2026-07-30"));
        Story general = Story.of("fire").filed("2026-01-05").appraisal("2026-01-10", "2026-01-20", null, null);
        assertThat(general.due("DL-032", "2026-01-21")).isEqualTo(day("2026-04-07"));
        assertThat(Story.of("transport")
                        .filed("2026-01-05")
                        .extended("DL-034", "2026-03-30", "2026-05-05")
                        .due("DL-034", "2026-04-01"))
                .isEqualTo(day("2026-05-05"));
        assertThat(Story.of("public-security").filed("2026-01-05").due("DL-037", "2026-01-06"))
                .isEqualTo(day("2026-02-04"));
    }

    @Test
    @DisplayName("九十日至全部当事人都有决定时为止；撤销立案、终止调查时也终止")
    void decisionOnEveryParty() {
        Story story =
                Story.of("food").filed("2026-01-05").party("p1").party("p2").decided("2026-03-01", 100);
        assertThat(story.limit("DL-033", "2026-03-02").doneAt()).isNull();
        assertThat(Story.of("food")
                        .filed("2026-01-05")
                        .party("p1")
                        .decided("2026-03-01", 100)
                        .limit("DL-033", "2026-03-02")
                        .done())
                .isEqualTo(day("2026-03-01"));
    }

    @Test
    @DisplayName("期限届满之后才发生的中止不使其复活；届满当日完成的不算逾期")
    void expiredLimitStaysExpired() {
        Story story = Story.of("food").filed("2026-01-05");
        story.and(new Suspended("stop", at("2026-04-20"), "等待", head("2026-04-20")));
        CaseLimit limit = story.limit("DL-033", "2026-05-01");
        assertThat(limit.isStanding()).isFalse();
        assertThat(limit.isOverdue(at("2026-05-01"))).isTrue();
        assertThat(limit.isOverdue(at("2026-04-07"))).isFalse();
    }

    @Test
    @DisplayName("送达7个工作日、缴款15日、公开7个工作日、企业信用公示20个工作日、起诉和复议期限")
    void afterTheDecision() {
        Story story = Story.of("food").filed("2026-03-02").party("p1").decided("2026-04-28", 500_000);
        assertThat(story.due("DL-039", "2026-04-29")).isEqualTo(day("2026-05-11"));
        assertThat(story.due("DL-058a", "2026-04-29")).isEqualTo(day("2026-05-11"));
        assertThat(story.due("DL-059", "2026-04-29")).isEqualTo(day("2026-05-28"));
        assertThat(story.find("DL-046", "2026-04-29")).as("没有送达，缴款期限不起算").isEmpty();
        story.served("decision", "2026-04-30");
        assertThat(story.due("DL-046", "2026-05-01")).isEqualTo(day("2026-05-15"));
        assertThat(story.due("DL-066a", "2026-05-01")).isEqualTo(day("2026-06-29"));
        assertThat(story.due("DL-078a", "2026-05-01")).isEqualTo(day("2026-10-30"));
        assertThat(story.due("DL-052", "2026-05-01")).as("起诉期限届满之日起三个月").isEqualTo(day("2027-02-01"));
        assertThat(Objects.requireNonNull(story.limit("DL-052", "2026-05-01").due())
                        .provisional())
                .isTrue();
        assertThat(story.find("DL-048", "2026-05-15")).isEmpty();
        assertThat(story.limit("DL-048", "2026-05-16").due()).isNull();
        assertThat(story.due("DL-049", "2026-05-16")).isEqualTo(day("2026-06-15"));
        assertThat(story.paid("2026-05-20", 500_000)
                        .limit("DL-052", "2026-05-21")
                        .done())
                .isEqualTo(day("2026-05-20"));
        assertThat(story.due("DL-064", "2026-05-21")).isEqualTo(day("2026-06-10"));
    }

    @Test
    @DisplayName("申请法院强制执行：复议之后自十五日起诉期满，诉讼之后自裁判生效，分期的自最后一期，未告知救济的按一年")
    void applicationToTheCourt() {
        Story sued = Story.of("fire").decided("2026-01-05", 100_000).served("decision", "2026-01-06");
        assertThat(sued.due("DL-052", "2026-01-07")).isEqualTo(day("2026-10-08"));
        Story open = Story.of("fire").decided("2026-01-05", 100_000).served("decision", "2026-01-06");
        open.sought(Path.RECONSIDERATION, "2026-02-02", null);
        assertThat(open.find("DL-052", "2026-02-03")).isEmpty();
        Story ended = Story.of("fire").decided("2026-01-05", 100_000).served("decision", "2026-01-06");
        ended.sought(Path.RECONSIDERATION, "2026-02-02", "2026-03-23");
        assertThat(ended.due("DL-077a", "2026-03-24")).isEqualTo(day("2026-04-07"));
        assertThat(ended.due("DL-052", "2026-03-24")).isEqualTo(day("2026-07-07"));
        Story parts = Story.of("fire").decided("2026-01-05", 100_000).served("decision", "2026-01-06");
        parts.deferred(
                "2026-01-12", new Instalment(day("2026-03-31"), 50_000), new Instalment(day("2026-12-31"), 50_000));
        assertThat(parts.due("DL-052", "2026-01-13")).isEqualTo(day("2027-03-31"));
        assertThat(parts.due("DL-046", "2026-01-13")).isEqualTo(day("2026-12-31"));
        assertThat(parts.limits("2026-01-13"))
                .filteredOn(l -> l.limit().id().equals("DL-092"))
                .hasSize(2);
        Story untold =
                Story.of("fire").decided("2026-01-05", 100_000, false, null).served("decision", "2026-01-06");
        assertThat(untold.due("DL-052", "2026-01-07")).isEqualTo(day("2027-04-06"));
        Story spot = Story.of("fire")
                .decided("2026-01-05", 10_000, true, new RemedyText(60, null, true, "", ""))
                .served("decision", "2026-01-05");
        assertThat(spot.due("DL-052", "2026-01-06")).isEqualTo(day("2026-06-08"));
        assertThat(spot.find("DL-078a", "2026-01-06")).isEmpty();
    }

    @Test
    @DisplayName("当场处罚：各领域报备期限，山东省五日只在没有领域规定时适用；当场收缴的罚款2个工作日内上交")
    void onTheSpot() {
        RemedyText remedies = new RemedyText(60, null, true, "", "");
        assertThat(Story.of("food").decided("2026-03-05", 100, true, remedies).due("DL-043", "2026-03-05"))
                .isEqualTo(day("2026-03-16"));
        assertThat(Story.of("transport")
                        .decided("2026-03-05", 100, true, remedies)
                        .due("DL-044", "2026-03-05"))
                .isEqualTo(day("2026-03-10"));
        assertThat(Story.of("traffic")
                        .decided("2026-03-05", 100, true, remedies)
                        .due("DL-045", "2026-03-05"))
                .isEqualTo(day("2026-03-09"));
        assertThat(Story.of("urban").decided("2026-03-05", 100, true, remedies).due("DL-042b", "2026-03-05"))
                .isEqualTo(day("2026-03-10"));
        assertThat(Story.of("environment")
                        .decided("2026-03-05", 100, true, remedies)
                        .due("DL-042a", "2026-03-05"))
                .isEqualTo(day("2026-03-10"));
        assertThat(Story.of("food").decided("2026-03-05", 100, true, remedies).find("DL-083", "2026-03-05"))
                .isEmpty();
        Story fire = Story.of("fire").decided("2026-03-05", 100, true, remedies);
        assertThat(fire.due("DL-083", "2026-03-05")).isEqualTo(day("2026-03-10"));
        assertThat(Story.in("fire", "440100")
                        .decided("2026-03-05", 100, true, remedies)
                        .find("DL-083", "2026-03-05"))
                .isEmpty();
        assertThat(fire.and(new ReportedForRecord("rec", at("2026-03-09"), "decision"))
                        .limit("DL-083", "2026-03-20")
                        .wasLate())
                .isFalse();
        fire.and(new Paid("cash", at("2026-03-05"), "p1", 100, 0, 0, true, "票1", "不当场收缴事后难以执行"));
        assertThat(fire.due("DL-047a", "2026-03-05")).isEqualTo(day("2026-03-09"));
        fire.and(new HandedIn("hand", at("2026-03-06"), "cash", day("2026-03-06"), null));
        assertThat(fire.limit("DL-047a", "2026-03-06").done()).isEqualTo(day("2026-03-06"));
        assertThat(fire.due("DL-047c", "2026-03-06")).isEqualTo(day("2026-03-10"));
    }

    @Test
    @DisplayName("催告10个工作日是等待期，不会逾期；公告送达30日（市场监管）、60日（交通运输）")
    void waiting() {
        Story story = Story.of("food").and(new DemandServed("demand", at("2026-09-21"), "p1", 100, 0, true, 10));
        CaseLimit wait = story.limit("DL-050", "2026-09-22");
        assertThat(story.due("DL-050", "2026-09-22")).isEqualTo(day("2026-10-12"));
        assertThat(wait.isOverdue(at("2026-12-01"))).isFalse();
        assertThat(Story.of("food")
                        .served("x", "2026-03-02", Way.PUBLIC_NOTICE, null)
                        .due("DL-040", "2026-03-03"))
                .isEqualTo(day("2026-04-01"));
        assertThat(Story.of("transport")
                        .served("x", "2026-03-02", Way.PUBLIC_NOTICE, null)
                        .due("DL-041a", "2026-03-03"))
                .isEqualTo(day("2026-05-06"));
    }

    @Test
    @DisplayName("撤回公示3个工作日自知道之日起；移送公安：3日内决定，24小时内移送；公示期")
    void withdrawalAndReferral() {
        Story story = Story.of("food")
                .party("p1")
                .decided("2026-01-05", 100)
                .and(new Published("pub", at("2026-01-08"), "decision", "国家企业信用信息公示系统", true));
        assertThat(story.due("DL-062", "2026-01-09")).isEqualTo(day("2029-01-08"));
        story.and(new DecisionChanged("chg", at("2026-05-06"), "decision", Change.REVOKED, "人民法院", day("2026-05-08")));
        assertThat(story.due("DL-057", "2026-05-09")).isEqualTo(day("2026-05-12"));
        Story crime = Story.of("food").and(new CrimeReported("crime", at("2026-03-06"), 2, "达到追诉标准"));
        assertThat(crime.due("DL-065a", "2026-03-06")).isEqualTo(day("2026-03-09"));
        crime.and(new ReferralDecided("ref", at("2026-03-09T15:00"), "crime", true, "", head("2026-03-09T15:00")));
        assertThat(crime.limit("DL-065b", "2026-03-09T16:00").dueAt()).isEqualTo(at("2026-03-10T15:00"));
    }

    @Test
    @DisplayName("办案人员证件的有效期")
    void certificates() {
        OfficerAssigned officer = new OfficerAssigned(
                "o",
                at("2026-01-05"),
                "37081101",
                "张三",
                "370811-01",
                Set.of(),
                Set.of(),
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2026, 6, 30),
                true);
        assertThat(Story.of("food").and(officer).due("DL-093", "2026-02-01")).isEqualTo(day("2026-06-30"));
    }
}
