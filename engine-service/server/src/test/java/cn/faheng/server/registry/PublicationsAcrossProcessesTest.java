package cn.faheng.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.ServerTest;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.registry.PublicationLog.Event;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("公布到达每一个进程，或者不到达任何一个")
class PublicationsAcrossProcessesTest extends ServerTest {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationsAcrossProcessesTest.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final String CASE =
            "{\"item\":\"GD-ENV-1.3\",\"place\":\"370211\",\"act\":{\"start\":\"2026-03-01\"},"
                    + "\"decidedOn\":\"2026-06-01\",\"party\":{\"kind\":\"organisation\"}}";

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Publications publications;

    @Autowired
    private RuleBases ruleBases;

    @Autowired
    private RuleBaseStore store;

    @Autowired
    private PublicationStore log;

    @Autowired
    private Clock clock;

    private static DraftedBenchmark draft() {
        return new DraftedBenchmark("370200", DraftedBenchmark.FROM);
    }

    private RuleBases otherProcess() {
        return new RuleBases(ResourceTree.bundled(), store, log, clock);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(dataSource.getJdbcUrl(), dataSource.getUsername(), dataSource.getPassword());
    }

    @AfterEach
    void withdrawAll() {
        publications.list(null, 1000).stream()
                .filter(p -> p.kind() != Publication.Kind.WITHDRAW && p.withdrawnBy() == null)
                .toList()
                .forEach(p -> publications.withdraw(p.sequence(), "测试", "测试二", "测试结束"));
    }

    private void follows(RuleBases other) {
        Publication published = publications.publish(draft().on(publications.base()));
        Instant stored = Instant.now();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(FIVE_SECONDS)
                .until(() -> other.current().hash().equals(ruleBases.current().hash()));
        LOG.info(
                "Seen by the other process after {} ms",
                Duration.between(stored, Instant.now()).toMillis());
        publications.withdraw(published.sequence(), "李明", "陈立", "撤回");
        await().atMost(FIVE_SECONDS)
                .until(() -> other.current().hash().equals(ruleBases.current().hash()));
    }

    @Test
    @DisplayName("另一个进程五秒之内跟上；监听的连接断了也一样，连不上也一样")
    void reachesTheOtherProcess() throws Exception {
        RuleBases other = otherProcess();
        try (RegistryWatch watch = new RegistryWatch(other, this::connection)) {
            watch.start();
            follows(other);
            try (Connection superuser = superuser();
                    Statement statement = superuser.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'");
            }
            follows(other);
        }
        RuleBases deaf = otherProcess();
        try (RegistryWatch watch = new RegistryWatch(deaf, () -> {
            throw new SQLException("no way");
        })) {
            watch.start();
            follows(deaf);
        }
    }

    @Test
    @DisplayName("定期公布：到那一天零时（北京时间）起才用；在此之前撤回就是取消")
    void becomesVisibleOnItsDay() {
        LocalDate day = TODAY.plusDays(3);
        MovingClock moving = new MovingClock();
        RuleBases other = new RuleBases(ResourceTree.bundled(), store, log, moving);
        String before = other.current().hash();
        Publication scheduled = publications.publish(draft().visibleFrom(day).on(publications.base()));

        assertThat(scheduled.standing(TODAY)).isEqualTo(Publication.Standing.SCHEDULED);
        assertThat(ruleBases.current().hash()).isEqualTo(before);
        assertThatExceptionOfType(RefusedPublicationException.class)
                .isThrownBy(() -> publications.publish(draft().on(publications.base())))
                .withMessageContaining("第 " + scheduled.sequence() + " 号公布");
        moving.at(day.atStartOfDay(BEIJING).toInstant().minusMillis(1));
        other.refresh();
        assertThat(other.current().hash()).isEqualTo(before);
        moving.at(day.atStartOfDay(BEIJING).toInstant());
        other.refresh();
        assertThat(other.current().catalogue().ruleSet(draft().ref())).isPresent();
        String after = other.current().hash();
        assertThat(ruleBases.state(after).orElseThrow().catalogue().ruleSet(draft().ref()))
                .isPresent();

        publications.withdraw(scheduled.sequence(), "李明", "陈立", "取消");
        other.refresh();
        assertThat(other.current().hash()).isEqualTo(before);
        assertThat(otherProcess().state(after)).isPresent();
    }

