package cn.faheng.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. Tests that need one are skipped where it or Node is missing, and say so. */
public final class Browser {

    private Browser() {}

    /** Chromium, or empty. */
    static Optional<Path> chromium() {
        return program("FAHENG_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    }

    /** Node, which drives it, or empty. */
    static Optional<Path> node() {
        return program("FAHENG_NODE", "node", "nodejs");
    }

    /** Whether browser tests can run here. */
    public static boolean isThere() {
        boolean there = chromium().isPresent() && node().isPresent();
        if (!there) {
            System.err.println(
                    """

                    *****************************************************************************
                    *  浏览器测试已跳过：没有找到 %s。
                    *  BROWSER TESTS SKIPPED: install chromium, fonts-noto-cjk and nodejs, or set
                    *  FAHENG_CHROMIUM and FAHENG_NODE to the programs.
                    *****************************************************************************
                    """
                            .formatted(chromium().isEmpty() ? "chromium" : "node"));
        }
        return there;
    }

    private static Optional<Path> program(String variable, String... names) {
        Map<String, String> environment = System.getenv();
        String named = environment.get(variable);
        Stream<Path> stated = named == null ? Stream.empty() : Stream.of(Path.of(named));
        List<Path> folders = Arrays.stream(
                        environment.getOrDefault("PATH", "/usr/bin").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        Stream<Path> found =
                Arrays.stream(names).flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
        return Stream.concat(stated, found).filter(Files::isExecutable).findFirst();
    }
}
