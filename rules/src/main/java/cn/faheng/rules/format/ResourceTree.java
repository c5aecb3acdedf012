package cn.faheng.rules.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of a rule base, in a folder or inside a jar. Paths use {@code /} and are relative to the root. */
public interface ResourceTree {

    NavigableSet<String> paths();

    /** The file's content as UTF-8 text. */
    String text(String path);

    /** SHA-256 of the file's content, hexadecimal. */
    default String hash(String path) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(path).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The rule base bundled with this release, whether it runs from classes, from a jar or from a jar in a jar. */
    static ResourceTree bundled() {
        URL marker = ResourceTree.class.getResource("/schema/ruleset.schema.json");
        if (marker == null) {
            throw new IllegalStateException("The rules jar is not on the class path");
        }
        try {
            if (marker.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (JarFile file = jar.getJarFile()) {
                    return new InJar(file);
                }
            }
            Path schemaFolder = Path.of(URI.create(marker.toString())).getParent();
            if (schemaFolder == null || schemaFolder.getParent() == null) {
                throw new IllegalStateException("No folder around " + marker);
            }
            return folder(schemaFolder.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled rule base cannot be read at " + marker, e);
        }
    }

    static ResourceTree folder(Path root) {
        return new InFolder(root);
    }

    /** Files below a folder. */
    final class InFolder implements ResourceTree {
        private final Path root;
        private final NavigableSet<String> paths;

        InFolder(Path root) {
            this.root = root;
            NavigableSet<String> found = new TreeSet<>();
            for (String part : new String[] {"law", "rulesets", "adoptions"}) {
                if (!Files.isDirectory(root.resolve(part))) {
                    continue;
                }
                try (Stream<Path> files = Files.walk(root.resolve(part))) {
                    files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read " + root.resolve(part), e);
                }
            }
            this.paths = Collections.unmodifiableNavigableSet(found);
        }

        @Override
        public NavigableSet<String> paths() {
            return paths;
        }

        @Override
        public String text(String path) {
            try {
                return Files.readString(root.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + root.resolve(path), e);
            }
        }
    }

    /** Files inside a jar; read whole, since a jar in a jar has no file system. */
    final class InJar implements ResourceTree {
        private final java.util.NavigableMap<String, String> texts = new java.util.TreeMap<>();

        InJar(JarFile jar) throws IOException {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.matches("(law|rulesets|adoptions)/.*")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }

        @Override
        public NavigableSet<String> paths() {
            return Collections.unmodifiableNavigableSet(new TreeSet<>(texts.keySet()));
        }

        @Override
        public String text(String path) {
            String text = texts.get(path);
            if (text == null) {
                throw new IllegalArgumentException("No file " + path + " in the rules jar");
            }
            return text;
        }
    }
}