    /** A clock that stands where it is put. */
    private static final class MovingClock extends Clock {
        private Instant now = TODAY.atTime(10, 0).atZone(BEIJING).toInstant();

        void at(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return BEIJING;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    @DisplayName("读不出来的状态不用：原来的继续，健康检查说出来，重启也不倒；撤回之后恢复")
    void keepsTheOldStateWhereTheNewOneCannotBeRead() throws Exception {
        String before = ruleBases.current().hash();
        TransactionTemplate transaction = server.getBean(TransactionTemplate.class);
        Publication broken = new Publication(
                publications.base().sequence() + 1,
                Publication.Kind.PUBLISH,
                List.of(),
                List.of(),
                List.of(),
                "甲",
                null,
                "乙",
                "绕过检查",
                "[]",
                List.of(),
                Instant.now(),
                TODAY,
                publications.base(),
                null,
                null);
        transaction.executeWithoutResult(status -> {
            log.lock();
            log.insert(new Event(
                    broken, new TreeMap<>(Map.of(draft().folder() + "ruleset.yaml", StoredFile.of("kind: nothing")))));
        });
        await().atMost(FIVE_SECONDS).until(() -> ruleBases.failure().isPresent());

        assertThat(ruleBases.current().hash()).isEqualTo(before);
        assertThat(decide(CASE).status()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(server.getBean(RegistryHealth.class).health().getStatus().getCode())
                .isEqualTo("DOWN");
        RuleBases restarted = otherProcess();
        assertThat(restarted.failure()).isPresent();
        assertThat(restarted.current().hash()).isEqualTo(before);
        publications.withdraw(broken.sequence(), "甲", "乙", "坏的");
        assertThat(ruleBases.failure()).isEmpty();
        restarted.refresh();
        assertThat(restarted.failure()).isEmpty();
        assertThat(restarted.current().hash()).isEqualTo(before);
    }

    @Test
    @DisplayName("换了发行版本：公布照样有效，旧发行版本上的状态照样找得到")
    void survivesAnUpgrade() {
        publications.publish(draft().on(publications.base()));
        String old = ruleBases.current().hash();

        RuleBases upgraded = OtherRuleBases.without("adoptions/", server);

        assertThat(upgraded.current().hash()).isNotEqualTo(old);
        assertThat(upgraded.current().catalogue().ruleSet(draft().ref())).isPresent();
        assertThat(upgraded.state(old).orElseThrow().catalogue().ruleSet(draft().ref()))
                .isPresent();
        assertThat(otherProcess().state(upgraded.current().hash())).isPresent();
    }

    @Test
    @DisplayName("两处同时公布同一版本：只有一处成功，另一处被告知原因")
    void letsOnePublisherWin() throws Exception {
        Base base = publications.base();
        ExecutorService both = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Publications other =
                        new PublicationService(otherProcess(), log, server.getBean(TransactionTemplate.class), clock);
                NewPublication asked = draft().marked("from " + i).on(base);
                attempts.add(() -> {
                    try {
                        other.publish(asked);
                        return true;
                    } catch (StalePublicationException e) {
                        return false;
                    }
                });
            }
            int won = 0;
            for (Future<Boolean> attempt : both.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(publications.base().sequence()).isEqualTo(base.sequence() + 1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("在公布的任何一步被杀死：重启之后要么是旧的，要么是完整的新的")
    void isNeverHalf() {
        String old = ruleBases.current().hash();
        int steps = 0;
        int published = 0;
        for (boolean afterwards : new boolean[] {false, true}) {
            for (int step = 1; ; step++) {
                FailingDataSource failing = new FailingDataSource(
                        dataSource.getJdbcUrl(), dataSource.getUsername(), dataSource.getPassword(), step, afterwards);
                long sequence = publications.base().sequence();
                Publications dying = dying(failing);
                try {
                    dying.publish(draft().marked("step " + step + afterwards).on(publications.base()));
                } catch (RuntimeException e) {
                    assertThat(failing.failed()).as("step " + step).isTrue();
                }
                steps++;

                RuleBases restarted = otherProcess();
                boolean isNew =
                        restarted.current().catalogue().ruleSet(draft().ref()).isPresent();
                assertThat(restarted.failure()).isEmpty();
                assertThat(restarted.log().sequence()).isEqualTo(isNew ? sequence + 1 : sequence);
                if (isNew) {
                    published++;
                    assertThat(publications.files(sequence + 1)).hasSize(4);
                    assertThat(restarted.state(restarted.current().hash())).isPresent();
                    publications.withdraw(sequence + 1, "李明", "陈立", "下一次");
                } else {
                    assertThat(restarted.current().hash()).isEqualTo(old);
                }
                if (!failing.failed()) {
                    break;
                }
            }
        }
        assertThat(steps).isGreaterThan(20);
        // Once without any failure each, and once when only the answer to the commit was lost.
        assertThat(published).isGreaterThanOrEqualTo(3);
        assertThat(ruleBases.current().hash()).isEqualTo(old);
    }

    private Publications dying(FailingDataSource failing) {
        JdbcTemplate jdbc = new JdbcTemplate(failing);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(failing));
        return new PublicationService(
                ruleBases,
                new PublicationStore(jdbc, server.getBean(JsonMapper.class), server.getBean(AuditLog.class)),
                transaction,
                clock);
    }

    @Test
    @DisplayName("边公布边裁量：每个答复都出自一个状态，与它所说的版本一致")
    void answersFromOneState() throws Exception {
        ConcurrentLinkedQueue<JsonNode> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService deciding = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(deciding.submit(() -> {
                    while (!done.get()) {
                        Reply reply = decide(CASE);
                        assertThat(reply.status()).isEqualTo(200);
                        answers.add(reply.json());
                    }
                    return null;
                }));
            }
            for (int i = 0; i < 5; i++) {
                Publication published =
                        publications.publish(draft().marked("load " + i).on(publications.base()));
                int before = answers.size();
                await().atMost(Duration.ofMinutes(2)).until(() -> answers.size() > before + 5);
                publications.withdraw(published.sequence(), "李明", "陈立", "下一次");
            }
            done.set(true);
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            deciding.shutdownNow();
        }

        Map<String, Long> states = new TreeMap<>();
        for (JsonNode answer : answers) {
            String state = answer.at("/receipt/ruleBase").asString();
            states.merge(state, 1L, Long::sum);
            String held = ruleBases
                    .state(state)
                    .orElseThrow()
                    .catalogue()
                    .ruleSet(draft().ref())
                    .map(RuleSet::contentHash)
                    .orElse("");
            String named = answer.path("ruleSets")
                    .valueStream()
                    .filter(r ->
                            r.path("id").asString().equals(draft().ref().id().path()))
                    .map(r -> r.path("contentHash").asString())
                    .findFirst()
                    .orElse("");
            assertThat(named).isEqualTo(held);
        }
        assertThat(states).hasSize(6);
        for (JsonNode answer : List.copyOf(answers).subList(0, 20)) {
            String id = Objects.requireNonNull(answer.at("/receipt/id").asString());
            assertThat(post("/api/v1/receipts/" + id + ":replay", "")
                            .json()
                            .path("identical")
                            .asBoolean())
                    .isTrue();
        }
    }
}
