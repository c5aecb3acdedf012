package cn.faheng.server.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every state of the rule base that ever answered here: a bundled one file by file and each file once, one with
 * publications as the bundled one, the number of the newest event and the day from which it follows.
 */
@Component
class RuleBaseStore {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PublicationStore publications;

    RuleBaseStore(JdbcTemplate jdbc, TransactionTemplate transaction, PublicationStore publications) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.publications = publications;
    }

    /**
     * What a state follows from.
     *
     * @param root hash of the bundled state
     * @param sequence number of the newest event
     * @param day the day
     */
    record Origin(String root, long sequence, LocalDate day) {}

    /** Keeps a bundled state whole. */
    void keep(String hash, FileTree tree) {
        transaction.executeWithoutResult(status -> {
            boolean fresh =
                    jdbc.update("insert into registry.rule_base (hash) values (?) on conflict do nothing", hash) == 1;
            if (!fresh) {
                return;
            }
            List<Object[]> files = new ArrayList<>();
            List<Object[]> places = new ArrayList<>();
            tree.files().forEach((path, file) -> {
                files.add(new Object[] {file.hash(), file.text()});
                places.add(new Object[] {hash, path, file.hash()});
            });
            jdbc.batchUpdate("insert into registry.file (hash, content) values (?, ?) on conflict do nothing", files);
            jdbc.batchUpdate("insert into registry.rule_base_file (rule_base, path, file) values (?, ?, ?)", places);
        });
    }

    /** Keeps a state with publications. */
    void keep(String hash, Origin origin) {
        jdbc.update(
                "insert into registry.rule_base (hash, root, sequence, day) values (?, ?, ?, ?) on conflict do nothing",
                hash,
                origin.root(),
                origin.sequence(),
                origin.day());
    }

    /** The files of the state with this hash, or empty when it was never stored here. */
    Optional<FileTree> find(String hash) {
        return find(hash, PublicationLog.EMPTY);
    }

    /** The same; what {@code known} holds of the log is not read again. */
    Optional<FileTree> find(String hash, PublicationLog known) {
        List<Optional<Origin>> rows = jdbc.query(
                "select root, sequence, day from registry.rule_base where hash = ?",
                (row, i) -> Optional.ofNullable(
                        origin(row.getString("root"), row.getLong("sequence"), row.getObject("day", LocalDate.class))),
                hash);
        return rows.stream().findFirst().map(origin -> origin.isPresent() ? derived(origin.get(), known) : whole(hash));
    }

    private static @Nullable Origin origin(@Nullable String root, long sequence, @Nullable LocalDate day) {
        return root == null || day == null ? null : new Origin(root, sequence, day);
    }

    private FileTree derived(Origin origin, PublicationLog known) {
        FileTree root = find(origin.root(), known)
                .orElseThrow(
                        () -> new IllegalStateException("The bundled rule base " + origin.root() + " is not held"));
        PublicationLog log =
                known.sequence() >= origin.sequence() ? known : known.and(publications.after(known.sequence()));
        return root.with(log.upTo(origin.sequence()).changes(origin.day()));
    }

    private FileTree whole(String hash) {
        Map<String, StoredFile> files = new TreeMap<>();
        jdbc.query(
                "select p.path, p.file, f.content from registry.rule_base_file p join registry.file f on f.hash = p.file"
                        + " where p.rule_base = ?",
                row -> {
                    files.put(row.getString("path"), new StoredFile(row.getString("file"), row.getString("content")));
                },
                hash);
        return new FileTree(files);
    }

    /** The bundled state that was new here before this one; empty on the first release. */
    Optional<String> rootBefore(String root) {
        return jdbc
                .queryForList(
                        "select hash from registry.rule_base where root is null and hash <> ?"
                                + " order by stored_at desc limit 1",
                        String.class,
                        root)
                .stream()
                .findFirst();
    }
}
