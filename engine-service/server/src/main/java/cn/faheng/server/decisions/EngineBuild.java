package cn.faheng.server.decisions;

import cn.faheng.engine.Engine;
import cn.faheng.server.canonical.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Names the engine that computed a decision: its version and a hash over its classes. */
final class EngineBuild {

    private static final String PACKAGE = "cn/faheng/engine/";

    private EngineBuild() {}

    static String current() {
        MessageDigest digest = Sha256.digest();
        classes().forEach((name, hash) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(hash);
        });
        String version = Optional.ofNullable(Engine.class.getPackage().getImplementationVersion())
                .orElse("dev");
        return version + "+" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static NavigableMap<String, byte[]> classes() {
        URL engine = Engine.class.getResource("Engine.class");
        if (engine == null) {
            throw new IllegalStateException("The engine has no class file");
        }
        NavigableMap<String, byte[]> classes = new TreeMap<>();
        try {
            if (engine.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    for (JarEntry entry : Collections.list(jar.entries())) {
                        if (entry.getName().startsWith(PACKAGE)
                                && entry.getName().endsWith(".class")) {
                            try (InputStream in = jar.getInputStream(entry)) {
                                classes.put(entry.getName().substring(PACKAGE.length()), Sha256.of(in.readAllBytes()));
                            }
                        }
                    }
                }
            } else {
                folder(Path.of(java.net.URI.create(engine.toString())), classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The engine's classes cannot be read", e);
        }
        return classes;
    }

    private static void folder(Path engineClass, NavigableMap<String, byte[]> classes) throws IOException {
        Path root = Optional.ofNullable(engineClass.getParent()).orElseThrow();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                classes.put(name, Sha256.of(Files.readAllBytes(file)));
            }
        }
    }
}
