package cn.faheng.server.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.faheng.contract.model.ChainDefectBody;
import cn.faheng.contract.model.VerificationBody;
import cn.faheng.server.Requests;
import cn.faheng.server.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("留痕链：只增不改，改了就能发现")
@SuppressWarnings("NullAway") // What an answer lacks fails the test as it should.
class ChainTest extends ServerTest {

    @Autowired
    private Sealer sealer;

    @Autowired
    private ChainVerifier verifier;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void someReceipts() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(decide(Requests.expiredFood(String.valueOf(5000 + i), ""))
                            .status())
                    .isEqualTo(200);
        }
        while (count("receipts.unsealed") > 0) {
            sealer.sealGroup();
        }
        assertThat(verifier.verify(null).getIntact()).isTrue();
    }

    private long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }

    @Test
    @DisplayName("链完好：每份留痕都在链上")
    void everyReceiptIsInTheChain() {
        VerificationBody verification = verifier.verify(null);

        assertThat(verification.getReceipts())
                .isEqualTo(verification.getSealed())
                .isPositive();
        assertThat(verification.getHead()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update receipts.receipt set content = '{}'",
                "delete from receipts.receipt",
                "truncate receipts.receipt cascade",
                "update receipts.seal set head = ''",
                "delete from receipts.leaf",
                "update receipts.leaf set position = position + 1",
                "drop table receipts.receipt",
                "alter table receipts.receipt disable trigger all",
                "set session_replication_role = replica",
                "update registry.file set content = ''",
                "delete from registry.rule_base"
            })
    @DisplayName("应用的数据库账号不能改、不能删")
    void theApplicationMayNotChangeAnything(String sql) {
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> jdbc.execute(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update receipts.receipt set content = '{}'",
                "delete from receipts.receipt",
                "truncate receipts.leaf",
                "delete from receipts.seal"
            })
    @DisplayName("即使是数据库超级用户，不先关掉触发器也不能改")
    void triggersStopTheSuperuserToo(String sql) throws Exception {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(sql))
                    .withMessageContaining("append-only");
        }
    }

    static Stream<Arguments> tampering() {
        String middle = "(select receipt_id from receipts.leaf where position = 2)";
        // Other tests share the database: the first two receipts may say the same.
        String other = "(select min(x.position) from receipts.leaf x join receipts.receipt y on y.id = x.receipt_id"
                + " where y.content <> (select v.content from receipts.receipt v join receipts.leaf w"
                + " on w.receipt_id = v.id where w.position = 1))";
        return Stream.of(
                Arguments.of(
                        "改内容",
                        "update receipts.receipt set content = replace(content, 'MK-F124', 'MK-F123') where id = "
                                + middle,
                        "receipt-changed",
                        2L),
                Arguments.of(
                        "改内容并改其哈希",
                        "update receipts.receipt set content = c, content_hash = encode(sha256(convert_to(c, 'UTF8')), 'hex')"
                                + " from (select id as i, replace(content, 'MK-F124', 'MK-F123') as c from receipts.receipt) x"
                                + " where id = i and id = " + middle,
                        "receipt-changed",
                        2L),
                Arguments.of(
                        "改推理过程",
                        "update receipts.receipt set trace = '{}' where id = " + middle,
                        "receipt-changed",
                        2L),
                Arguments.of(
                        "改提问者",
                        "update receipts.receipt set client = 'someone' where id = " + middle,
                        "receipt-changed",
                        2L),
                Arguments.of(
                        "改时间",
                        "update receipts.receipt set recorded_at = recorded_at + interval '1 microsecond' where id = "
                                + middle,
                        "receipt-changed",
                        2L),
                Arguments.of("删一份留痕", "delete from receipts.receipt where id = " + middle, "receipt-missing", 2L),
                Arguments.of("删链上一位", "delete from receipts.leaf where position = 2", "receipt-missing", 2L),
                Arguments.of(
                        "对调两份",
                        "update receipts.receipt a set content = b.content, content_hash = b.content_hash, trace = b.trace"
                                + " from receipts.receipt b, receipts.leaf l, receipts.leaf m where l.receipt_id = a.id"
                                + " and m.receipt_id = b.id and (l.position, m.position) in ((1, " + other + "), ("
                                + other + ", 1))",
                        "receipt-changed",
                        1L),
                Arguments.of(
                        "改封存时间",
                        "update receipts.seal set sealed_at = sealed_at + interval '1 microsecond' where number = 1",
                        "seal-changed",
                        1L),
                Arguments.of(
                        "改链头", "update receipts.seal set head = repeat('0', 64) where number = 1", "seal-changed", 1L),
                Arguments.of("删第一组封存", "delete from receipts.seal where number = 1", "seal-missing", 1L),
                Arguments.of(
                        "插入一份不在链上的留痕",
                        "insert into receipts.receipt (id, recorded_at, client, content_hash, content, trace)"
                                + " select gen_random_uuid(), recorded_at, client, content_hash, content, trace"
                                + " from receipts.receipt where id = " + middle,
                        "queue-lost",
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    @DisplayName("超级用户直接改库：核验指出第一处")
    void findsTampering(String name, String sql, String kind, Long position) throws Exception {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create schema backup");
            for (String table : new String[] {"receipt", "leaf", "seal", "unsealed"}) {
                statement.execute("create table backup." + table + " as table receipts." + table);
            }
            try {
                assertThat(statement.executeUpdate(sql)).isPositive();

                VerificationBody verification = verifier.verify(null);

                assertThat(verification.getIntact()).isFalse();
                ChainDefectBody defect = verification.getDefect();
                assertThat(defect.getKind().getValue()).isEqualTo(kind);
                assertThat(defect.getPosition()).isEqualTo(position);
                assertThat(defect.getDetail()).isNotBlank();
            } finally {
                for (String table : new String[] {"unsealed", "leaf", "seal", "receipt"}) {
                    statement.execute("delete from receipts." + table);
                }
                statement.execute("insert into receipts.receipt overriding system value select * from backup.receipt");
                statement.execute("insert into receipts.seal select * from backup.seal");
                statement.execute("insert into receipts.leaf select * from backup.leaf");
                statement.execute("drop schema backup cascade");
            }
        }
        assertThat(verifier.verify(null).getIntact()).isTrue();
    }

    @Test
    @DisplayName("截去链尾：用留在外面的链头能发现")
    void aHeadKeptOutsideFindsACutTail() throws Exception {
        String head = verifier.verify(null).getHead();

        assertThat(verifier.verify(head).getIntact()).isTrue();
        VerificationBody wrong = verifier.verify("f".repeat(64));

        assertThat(wrong.getIntact()).isFalse();
        assertThat(wrong.getDefect().getKind()).isEqualTo(ChainDefectBody.KindEnum.SEAL_MISSING);
    }
}
