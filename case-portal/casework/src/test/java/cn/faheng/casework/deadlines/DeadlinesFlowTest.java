package cn.faheng.casework.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.casework.CaseworkTest;
import cn.faheng.casework.deadlines.DeadlineAlert.Level;
import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Entry.Leave;
import cn.faheng.rules.casefile.Entry.Rank;
import cn.faheng.rules.casefile.Gate;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.LimitExtended;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.casefile.Participants.Standing;
import cn.faheng.rules.casefile.Proof.PreservationDecided;
import cn.faheng.rules.casefile.Proof.PreservationOrdered;
import cn.faheng.server.casefiles.GateService;
import cn.faheng.server.problems.ProblemException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

@DisplayName("案件期限：存储、预警、升级、列表、日历")
class DeadlinesFlowTest extends CaseworkTest {

    /** Demo officers and heads belong to these two. */
    private static final String RENCHENG = "370811-SCJG";

    private static final String ZOUCHENG = "370883-SCJG";

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DeadlineWatch watch;

    @Autowired
    private GateService laws;

    @Autowired
    private FakeCaseFiles fake;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private static LocalDateTime at(String day) {
        return LocalDate.parse(day).atTime(9, 0);
    }

    private static CaseFile file(String body, String filedOn, Entry... more) {
        List<Entry> entries = new ArrayList<>(List.of(
                new OrganRecorded(
                        "organ",
                        at(filedOn),
                        body,
                        "某局",
                        cn.faheng.rules.casefile.Participants.Level.COUNTY,
                        Standing.STATUTORY,
                        body.substring(0, 6),
                        null,
                        null,
                        Set.of(),
                        null),
                new OfficerAssigned(
                        "officer",
                        at(filedOn),
                        "37081100101",
                        "张明",
                        body,
                        Set.of(),
                        Set.of(),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2029, 1, 1),
                        true),
                new Filed(
                        "filed",
                        at(filedOn),
                        Procedure.ORDINARY,
                        "立〔2026〕" + filedOn,
                        "测试案由",
                        new Leave("孙伟", Rank.HEAD, at(filedOn)))));
        entries.addAll(List.of(more));
        return new CaseFile(entries);
    }

    private UUID keep(CaseFile file) {
        UUID id = UUID.randomUUID();
        put(id, file);
        return id;
    }

    private void put(UUID id, CaseFile file) {
        fake.files.put(id, file);
        deadlines.recompute(CaseRef.of(id, file, deadlines.now()), laws.check(file, Gate.CLOSING, deadlines.now()));
    }

    private <T> T as(String account, Supplier<T> act) {
        UserDetails person = people.loadUserByUsername(account);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Deadline of(String account, UUID id, String limit) {
        return as(account, () -> deadlines.ofCase(id)).stream()
                .filter(deadline -> deadline.key().limit().equals(limit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("案卷变化后期限随之变化：立案起算、延长改期、完成，不再有的删去")
    void followsTheFile() {
        UUID id = keep(file(RENCHENG, "2026-09-01"));
        Deadline decision = of("officer", id, "DL-032");
        assertThat(decision.dueOn()).isEqualTo("2026-11-30");
        assertThat(decision.colour(deadlines.now())).isEqualTo(Colour.AMBER);
        assertThat(decision.reason()).contains("90日");
        assertThat(decision.caseRef().number()).isEqualTo("立〔2026〕2026-09-01");
        Entry things = new PreservationOrdered("pre", at("2026-11-18"), "奶粉", true, null);
        put(id, file(RENCHENG, "2026-09-01", things));
        assertThat(of("officer", id, "DL-012").dueOn()).isEqualTo("2026-11-27");
        put(id, file(RENCHENG, "2026-09-01", things, new PreservationDecided("d", at("2026-11-20"), "pre", "返还")));
        assertThat(of("officer", id, "DL-012").state()).isEqualTo(Deadline.State.DONE);
        put(id, file(RENCHENG, "2026-09-01"));
        assertThat(as("officer", () -> deadlines.ofCase(id)))
                .extracting(deadline -> deadline.key().limit())
                .containsExactlyInAnyOrder("DL-032", "DL-093");
    }

    @Test
    @DisplayName("别的机关的期限如同不存在；按机关、人员、颜色筛选；翻页不重不漏；管理员不得查看")
    void listsWithinTheScope() {
        UUID mine = keep(file(RENCHENG, "2026-08-03"));
        UUID theirs = keep(file(ZOUCHENG, "2026-08-04"));
        DueQuery all = DueQuery.all();
        assertThat(as("officer", () -> deadlines.ofCase(theirs))).isEmpty();
        assertThat(as("officer-zc", () -> deadlines.ofCase(mine))).isEmpty();
        assertThat(as("officer", () -> deadlines.list(all)).lines())
                .isNotEmpty()
                .allMatch(deadline -> deadline.caseRef().body().equals(RENCHENG));
        assertThatThrownBy(() -> as(
                        "officer",
                        () -> deadlines.list(new DueQuery(ZOUCHENG, null, null, null, null, null, null, 10))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> as("admin", () -> deadlines.list(all))).isInstanceOf(ProblemException.class);
        List<UUID> overdue = as(
                        "auditor",
                        () -> deadlines.list(
                                new DueQuery(null, "37081100101", "DL-032", Colour.OVERDUE, null, null, null, 100)))
                .lines()
                .stream()
                .map(Deadline::caseId)
                .toList();
        assertThat(overdue).contains(mine, theirs);
        List<Deadline> paged = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            DuePage page =
                    as("auditor", () -> deadlines.list(new DueQuery(null, null, null, null, null, null, from, 2)));
            paged.addAll(page.lines());
            after = page.next();
        } while (after != null);
        List<Deadline> whole = as(
                        "auditor", () -> deadlines.list(new DueQuery(null, null, null, null, null, null, null, 500)))
                .lines();
        assertThat(paged).containsExactlyElementsOf(whole);
        assertThat(as("auditor", () -> deadlines.counts(all)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(whole.size());
        assertThat(as("auditor", () -> deadlines.list(new DueQuery(null, null, null, null, null, null, "胡言~乱语", 2)))
                        .lines())
                .hasSize(2);
    }

    @Test
    @DisplayName("预警和升级各一次：执法人员、负责人、监督，重启不重复；延长以后可以重新预警")
    void escalatesOnce() {
        UUID late = keep(file(RENCHENG, "2026-06-01"));
        UUID soon = keep(file(RENCHENG, "2026-08-28"));
        List<DeadlineAlert> raised = watch.sweep();
        assertThat(raised)
                .filteredOn(alert ->
                        alert.caseId().equals(late) && alert.key().limit().equals("DL-032"))
                .extracting(DeadlineAlert::level)
                .containsExactly(Level.AMBER, Level.RED, Level.OVERDUE, Level.TO_HEAD, Level.TO_SUPERVISOR);
        assertThat(raised)
                .filteredOn(alert ->
                        alert.caseId().equals(soon) && alert.key().limit().equals("DL-032"))
                .extracting(DeadlineAlert::level)
                .contains(Level.AMBER)
                .doesNotContain(Level.OVERDUE);
        assertThat(watch.sweep())
                .filteredOn(alert -> alert.caseId().equals(late))
                .isEmpty();
        put(
                soon,
                file(
                        RENCHENG,
                        "2026-08-28",
                        new LimitExtended(
                                "ext",
                                at("2026-11-20"),
                                "DL-032",
                                LocalDate.of(2027, 1, 1),
                                "",
                                new Leave("孙伟", Rank.HEAD, at("2026-11-20")))));
        assertThat(of("officer", soon, "DL-032").dueOn()).as("一般规定没有延长").isEqualTo("2026-11-26");
    }

    @Test
    @DisplayName("日历、期限或者规则变化后全部重算")
    void recomputesWhenTheBasisChanges() {
        UUID id = keep(file(RENCHENG, "2026-07-01"));
        watch.sweep();
        jdbc.sql("update casework.case_deadline set due_on = date '2020-01-01' where case_id = :id")
                .param("id", id)
                .update();
        watch.sweep();
        assertThat(of("officer", id, "DL-032").dueOn()).as("依据未变不重算").isEqualTo("2020-01-01");
        jdbc.sql("update casework.deadline_basis set fingerprint = 'older'").update();
        watch.sweep();
        assertThat(of("officer", id, "DL-032").dueOn()).isEqualTo("2026-09-29");
    }

    @Test
    @DisplayName("月历：工作日、节假日名称、调休上班日，每日到期数")
    void month() {
        keep(file(RENCHENG, "2026-07-08"));
        MonthOfDeadlines october = as("officer", () -> deadlines.month(YearMonth.of(2026, 10), DueQuery.all()));
        assertThat(october.days()).hasSize(31);
        assertThat(october.days().get(0).holiday()).isEqualTo("国庆节");
        assertThat(october.days().get(0).working()).isFalse();
        assertThat(october.days().get(9).makeUp()).isTrue();
        assertThat(october.days().get(7).count(Colour.OVERDUE)).isPositive();
        assertThat(october.days()).allMatch(MonthOfDeadlines.Day::settled);
        MonthOfDeadlines january = as("officer", () -> deadlines.month(YearMonth.of(2027, 1), DueQuery.all()));
        assertThat(january.days()).noneMatch(MonthOfDeadlines.Day::settled);
    }
}
