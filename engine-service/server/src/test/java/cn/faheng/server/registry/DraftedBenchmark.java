package cn.faheng.server.registry;

import cn.faheng.rules.catalogue.RuleSetId;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.format.ResourceTree;
import cn.faheng.rules.format.RuleSetReader;
import cn.faheng.server.registry.NewPublication.Acknowledgement;
import cn.faheng.server.registry.NewPublication.Ending;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A benchmark drafted for a division from the bundled one of Guangdong, as tests publish it. */
final class DraftedBenchmark {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private static final ResourceTree BUNDLED = ResourceTree.bundled();
    private static final String MODEL = "rulesets/environment/GD-ENV-1.3/440000/2022-01-01/";

    private final String division;
    private final LocalDate from;
    private final Map<String, String> files = new TreeMap<>();
    private List<Ending> endings = List.of();
    private String author = "李明";
    private String approver = "陈立";
    private String proof = "[]";
    private @Nullable LocalDate visibleFrom;

    DraftedBenchmark(String division, LocalDate from) {
        this.division = division;
        this.from = from;
        for (String name : List.of("ruleset.yaml", "discretion.dmn", "cases.csv", "notes.md")) {
            files.put(
                    folder() + name,
                    BUNDLED.text(MODEL + name)
                            .replace("440000/2022-01-01", division + "/" + from)
                            .replace("440000_2022-01-01", division + "_" + from)
                            .replace("from: 2022-01-01, to: 2026-12-31", "from: " + from + ", to: open")
                            .replace("\"440000\"", "\"" + division + "\""));
        }
    }

    RuleSetRef ref() {
        return new RuleSetRef(new RuleSetId("environment/GD-ENV-1.3/" + division), from);
    }

    String folder() {
        return RuleSetReader.folder(ref());
    }

    DraftedBenchmark replacing(String file, String old, String fresh) {
        String text = files.getOrDefault(folder() + file, "");
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        files.put(folder() + file, text.replace(old, fresh));
        return this;
    }

    /** Its bytes differ from those of another one with the same version. */
    DraftedBenchmark marked(String mark) {
        files.compute(folder() + "ruleset.yaml", (path, text) -> text + "\n# " + mark + "\n");
        return this;
    }

    DraftedBenchmark file(String path, String text) {
        files.put(path, text);
        return this;
    }

    DraftedBenchmark without(String path) {
        files.remove(path);
        return this;
    }

    DraftedBenchmark ending(RuleSetRef version, LocalDate lastDay) {
        endings = List.of(new Ending(version, lastDay, ref().toString(), "由新版本接替"));
        return this;
    }

    DraftedBenchmark by(String author, String approver) {
        this.author = author;
        this.approver = approver;
        return this;
    }

    DraftedBenchmark proved(String report) {
        this.proof = report;
        return this;
    }

    DraftedBenchmark visibleFrom(LocalDate day) {
        this.visibleFrom = day;
        return this;
    }

    NewPublication on(Base base) {
        return new NewPublication(
                files,
                endings,
                base,
                author,
                "周敏",
                approver,
                "试行一年后修订",
                proof,
                List.of(new Acknowledgement(ref(), "monotone/1", "周敏", "该档由人决定")),
                visibleFrom);
    }
}
