package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.catalogue.RuleSetRef;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The written act that ends a version of a rule set: {@code rulesets/<id>/<version>/ended.yaml}. The version's own files stay as
 * they were published.
 *
 * @param to its last day in force
 * @param by what ends it: the version that follows, {@code path@day}, or the document that says so
 * @param reason why
 */
public record Ending(LocalDate to, String by, String reason) {

    /** The name of the file, in the folder of the version. */
    public static final String FILE = "ended.yaml";

    /** Where the ending of a version lies below the root of the rule base. */
    public static String path(RuleSetRef ref) {
        return RuleSetReader.folder(ref) + FILE;
    }

    /** The file, as it is published. */
    public String yaml() {
        return "to: " + to + "\nby: " + quoted(by) + "\nreason: " + quoted(reason) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.strip().replaceAll("\\s+", " ").replace("'", "''") + "'";
    }

    /**
     * Reads the file.
     *
     * @throws FormatException when it is not in the project's format
     */
    static Ending read(String path, String text) {
        YamlDocument yaml = YamlDocument.parse(path, text);
        List<FormatProblem> problems = Schemas.ENDED.check(yaml);
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        try {
            return new Ending(
                    LocalDate.parse(yaml.root().path("to").asString()),
                    yaml.root().path("by").asString(),
                    yaml.root().path("reason").asString());
        } catch (DateTimeException e) {
            throw new FormatException(List.of(yaml.problem("/to", String.valueOf(e.getMessage()))));
        }
    }

    /** The version over the days that are left; an act can only shorten them. */
    RuleSet end(String path, RuleSet ruleSet) {
        EffectivePeriod period = ruleSet.effective();
        if (to.isBefore(period.from())) {
            throw new FormatException(List.of(new FormatProblem(
                    path,
                    1,
                    "/to: " + ruleSet.ref() + " would end on " + to + ", before its first day " + period.from()
                            + "; a version that should never have been in force is withdrawn")));
        }
        LocalDate written = period.to();
        if (written != null && to.isAfter(written)) {
            throw new FormatException(List.of(new FormatProblem(
                    path, 1, "/to: " + ruleSet.ref() + " ends on " + written + " already; an act cannot prolong it")));
        }
        return ruleSet.endedOn(to);
    }
}
