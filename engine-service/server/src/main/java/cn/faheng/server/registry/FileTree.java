package cn.faheng.server.registry;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one state of the rule base, in memory, each with its hash. Immutable. */
final class FileTree implements ResourceTree {

    private final NavigableMap<String, StoredFile> files;

    FileTree(Map<String, StoredFile> files) {
        this.files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    }

    static FileTree of(ResourceTree tree) {
        Map<String, StoredFile> files = new TreeMap<>();
        tree.paths().forEach(path -> files.put(path, StoredFile.of(tree.text(path))));
        return new FileTree(files);
    }

    /** These files with {@code changes} laid over them. */
    FileTree with(Map<String, StoredFile> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, StoredFile> changed = new TreeMap<>(files);
        changed.putAll(changes);
        return new FileTree(changed);
    }

    NavigableMap<String, StoredFile> files() {
        return files;
    }

    Optional<StoredFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** SHA-256 over all files: names the state. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        files.forEach((path, file) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(HexFormat.of().parseHex(file.hash()));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public NavigableSet<String> paths() {
        return files.navigableKeySet();
    }

    @Override
    public String text(String path) {
        return known(path).text();
    }

    @Override
    public String hash(String path) {
        return known(path).hash();
    }

    private StoredFile known(String path) {
        return file(path).orElseThrow(() -> new IllegalArgumentException("No file " + path + " in this rule base"));
    }
}
