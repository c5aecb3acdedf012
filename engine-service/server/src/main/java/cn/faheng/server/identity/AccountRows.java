package cn.faheng.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Accounts in the database. */
@Component
final class AccountRows implements AccountSource {

    /** How many passwords before the present one may not come back. */
    static final int HISTORY = 5;

    private static final String SELECT =
            "select a.*, array(select r.role from identity.account_role r where r.name = a.name order by r.role) as roles"
                    + " from identity.account a";

    private final JdbcTemplate jdbc;

    AccountRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StoredAccount> find(String name) {
        return jdbc.query(SELECT + " where a.name = ?", (row, i) -> stored(row), name).stream()
                .findFirst();
    }

    @Override
    public List<Account> all() {
        return jdbc.query(SELECT + " order by a.name", (row, i) -> account(row));
    }

    private static StoredAccount stored(ResultSet row) throws SQLException {
        return new StoredAccount(
                account(row),
                row.getString("password_hash"),
                row.getTimestamp("password_since").toInstant());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                row.getString("body"),
                row.getString("certificate"),
                row.getString("division"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getInt("revision"),
                Account.Origin.STORED);
    }

    void insert(Account account, String hash, String by, Instant now) {
        jdbc.update(
                "insert into identity.account (name, display_name, password_hash, password_since, body, certificate,"
                        + " division, must_change_password, created_by, created_at, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?)",
                account.name(),
                account.displayName(),
                hash,
                Timestamp.from(now),
                account.body(),
                account.certificate(),
                account.division(),
                by,
                Timestamp.from(now),
                by,
                Timestamp.from(now));
        roles(account);
    }

    /** Writes an account over the revision it was read at; false where somebody was quicker. */
    boolean update(Account account, String by, Instant now) {
        int changed = jdbc.update(
                "update identity.account set display_name = ?, body = ?, certificate = ?, division = ?, enabled = ?,"
                        + " revision = revision + 1, changed_by = ?, changed_at = ? where name = ? and revision = ?",
                account.displayName(),
                account.body(),
                account.certificate(),
                account.division(),
                account.enabled(),
                by,
                Timestamp.from(now),
                account.name(),
                account.revision());
        if (changed == 0) {
            return false;
        }
        jdbc.update("delete from identity.account_role where name = ?", account.name());
        roles(account);
        return true;
    }

    private void roles(Account account) {
        account.roles()
                .forEach(role -> jdbc.update(
                        "insert into identity.account_role (name, role) values (?, ?)", account.name(), role));
    }

    /** Sets a password; the one before it goes into the history. */
    void setPassword(String name, String hash, boolean mustChange, String by, Instant now) {
        jdbc.update(
                "insert into identity.former_password (name, number, hash, set_at) select a.name,"
                        + " coalesce((select max(f.number) from identity.former_password f where f.name = a.name), 0) + 1,"
                        + " a.password_hash, a.password_since from identity.account a where a.name = ?",
                name);
        jdbc.update(
                "delete from identity.former_password where name = ? and number <="
                        + " (select max(number) from identity.former_password where name = ?) - ?",
                name,
                name,
                HISTORY);
        jdbc.update(
                "update identity.account set password_hash = ?, password_since = ?, must_change_password = ?,"
                        + " revision = revision + 1, changed_by = ?, changed_at = ? where name = ?",
                hash,
                Timestamp.from(now),
                mustChange,
                by,
                Timestamp.from(now),
                name);
    }

    /** Keeps others from changing the account until the end of the transaction. */
    void lock(String name) {
        jdbc.query("select 1 from identity.account where name = ? for update", row -> {}, name);
    }

    List<String> formerHashes(String name) {
        return jdbc.queryForList(
                "select hash from identity.former_password where name = ? order by number desc", String.class, name);
    }

    boolean certificateTaken(String certificate, String exceptFor) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from identity.account where certificate = ? and name <> ?)",
                Boolean.class,
                certificate,
                exceptFor));
    }
}
