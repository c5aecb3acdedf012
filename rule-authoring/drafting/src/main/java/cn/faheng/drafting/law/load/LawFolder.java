package cn.faheng.drafting.law.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The instruments of a folder: below {@code laws}, {@code rules} and {@code local} where it has them, else all of it. Markdown goes
 * before Word, plain text and article JSON (in {@code json/} beside it) of the same name.
 *
 * @param instruments the instruments in the order of folder, title and version
 * @param ignored files of other kinds
 */
record LawFolder(List<Entry> instruments, List<Path> ignored) {

    private static final List<String> PARTS = List.of("laws", "rules", "local");
    private static final List<String> ENDINGS = List.of(".md", ".docx", ".txt", ".json");

    /**
     * An instrument.
     *
     * @param folder folder below the root
     * @param name name of the file without its ending
     * @param files its files, the preferred one first
     */
    record Entry(String folder, String name, List<Path> files) {

        String shown() {
            return folder.isEmpty() ? name : folder + "/" + name;
        }
    }

    static LawFolder of(Path root) throws IOException {
        List<Path> parts =
                PARTS.stream().map(root::resolve).filter(Files::isDirectory).toList();
        Map<String, Map<String, Entry>> byFolder = new TreeMap<>();
        List<Path> ignored = new ArrayList<>();
        for (Path part : parts.isEmpty() ? List.of(root) : parts) {
            try (Stream<Path> files = Files.walk(part)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    String ending = ending(name);
                    if (ending.isEmpty() || name.startsWith(".")) {
                        ignored.add(root.relativize(file));
                    } else {
                        String folder = folder(root, file);
                        String bare = name.substring(0, name.length() - ending.length());
                        byFolder.computeIfAbsent(folder, f -> new TreeMap<>())
                                .computeIfAbsent(bare, n -> new Entry(folder, n, new ArrayList<>()))
                                .files()
                                .add(file);
                    }
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        byFolder.values().forEach(folder -> entries.addAll(folder.values()));
        entries.forEach(entry -> entry.files().sort((a, b) -> Integer.compare(rank(a), rank(b))));
        return new LawFolder(List.copyOf(entries), List.copyOf(ignored));
    }

    /** Article JSON lies in a folder {@code json} beside the texts. */
    private static String folder(Path root, Path file) {
        Path parent = root.relativize(file).getParent();
        if (parent == null) {
            return "";
        }
        String folder = parent.toString().replace('\\', '/');
        return folder.equals("json")
                ? ""
                : folder.endsWith("/json") ? folder.substring(0, folder.length() - 5) : folder;
    }

    private static String ending(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(lower::endsWith).findFirst().orElse("");
    }

    private static int rank(Path file) {
        return ENDINGS.indexOf(ending(String.valueOf(file.getFileName())));
    }
}
