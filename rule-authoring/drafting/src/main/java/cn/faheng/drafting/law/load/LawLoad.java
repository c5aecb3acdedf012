package cn.faheng.drafting.law.load;

import cn.faheng.drafting.law.load.LoadResult.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a folder of legal instruments. Running it again changes nothing. It ends with 0 when every instrument was taken or refused
 * with a reason, 1 when one failed on the way, 2 when it could not begin.
 */
public final class LawLoad {

    private LawLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** The same for a caller in this process. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        LoadOptions options;
        LawFolder folder;
        LawApi api;
        try {
            options = LoadOptions.of(arguments, System.getenv());
            if (!Files.isDirectory(options.folder())) {
                throw new IllegalArgumentException(options.folder() + " is not a folder.");
            }
            folder = LawFolder.of(options.folder());
            api = new LawApi(options);
            api.signIn();
        } catch (IllegalArgumentException e) {
            err.println("faheng: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("faheng: " + (e.getMessage() == null ? "the service does not answer" : e.getMessage()));
            return 2;
        }
        List<LoadResult> results = new ArrayList<>();
        Progress progress =
                new Progress(out, options.bar(), folder.instruments().size());
        for (LawFolder.Entry entry : folder.instruments()) {
            LoadResult result = load(api, entry);
            results.add(result);
            progress.done(result);
        }
        out.println(LoadReport.summary(results) + ", in " + progress.seconds() + " s");
        return written(options.report(), LoadReport.markdown(folder, results), out, err)
                        && results.stream().noneMatch(r -> r.outcome() == Outcome.FAILED)
                ? 0
                : 1;
    }

    /** Another file of the same instrument is tried where the first one is refused. */
    private static LoadResult load(LawApi api, LawFolder.Entry entry) throws InterruptedException {
        LoadResult first = api.load(entry, entry.files().get(0));
        for (int i = 1; i < entry.files().size() && first.outcome() == Outcome.REFUSED; i++) {
            LoadResult next = api.load(entry, entry.files().get(i));
            if (next.outcome() != Outcome.REFUSED) {
                return next;
            }
        }
        return first;
    }

    private static boolean written(
            @org.jspecify.annotations.Nullable Path report, String text, PrintStream out, PrintStream err) {
        if (report == null) {
            return true;
        }
        try {
            Files.writeString(report, text);
            out.println("report: " + report);
            return true;
        } catch (IOException e) {
            err.println("faheng: cannot write " + report + ": " + e.getMessage());
            return false;
        }
    }
}
