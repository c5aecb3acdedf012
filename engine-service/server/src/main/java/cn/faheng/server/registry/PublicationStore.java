package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.registry.NewPublication.Acknowledgement;
import cn.faheng.server.registry.NewPublication.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log in the database. Only inserts and reads; whoever inserts holds {@link #lock} until the commit. */
@Component
class PublicationStore {

    /** Told by every commit of an event to the processes that listen. */
    static final String CHANNEL = "faheng_registry";

    /** The advisory lock of the one who publishes. */
    static final long LOCK = 0x46614865_52656749L;

    private static final TypeReference<List<StoredAcknowledgement>> ACKNOWLEDGED = new TypeReference<>() {};
    private static final String EVENTS =
            "select p.sequence, p.kind, p.authored_by, p.reviewed_by, p.approved_by, p.reason, p.acknowledged,"
                    + " p.published_at, p.visible_from, p.base_sequence, p.base_hash, p.withdraws,"
                    + " w.sequence as withdrawn_by, %s as proof_report from registry.publication p"
                    + " left join registry.publication w on w.withdraws = p.sequence ";
    private static final String WITH_PROOF = EVENTS.formatted("p.proof_report");
    private static final String WITHOUT_PROOF = EVENTS.formatted("''");

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final AuditLog audit;

    PublicationStore(JdbcTemplate jdbc, JsonMapper json, AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** Waits until no other one publishes, in this process or another; free again when the transaction ends. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    /** The number of the newest event, 0 without one. */
    long newest() {
        Long newest = jdbc.queryForObject("select coalesce(max(sequence), 0) from registry.publication", Long.class);
        return newest == null ? 0 : newest;
    }

    List<Publication> list(long before, int limit) {
        return read(WITH_PROOF + "where p.sequence < ? order by p.sequence desc limit ?", before, limit);
    }

    Optional<Publication> find(long sequence) {
        return read(WITH_PROOF + "where p.sequence = ?", sequence).stream().findFirst();
    }

    List<Publication> concerning(RuleSetId ruleSet) {
        return read(
                WITH_PROOF
                        + "where p.sequence in (select v.sequence from registry.publication_version v where v.rule_set = ?)"
                        + " order by p.sequence desc",
                ruleSet.path());
    }

    NavigableMap<String, StoredFile> files(long sequence) {
        return filesAfter(sequence - 1, sequence).getOrDefault(sequence, new TreeMap<>());
    }

    /** Events with a higher number, oldest first, with their files and without their proof reports, which no state depends on. */
    List<PublicationLog.Event> after(long sequence) {
        List<Publication> events = read(WITHOUT_PROOF + "where p.sequence > ? order by p.sequence", sequence);
        if (events.isEmpty()) {
            return List.of();
        }
        Map<Long, NavigableMap<String, StoredFile>> files =
                filesAfter(sequence, events.get(events.size() - 1).sequence());
        return events.stream()
                .map(e -> new PublicationLog.Event(e, files.getOrDefault(e.sequence(), new TreeMap<>())))
                .toList();
    }

    private Map<Long, NavigableMap<String, StoredFile>> filesAfter(long after, long upTo) {
        Map<Long, NavigableMap<String, StoredFile>> files = new HashMap<>();
        jdbc.query(
                "select p.sequence, p.path, p.file, f.content from registry.publication_file p"
                        + " join registry.file f on f.hash = p.file where p.sequence > ? and p.sequence <= ?",
                row -> {
                    files.computeIfAbsent(row.getLong("sequence"), s -> new TreeMap<>())
                            .put(
                                    row.getString("path"),
                                    new StoredFile(row.getString("file"), row.getString("content")));
                },
                after,
                upTo);
        return files;
    }

    private List<Publication> read(String query, Object... arguments) {
        List<Publication> bare = jdbc.query(query, (row, i) -> publication(row), arguments);
        if (bare.isEmpty()) {
            return bare;
        }
        long first = bare.stream().mapToLong(Publication::sequence).min().orElse(0);
        long last = bare.stream().mapToLong(Publication::sequence).max().orElse(0);
        Parts parts = new Parts(jdbc, first, last);
        return bare.stream().map(parts::complete).toList();
    }

    private Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("sequence"),
                Publication.Kind.valueOf(row.getString("kind")),
                List.of(),
                List.of(),
                List.of(),
                row.getString("authored_by"),
                row.getString("reviewed_by"),
                row.getString("approved_by"),
                row.getString("reason"),
                row.getString("proof_report"),
                json.readValue(row.getString("acknowledged"), ACKNOWLEDGED).stream()
                        .map(StoredAcknowledgement::read)
                        .toList(),
                row.getTimestamp("published_at").toInstant(),
                row.getObject("visible_from", LocalDate.class),
                new Base(row.getLong("base_sequence"), row.getString("base_hash")),
                row.getObject("withdraws", Long.class),
                row.getObject("withdrawn_by", Long.class));
    }

    /** Stores an event with its files, and tells the others when the transaction commits. */
    private static Map<String, Object> said(Publication p) {
        Map<String, Object> said = new HashMap<>();
        said.put(
                "versions",
                p.versions().stream().map(v -> v.ruleSet().toString()).toList());
        said.put(
                "endings", p.endings().stream().map(e -> e.ruleSet().toString()).toList());
        said.put("authoredBy", p.authoredBy());
        said.put("approvedBy", p.approvedBy());
        said.put("visibleFrom", p.visibleFrom());
        said.put("reason", p.reason());
        if (p.reviewedBy() != null) {
            said.put("reviewedBy", p.reviewedBy());
        }
        if (p.withdraws() != null) {
            said.put("withdraws", p.withdraws());
        }
        return said;
    }

    void insert(PublicationLog.Event event) {
        Publication p = event.publication();
        jdbc.update(
                "insert into registry.publication (sequence, kind, authored_by, reviewed_by, approved_by, reason,"
                        + " proof_report, acknowledged, published_at, visible_from, base_sequence, base_hash, withdraws)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                p.sequence(),
                p.kind().name(),
                p.authoredBy(),
                p.reviewedBy(),
                p.approvedBy(),
                p.reason(),
                p.proofReport(),
                json.writeValueAsString(
                        p.acknowledged().stream().map(StoredAcknowledgement::of).toList()),
                Timestamp.from(p.publishedAt()),
                p.visibleFrom(),
                p.base().sequence(),
                p.base().hash(),
                p.withdraws());
        audit.write(
                "rules-" + p.kind().name().toLowerCase(Locale.ROOT),
                "publication",
                String.valueOf(p.sequence()),
                said(p));
        List<Object[]> contents = new ArrayList<>();
        List<Object[]> places = new ArrayList<>();
        event.files().forEach((path, file) -> {
            contents.add(new Object[] {file.hash(), file.text()});
            places.add(new Object[] {p.sequence(), path, file.hash()});
        });
        jdbc.batchUpdate("insert into registry.file (hash, content) values (?, ?) on conflict do nothing", contents);
        jdbc.batchUpdate("insert into registry.publication_file (sequence, path, file) values (?, ?, ?)", places);
        if (p.kind() != Publication.Kind.WITHDRAW) {
            insertVersions(p);
        }
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, String.valueOf(p.sequence()));
    }

    private void insertVersions(Publication p) {
        List<Object[]> versions = new ArrayList<>();
        for (Publication.Version version : p.versions()) {
            versions.add(new Object[] {
                p.sequence(),
                path(version.ruleSet()),
                version.ruleSet().version(),
                version.contentHash(),
                null,
                null,
                null
            });
        }
        for (Ending ending : p.endings()) {
            versions.add(new Object[] {
                p.sequence(),
                path(ending.ruleSet()),
                ending.ruleSet().version(),
                null,
                ending.lastDay(),
                ending.by(),
                ending.reason()
            });
        }
        jdbc.batchUpdate(
                "insert into registry.publication_version"
                        + " (sequence, rule_set, version, content_hash, last_day, ended_by, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                versions);
    }

    private static String path(RuleSetRef ref) {
        return ref.id().path();
    }

    /**
     * An acknowledgement as it is stored.
     *
     * @param ruleSet {@code path@day}
     * @param finding key of the finding
     * @param by who
     * @param reason why
     */
    record StoredAcknowledgement(String ruleSet, String finding, String by, String reason) {
        static StoredAcknowledgement of(Acknowledgement a) {
            return new StoredAcknowledgement(a.ruleSet().toString(), a.finding(), a.by(), a.reason());
        }

        Acknowledgement read() {
            return new Acknowledgement(RuleSetRef.parse(ruleSet), finding, by, reason);
        }
    }

    /** What belongs to events besides their own row. */
    private static final class Parts {
        private final Map<Long, List<Publication.Version>> versions = new HashMap<>();
        private final Map<Long, List<Ending>> endings = new HashMap<>();
        private final Map<Long, List<String>> laws = new HashMap<>();

        Parts(JdbcTemplate jdbc, long first, long last) {
            // A withdrawal speaks of what it takes out: it has the number of the event that it withdraws beside its
            // own.
            String where = " x on x.sequence = coalesce(p.withdraws, p.sequence) where p.sequence between ? and ?";
            jdbc.query(
                    "select p.sequence as event, x.* from registry.publication p join registry.publication_version"
                            + where + " order by p.sequence, x.rule_set, x.version",
                    row -> {
                        RuleSetRef ref = new RuleSetRef(
                                new RuleSetId(row.getString("rule_set")), row.getObject("version", LocalDate.class));
                        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
                        long event = row.getLong("event");
                        if (lastDay == null) {
                            list(versions, event).add(new Publication.Version(ref, row.getString("content_hash")));
                        } else {
                            list(endings, event)
                                    .add(new Ending(ref, lastDay, row.getString("ended_by"), row.getString("reason")));
                        }
                    },
                    first,
                    last);
            jdbc.query(
                    "select p.sequence as event, x.path from registry.publication p join registry.publication_file"
                            + where + " and x.path like 'law/%' order by p.sequence, x.path",
                    row -> {
                        list(laws, row.getLong("event"))
                                .add(row.getString("path").replaceAll("^law/|\\.yaml$", ""));
                    },
                    first,
                    last);
        }

        private static <T> List<T> list(Map<Long, List<T>> lists, long event) {
            return lists.computeIfAbsent(event, e -> new ArrayList<>());
        }

        Publication complete(Publication p) {
            return new Publication(
                    p.sequence(),
                    p.kind(),
                    versions.getOrDefault(p.sequence(), List.of()),
                    endings.getOrDefault(p.sequence(), List.of()),
                    laws.getOrDefault(p.sequence(), List.of()),
                    p.authoredBy(),
                    p.reviewedBy(),
                    p.approvedBy(),
                    p.reason(),
                    p.proofReport(),
                    p.acknowledged(),
                    p.publishedAt(),
                    p.visibleFrom(),
                    p.base(),
                    p.withdraws(),
                    p.withdrawnBy());
        }
    }
}
