package cn.faheng.rules.format;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.EffectivePeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads {@code adoptions/<division>/<first-day>.yaml}: the benchmarks that a division uses and others published. */
final class AdoptionReader {

    private AdoptionReader() {}

    static List<RuleSet> read(String path, String text, Map<String, List<RuleSet>> versionsById) {
        YamlDocument yaml = YamlDocument.parse(path, text);
        List<FormatProblem> problems = new ArrayList<>(Schemas.ADOPTION.check(yaml));
        List<RuleSet> adopted = new ArrayList<>();
        if (problems.isEmpty()) {
            JsonNode root = yaml.root();
            EffectivePeriod period = period(yaml);
            RuleSet.Adoption adoption = new RuleSet.Adoption(
                    new Division(root.path("division").asString()),
                    root.path("mark").asString(),
                    root.path("note").asString());
            for (int i = 0; i < root.path("adopts").size(); i++) {
                String id = root.path("adopts").get(i).asString();
                List<RuleSet> versions = versionsById.getOrDefault(id, List.of());
                if (versions.isEmpty()) {
                    problems.add(yaml.problem("/adopts/" + i, "'" + id + "' is no rule set of this rule base"));
                }
                for (RuleSet version : versions) {
                    if (version.effective().overlaps(period)) {
                        adopted.add(version.adoptedBy(adoption, intersection(version.effective(), period)));
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        return adopted;
    }

    private static EffectivePeriod period(YamlDocument yaml) {
        String to = yaml.root().at("/effective/to").asString();
        try {
            return new EffectivePeriod(
                    LocalDate.parse(yaml.root().at("/effective/from").asString()),
                    to.equals("open") ? null : LocalDate.parse(to));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormatException(List.of(yaml.problem("/effective", String.valueOf(e.getMessage()))));
        }
    }

    private static EffectivePeriod intersection(EffectivePeriod a, EffectivePeriod b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate to = a.to();
        LocalDate otherTo = b.to();
        if (to == null || (otherTo != null && otherTo.isBefore(to))) {
            to = otherTo;
        }
        return new EffectivePeriod(from, to);
    }
}
