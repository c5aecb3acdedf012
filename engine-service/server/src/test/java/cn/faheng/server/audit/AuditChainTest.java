package cn.faheng.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.auditor.VerifyAudit;
import cn.faheng.server.ServerTest;
import cn.faheng.server.audit.AuditVerification.Kind;
import cn.faheng.server.canonical.CanonicalJson;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("审计日志的链：改了哪一位，核验说得出")
class AuditChainTest extends ServerTest {

    private static final String GENESIS = "0".repeat(64);

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private AuditExport export;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void someEntries() {
        for (int i = 0; i < 6; i++) {
            log.write("chain-tested", "test", "entry-" + i, Map.of("n", i, "note", "第" + i + "条"));
        }
        export.sealWaiting();
    }

    private List<String> exported() {
        export.sealWaiting();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out, 1);
        return new ArrayList<>(
                Arrays.asList(out.toString(StandardCharsets.UTF_8).split("\n")));
    }

    private static VerifyAudit.Result verify(List<String> lines, String... heads) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return VerifyAudit.verify(new ByteArrayInputStream(bytes), List.of(heads), GENESIS);
    }

    @Test
    @DisplayName("完好：服务器的核验和导出的核验得出同一个链头")
    void bothVerifiersAgree() throws Exception {
        List<String> lines = exported();
        VerifyAudit.Result outside = verify(lines);
        AuditVerification inside = verifier.verify(outside.head());

        assertThat(outside.intact()).as(outside.says()).isTrue();
        assertThat(outside.position()).isEqualTo(lines.size());
        assertThat(inside.isIntact()).isTrue();
        assertThat(inside.sealed()).isGreaterThanOrEqualTo(lines.size());
    }

    @Test
    @DisplayName("每一行都是规范 JSON，读得出各项")
    void everyLineIsJson() {
        for (String line : exported()) {
            var json = JSON.readTree(line);
            assertThat(json.path("entry").propertyNames())
                    .containsExactly(
                            "action",
                            "address",
                            "at",
                            "callerKind",
                            "details",
                            "displayName",
                            "outcome",
                            "roles",
                            "sequence",
                            "subject",
                            "subjectKind",
                            "trace",
                            "user");
            assertThat(CanonicalJson.of(json.path("entry")))
                    .isEqualTo(line.substring("{\"entry\":".length(), line.lastIndexOf(",\"hash\":")));
        }
    }

    @Test
    @DisplayName("许多人同时写，有的提交有的回滚：每条恰好进链一次，链完好")
    void manyAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> done = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            int person = p;
            done.add(people.submit(() -> {
                start.await();
                for (int i = 0; i < 40; i++) {
                    int n = i;
                    transaction.executeWithoutResult(status -> {
                        log.write("crowd-tested", "test", "crowd-" + person, Map.of("n", n));
                        if (n % 5 == 4) {
                            status.setRollbackOnly();
                        }
                    });
                }
                return person;
            }));
        }
        start.countDown();
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<Integer> one : done) {
            assertThat(one.get()).isBetween(0, 7);
        }

        List<String> lines = exported();

        assertThat(lines.stream().filter(line -> line.contains("\"action\":\"crowd-tested\"")))
                .hasSize(8 * 32)
                .doesNotHaveDuplicates();
        assertThat(verify(lines).intact()).isTrue();
        assertThat(verifier.verify(null).isIntact()).isTrue();
    }

    static Stream<Arguments> tampering() {
        String third = "(select sequence from audit.link where position = 3)";
        return Stream.of(
                Arguments.of(
                        "改详情",
                        "update audit.entry set details = '{\"n\":9}' where sequence = " + third,
                        Kind.ENTRY_CHANGED,
                        3L),
                Arguments.of(
                        "改用户",
                        "update audit.entry set user_name = 'x' where sequence = " + third,
                        Kind.ENTRY_CHANGED,
                        3L),
                Arguments.of(
                        "改时间一微秒",
                        "update audit.entry set at = at + interval '1 microsecond' where sequence = " + third,
                        Kind.ENTRY_CHANGED,
                        3L),
                Arguments.of(
                        "改结果",
                        "update audit.entry set outcome = case outcome when 'done' then 'refused' else 'done' end where sequence = "
                                + third,
                        Kind.ENTRY_CHANGED,
                        3L),
                Arguments.of("删条目", "delete from audit.entry where sequence = " + third, Kind.ENTRY_MISSING, 3L),
                Arguments.of("删一位", "delete from audit.link where position = 3", Kind.POSITION_MISSING, 3L),
                Arguments.of(
                        "删一条并把后面的往前挪",
                        "with gone as (delete from audit.link where position = 3 returning 1)"
                                + " update audit.link set position = position + 1000000 where position > 3 and exists (select from gone);"
                                + "update audit.link set position = position - 1000001 where position > 1000000",
                        Kind.CHAIN_BROKEN,
                        3L),
                Arguments.of(
                        "对调两条",
                        "update audit.link set position = case position when 3 then 1000004 else 1000003 end where position in (3, 4);"
                                + "update audit.link set position = position - 1000000 where position > 1000000",
                        Kind.CHAIN_BROKEN,
                        3L),
                Arguments.of(
                        "改链头",
                        "update audit.link set head = repeat('a', 64) where position = 3",
                        Kind.CHAIN_BROKEN,
                        3L),
                Arguments.of(
                        "改散列",
                        "update audit.link set entry_hash = repeat('a', 64) where position = 3",
                        Kind.ENTRY_CHANGED,
                        3L),
                Arguments.of(
                        "插入一条",
                        "insert into audit.entry (at, caller_kind, user_name, display_name, roles, address, trace, action,"
                                + " subject_kind, subject, details, outcome) values (now(), 'none', '', '', '', '', '', 'forged',"
                                + " 'test', '', '{}', 'done')",
                        Kind.ENTRY_OUTSIDE,
                        null),
                Arguments.of(
                        "截去链尾和条目",
                        "create temp table cut as select sequence from audit.link where position > 4;"
                                + "delete from audit.link where position > 4;"
                                + "delete from audit.entry where sequence in (select sequence from cut); drop table cut",
                        Kind.HEAD_UNKNOWN,
                        5L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    @DisplayName("超级用户直接改库：核验指出第一处是第几位")
    void findsTampering(String name, String sql, Kind kind, @Nullable Long position) throws Exception {
        VerifyAudit.Result kept = verify(exported());
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create table audit.kept_entry as table audit.entry");
            statement.execute("create table audit.kept_link as table audit.link");
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute(sql);

                AuditVerification found = verifier.verify(kept.head());

                assertThat(found.isIntact()).isFalse();
                AuditVerification.Defect defect = Objects.requireNonNull(found.defect());
                assertThat(defect.kind()).isEqualTo(kind);
                assertThat(defect.position()).isEqualTo(position);
            } finally {
                statement.execute("delete from audit.link");
                statement.execute("delete from audit.entry where sequence in (select sequence from audit.kept_entry)"
                        + " or action = 'forged'");
                statement.execute("insert into audit.entry overriding system value select * from audit.kept_entry");
                statement.execute("insert into audit.link select * from audit.kept_link");
                statement.execute("drop table audit.kept_entry, audit.kept_link");
            }
        }
        assertThat(verifier.verify(kept.head()).isIntact()).isTrue();
    }

    @Test
    @DisplayName("导出的文件被改一处，一万次随机：每次都发现，说得出第几位")
    void findsEveryEditOfAnExport() throws Exception {
        List<String> all = exported();
        List<String> lines = all.subList(0, Math.min(all.size(), 24));
        String head = verify(lines).head();
        Random random = new Random(20261122);
        for (int round = 0; round < 10_000; round++) {
            List<String> edited = new ArrayList<>(lines);
            int at = random.nextInt(lines.size());
            long expected = at + 1L;
            switch (random.nextInt(5)) {
                case 0 -> edited.set(at, flipped(lines.get(at), random));
                case 1 -> {
                    edited.remove(at);
                    expected = at == lines.size() - 1 ? lines.size() : at + 1;
                }
                case 2 -> edited.add(at, lines.get(random.nextInt(lines.size())));
                case 3 -> {
                    int other = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
                    edited.set(at, lines.get(other));
                    edited.set(other, lines.get(at));
                    expected = Math.min(at, other) + 1L;
                }
                default -> {
                    edited = new ArrayList<>(lines.subList(0, at));
                    expected = at + 1L;
                }
            }
            if (edited.equals(lines)) {
                continue;
            }
            VerifyAudit.Result result = edited.isEmpty()
                    ? VerifyAudit.verify(new ByteArrayInputStream(new byte[0]), List.of(head), GENESIS)
                    : verify(edited, head);
            assertThat(result.intact()).as("round " + round).isFalse();
            // A line that was put in twice in a row is found where it stands the second time.
            assertThat(result.position()).as("round " + round).isBetween(expected, expected + 1);
        }
    }

    private static String flipped(String line, Random random) {
        int i = random.nextInt(line.length());
        char other = line.charAt(i) == 'x' ? 'y' : 'x';
        return line.substring(0, i) + other + line.substring(i + 1);
    }

    @Test
    @DisplayName("整条链被改写：只有另行保存的链头能发现，也确实发现")
    void aKeptHeadFindsAChainWrittenAnew() throws Exception {
        List<String> lines = exported();
        String kept = verify(lines).head();
        List<String> forged = new ArrayList<>();
        String head = GENESIS;
        for (int i = 0; i < lines.size(); i++) {
            String entry = lines.get(i)
                    .substring("{\"entry\":".length(), lines.get(i).lastIndexOf(",\"hash\":"))
                    .replace("\"outcome\":\"refused\"", "\"outcome\":\"done\"")
                    .replace("entry-2", "entry-7");
            String hash = CanonicalJson.hash(entry);
            head = AuditChain.head(head, i + 1, hash);
            forged.add("{\"entry\":" + entry + ",\"hash\":\"" + hash + "\",\"head\":\"" + head + "\",\"position\":"
                    + (i + 1) + "}");
        }

        assertThat(verify(forged).intact()).isTrue();
        assertThat(verify(forged, kept).intact()).isFalse();
        assertThat(verify(lines, kept).intact()).isTrue();
    }

    @Test
    @DisplayName("从中间起的导出，用前一位的链头核验")
    void verifiesAPartialExport() throws Exception {
        List<String> lines = exported();
        String before = verify(lines.subList(0, 2)).head();
        byte[] rest = (String.join("\n", lines.subList(2, lines.size())) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(VerifyAudit.verify(new ByteArrayInputStream(rest), List.of(), before)
                        .intact())
                .isTrue();
        assertThat(VerifyAudit.verify(new ByteArrayInputStream(rest), List.of(), "f".repeat(64))
                        .position())
                .isEqualTo(3);
        assertThat(VerifyAudit.verify(new ByteArrayInputStream(rest), List.of(), GENESIS)
                        .intact())
                .isFalse();
    }

    @Test
    @DisplayName("审计员的程序单独运行：一个源文件，不用构建；结束码说明结果")
    void theProgramRunsAlone(@TempDir Path folder) throws Exception {
        List<String> lines = exported();
        Path good = Files.writeString(folder.resolve("good.ndjson"), String.join("\n", lines) + "\n");
        lines.set(1, lines.get(1).replace("\"outcome\":\"", "\"outcome\":\" "));
        Path bad = Files.writeString(folder.resolve("bad.ndjson"), String.join("\n", lines) + "\n");

        assertThat(run(good.toString())).startsWith("0").contains("Intact");
        assertThat(run(bad.toString())).startsWith("1").contains("第2位");
        assertThat(run(good.toString(), "--head", "f".repeat(64))).startsWith("1");
        assertThat(run(folder.resolve("none").toString())).startsWith("2");
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "src/main/java/cn/faheng/auditor/VerifyAudit.java"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    @Test
    @DisplayName("审计员的程序不用服务器的任何东西")
    void theProgramUsesNothingOfTheServer() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("cn.faheng.auditor")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "cn.faheng.auditor", "org.jspecify..")
                .check(new ClassFileImporter().importPackages("cn.faheng.auditor"));
    }
}
