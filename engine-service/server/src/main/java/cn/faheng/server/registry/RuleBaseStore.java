package cn.faheng.server.registry;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every state of the rule base, file by file and each file once. */
@Component
final class RuleBaseStore {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RuleBaseStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void keep(String hash, ResourceTree tree) {
        transaction.executeWithoutResult(status -> {
            boolean fresh =
                    jdbc.update("insert into registry.rule_base (hash) values (?) on conflict do nothing", hash) == 1;
            if (!fresh) {
                return;
            }
            List<Object[]> files = new ArrayList<>();
            List<Object[]> places = new ArrayList<>();
            for (String path : tree.paths()) {
                String text = tree.text(path);
                String fileHash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
                files.add(new Object[] {fileHash, text});
                places.add(new Object[] {hash, path, fileHash});
            }
            jdbc.batchUpdate("insert into registry.file (hash, content) values (?, ?) on conflict do nothing", files);
            jdbc.batchUpdate("insert into registry.rule_base_file (rule_base, path, file) values (?, ?, ?)", places);
        });
    }

    Optional<ResourceTree> find(String hash) {
        Map<String, String> texts = new TreeMap<>();
        jdbc.query(
                "select p.path, f.content from registry.rule_base_file p join registry.file f on f.hash = p.file"
                        + " where p.rule_base = ?",
                row -> {
                    texts.put(row.getString("path"), row.getString("content"));
                },
                hash);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Stored(texts));
    }

    private static final class Stored implements ResourceTree {
        private final Map<String, String> texts;
        private final NavigableSet<String> paths;

        Stored(Map<String, String> texts) {
            this.texts = texts;
            this.paths = Collections.unmodifiableNavigableSet(new TreeSet<>(texts.keySet()));
        }

        @Override
        public NavigableSet<String> paths() {
            return paths;
        }

        @Override
        public String text(String path) {
            String text = texts.get(path);
            if (text == null) {
                throw new IllegalArgumentException("No file " + path + " in the stored rule base");
            }
            return text;
        }
    }
}
