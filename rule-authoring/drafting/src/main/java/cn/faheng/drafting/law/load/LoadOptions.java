package cn.faheng.drafting.law.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param folder the folder
 * @param url address of the service
 * @param client client id
 * @param secret its secret
 * @param report file to write the report to, or null
 * @param reason why texts that are held are corrected, or an empty string
 * @param endPrevious write that an earlier version ends where a later one begins
 * @param dryRun only say what would be done
 * @param bar whether to draw a progress bar
 */
record LoadOptions(
        Path folder,
        String url,
        String client,
        String secret,
        @Nullable Path report,
        String reason,
        boolean endPrevious,
        boolean dryRun,
        boolean bar) {

    private static final Set<String> VALUES = Set.of("--url", "--client", "--secret", "--report", "--reason");
    private static final Set<String> SWITCHES = Set.of("--end-previous", "--dry-run", "--bar");

    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    static LoadOptions of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        String folder = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals > 0 ? argument.substring(0, equals) : argument;
            if (VALUES.contains(name)) {
                if (equals < 0 && i + 1 >= arguments.size()) {
                    throw new IllegalArgumentException(name + " needs a value.");
                }
                given.put(name, equals > 0 ? argument.substring(equals + 1) : arguments.get(++i));
            } else if (SWITCHES.contains(name)) {
                given.put(name, "true");
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("law does not know '" + argument + "'.");
            } else if (folder != null) {
                throw new IllegalArgumentException(
                        "law takes one folder, not '" + folder + "' and '" + argument + "'.");
            } else {
                folder = argument;
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("law needs the folder to load.");
        }
        String report = given.get("--report");
        return new LoadOptions(
                Path.of(folder),
                given.getOrDefault("--url", "http://localhost:8080").replaceAll("/+$", ""),
                given.getOrDefault("--client", environment.getOrDefault("FAHENG_CLIENT", "demo-system")),
                given.getOrDefault("--secret", environment.getOrDefault("FAHENG_SECRET", "demo-system-secret")),
                report == null ? null : Path.of(report),
                given.getOrDefault("--reason", ""),
                given.containsKey("--end-previous"),
                given.containsKey("--dry-run"),
                given.containsKey("--bar"));
    }
}
