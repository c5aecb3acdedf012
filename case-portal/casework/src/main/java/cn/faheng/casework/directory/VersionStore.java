package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Version.State;
import cn.faheng.server.search.SearchText;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of versions and reviews. Rows are only inserted. */
@Component
class VersionStore {

    private static final String COLUMNS =
            """
            v.id, v.subject, v.code, v.name, v.content, v.content_hash, v.applies_from, v.based_on, v.reason, v.compiled_by,
            v.compiled_name, v.compiled_at, v.import_id, r.decision, r.remark, r.reviewed_by, r.reviewed_name, r.reviewed_at
            from casework.directory_version v
            """;
    private static final String ANY =
            "select " + COLUMNS + " left join casework.directory_review r on r.version = v.id ";
    private static final String IN_FORCE =
            COLUMNS + " join casework.directory_review r on r.version = v.id and r.decision = 'IN_FORCE' ";
    private static final String INSERT =
            """
            insert into casework.directory_version (subject, code, name, body, division, kind, fields, other_key, search, content,
              content_hash, applies_from, based_on, reason, compiled_by, compiled_name, compiled_at, import_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;

    VersionStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Lets one transaction at a time change versions of a subject; everything that is checked before stays true until the commit. */
    void lock(Subject subject) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtext('casework.directory'), hashtext(?))", row -> {}, subject.name());
    }

    long insert(NewVersion version, Actor by) {
        insertAll(List.of(version), by);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select max(id) from casework.directory_version where subject = ? and code = ?",
                Long.class,
                version.subject().name(),
                version.code()));
    }

    void insertAll(List<NewVersion> versions, Actor by) {
        Timestamp now = now();
        for (int from = 0; from < versions.size(); from += BATCH) {
            List<NewVersion> some = versions.subList(from, Math.min(from + BATCH, versions.size()));
            jdbc.batchUpdate(
                    INSERT, some.stream().map(v -> arguments(v, by, now)).toList());
        }
    }

    private @Nullable Object[] arguments(NewVersion version, Actor by, Timestamp now) {
        Layout.Index index = version.index();
        return new @Nullable Object[] {
            version.subject().name(),
            version.code(),
            index.name(),
            index.body(),
            index.division(),
            index.kind(),
            jdbc.execute(
                    (Connection c) -> c.createArrayOf("text", index.fields().toArray())),
            index.otherKey(),
            version.search(),
            version.content(),
            version.hash(),
            java.sql.Date.valueOf(version.appliesFrom()),
            version.basedOn(),
            version.reason(),
            by.account(),
            by.name(),
            now,
            version.importId()
        };
    }

    void review(List<Long> versions, State decision, String remark, Actor by) {
        Timestamp now = now();
        for (int from = 0; from < versions.size(); from += BATCH) {
            List<Long> some = versions.subList(from, Math.min(from + BATCH, versions.size()));
            jdbc.batchUpdate(
                    """
                    insert into casework.directory_review (version, decision, remark, reviewed_by, reviewed_name, reviewed_at)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    some.stream()
                            .map(id -> new Object[] {id, decision.name(), remark, by.account(), by.name(), now})
                            .toList());
        }
    }

    /** One of these before which, but after its proposal, another version of the same came into force. */
    Optional<StoredVersion> stale(List<Long> ids) {
        return jdbc
                .query(
                        ANY
                                + """
                                where v.id = any (?) and exists (
                                  select from casework.directory_version o
                                  join casework.directory_review d on d.version = o.id and d.decision = 'IN_FORCE'
                                  where o.subject = v.subject and o.code = v.code and o.id <> v.id
                                    and (v.based_on is null or o.id > v.based_on))
                                order by v.id limit 1
                                """,
                        StoredVersion::read,
                        jdbc.execute((Connection c) -> c.createArrayOf("bigint", ids.toArray())))
                .stream()
                .findFirst();
    }

    Optional<StoredVersion> get(long id) {
        return jdbc.query(ANY + "where v.id = ?", StoredVersion::read, id).stream()
                .findFirst();
    }

    Optional<StoredVersion> inForce(Subject subject, String code, LocalDate day) {
        return jdbc
                .query(
                        "select " + IN_FORCE
                                + "where v.subject = ? and v.code = ? and v.applies_from <= ?"
                                + " order by v.applies_from desc, v.id desc limit 1",
                        StoredVersion::read,
                        subject.name(),
                        code,
                        java.sql.Date.valueOf(day))
                .stream()
                .findFirst();
    }

    List<StoredVersion> history(Subject subject, String code) {
        return jdbc.query(
                ANY + "where v.subject = ? and v.code = ? order by v.id desc",
                StoredVersion::read,
                subject.name(),
                code);
    }

    /** Those in force on a day whose other key is this. */
    List<StoredVersion> byKey(Subject subject, String key, LocalDate day) {
        return jdbc.query(
                "select * from (select distinct on (v.code) v.other_key, " + IN_FORCE
                        + "where v.subject = ? and v.applies_from <= ? and v.code in"
                        + " (select code from casework.directory_version where subject = ? and other_key = ?)"
                        + " order by v.code, v.applies_from desc, v.id desc) newest where other_key = ? order by code",
                StoredVersion::read,
                subject.name(),
                java.sql.Date.valueOf(day),
                subject.name(),
                key,
                key);
    }

    List<StoredVersion> search(Subject subject, Find find, LocalDate day) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("subject", subject.name());
        values.put("day", java.sql.Date.valueOf(day));
        values.put("limit", find.limit() + 1);
        StringBuilder inner =
                new StringBuilder("select distinct on (v.code) v.search, v.body, v.division, v.kind, v.fields, "
                        + IN_FORCE + "where v.subject = :subject and v.applies_from <= :day");
        List<String> outer = new ArrayList<>(List.of("true"));
        find.cursor().ifPresent(after -> {
            inner.append(" and v.code > :after");
            values.put("after", after);
        });
        if (!find.text().isEmpty()) {
            outer.add("search like :text");
            values.put("text", SearchText.containing(find.text()));
        }
        narrow(outer, values, "body = :body", "body", find.body());
        narrow(outer, values, "division like :division", "division", below(find.division()));
        narrow(outer, values, ":field = any (fields)", "field", find.field());
        narrow(outer, values, "kind = :kind", "kind", find.kind());
        inner.append(" order by v.code, v.applies_from desc, v.id desc");
        String sql = "select * from (" + inner + ") newest where " + String.join(" and ", outer)
                + " order by code limit :limit";
        return client.sql(sql).params(values).query(StoredVersion::read).list();
    }

    private static void narrow(
            List<String> conditions,
            Map<String, @Nullable Object> values,
            String condition,
            String name,
            @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** A pattern for a division and everything inside it. */
    static @Nullable String below(@Nullable String division) {
        return division == null || division.isEmpty() || !division.matches("\\d{6}")
                ? null
                : division.replaceAll("(00){1,3}$", "") + "%";
    }

    /** Proposals that wait, the oldest first. */
    List<StoredVersion> open(@Nullable Subject subject, @Nullable UUID importId, long after, int limit) {
        return jdbc.query(
                ANY
                        + "where r.version is null and (?::text is null or v.subject = ?) and (?::uuid is null or v.import_id = ?)"
                        + " and v.id > ? order by v.id limit ?",
                StoredVersion::read,
                subject == null ? null : subject.name(),
                subject == null ? null : subject.name(),
                importId,
                importId,
                after,
                limit);
    }

    /** How many proposals wait, by subject. */
    Map<Subject, Long> openCounts() {
        Map<Subject, Long> counts = new HashMap<>();
        jdbc.query(
                "select subject, count(*) from casework.directory_version v where not exists"
                        + " (select from casework.directory_review r where r.version = v.id) group by subject",
                row -> {
                    counts.put(Subject.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** The newest version in force and the open proposal of every code of a subject, or of the one code. */
    List<StoredVersion> newestAndOpen(Subject subject, @Nullable String code) {
        return jdbc.query(
                "select * from (select distinct on (v.code, r.version is null) " + COLUMNS
                        + " left join casework.directory_review r on r.version = v.id"
                        + " where v.subject = ? and (?::text is null or v.code = ?)"
                        + " and (r.version is null or r.decision = 'IN_FORCE')"
                        + " order by v.code, r.version is null, v.applies_from desc, v.id desc) newest",
                StoredVersion::read,
                subject.name(),
                code,
                code);
    }
}
