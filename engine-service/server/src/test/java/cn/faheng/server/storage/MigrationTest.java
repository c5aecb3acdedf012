package cn.faheng.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("旧版本留下的数据库")
class MigrationTest {

    private static final String RULE_SETS =
            "[{\"contentHash\":\"%1$s\",\"id\":\"food/X/statute\",\"version\":\"2021-04-29\"},"
                    + "{\"contentHash\":\"%2$s\",\"id\":\"common/age\",\"version\":\"2021-07-15\"}]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    private static Flyway flyway(EmbeddedPostgres.Access owner, String schema, String target) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .target(target)
                .load();
    }

    private static void receipt(Statement statement, String content) throws SQLException {
        statement.execute(
                "insert into receipts.receipt (id, recorded_at, client, content_hash, content, trace) values ('"
                        + UUID.randomUUID() + "', now(), 'old', repeat('0', 64), '" + content + "', '{}')");
    }

    @Test
    @DisplayName("以前的留痕也查得出用了哪些版本的规则集")
    void knowsTheRuleSetsOfOldReceipts() throws Exception {
        String first = "{\"ruleSets\":" + RULE_SETS.formatted("a".repeat(64), "b".repeat(64)) + "}";
        String second = "{\"ruleSets\":" + RULE_SETS.formatted("c".repeat(64), "b".repeat(64)) + "}";
        try (DataFolder data = new DataFolder(folder)) {
            data.lock();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(data, 0)) {
                EmbeddedPostgres.Access owner = server.owner();
                flyway(owner, "faheng", "latest").migrate();
                flyway(owner, "receipts", "1").migrate();
                try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                        Statement statement = connection.createStatement()) {
                    receipt(statement, first);
                    receipt(statement, first);
                    receipt(statement, second);
                    flyway(owner, "receipts", "latest").migrate();
                    receipt(statement, second);
                    receipt(statement, "{}");

                    List<String> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery(
                            "select rc.sequence, v.rule_set, v.version, v.content_hash from receipts.receipt_combination rc"
                                    + " left join receipts.combination_version v using (combination)"
                                    + " where v.rule_set is null or v.rule_set = 'food/X/statute' order by 1")) {
                        while (rows.next()) {
                            String hash = rows.getString(4);
                            found.add(rows.getLong(1) + " " + rows.getString(3) + " "
                                    + (hash == null ? "" : hash.charAt(0)));
                        }
                    }
                    assertThat(found)
                            .containsExactly(
                                    "1 2021-04-29 a", "2 2021-04-29 a", "3 2021-04-29 c", "4 2021-04-29 c", "5 null ");
                }
            }
        }
    }
}
