package cn.faheng.engine.sanction;

import cn.faheng.engine.outcome.RefusedBenchmark;
import cn.faheng.engine.outcome.RefusedBenchmark.Reason;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses the benchmark of the most specific division whose parent statute is the one in force; names those it refuses. */
final class BenchmarkChoice {

    private final List<RefusedBenchmark> refused = new ArrayList<>();
    private final @Nullable RuleSet chosen;

    BenchmarkChoice(RuleBase base, RuleSet statute, Division place, LocalDate date) {
        RuleSet found = null;
        List<Division> line = place.upwards();
        List<RuleSet> concerned = base.catalogue().benchmarks(Objects.requireNonNull(statute.itemCode())).stream()
                .filter(b -> line.contains(b.jurisdiction()))
                .sorted(Comparator.comparingInt((RuleSet b) -> line.indexOf(b.jurisdiction())))
                .toList();
        for (RuleSet benchmark : concerned) {
            RefusedBenchmark refusal = refusal(base.law(), benchmark, statute, date);
            if (refusal != null) {
                refused.add(refusal);
            } else if (found == null) {
                found = benchmark;
            }
        }
        this.chosen = found;
        if (found != null) {
            // Another version of the benchmark that applies is no benchmark that was refused.
            RuleSet applied = found;
            refused.removeIf(refusal ->
                    refusal.benchmark().ref().id().equals(applied.ref().id()));
        }
    }

    @Nullable
    RuleSet chosen() {
        return chosen;
    }

    List<RefusedBenchmark> refused() {
        return List.copyOf(refused);
    }

    private static @Nullable RefusedBenchmark refusal(
            LawLibrary law, RuleSet benchmark, RuleSet statute, LocalDate date) {
        String name = name(benchmark);
        if (!benchmark.effective().contains(date)) {
            boolean ended = benchmark.effective().endedBefore(date);
            return new RefusedBenchmark(
                    benchmark,
                    ended ? Reason.ENDED : Reason.NOT_YET_IN_FORCE,
                    ended
                            ? name + "的有效期至" + benchmark.effective().to() + "，在" + date + "已经失效，不得适用。"
                            : name + "自" + benchmark.effective().from() + "起施行，在" + date + "尚未施行，不得适用。");
        }
        List<Citation.OfProvision> penalties = provisions(statute, RuleSet.Role.PENALTY);
        List<Citation.OfProvision> parents = provisions(benchmark, RuleSet.Role.PARENT);
        boolean sameVersion = parents.stream().anyMatch(parent -> penalties.stream()
                .anyMatch(p -> p.law().equals(parent.law()) && p.version().equals(parent.version())));
        if (sameVersion || carriesOn(law, parents, penalties)) {
            return null;
        }
        boolean sameLaw = parents.stream()
                .anyMatch(parent -> penalties.stream().anyMatch(p -> p.law().equals(parent.law())));
        String parent = parents.isEmpty() ? "" : "《" + parents.get(0).law() + "》";
        String inForce = penalties.isEmpty() ? "" : penalties.get(0).chinese();
        if (sameLaw) {
            return new RefusedBenchmark(
                    benchmark,
                    Reason.PARENT_CHANGED,
                    name + "依据的" + parent + "在" + date + "已经修改（现行处罚依据为"
                            + penalties.get(0).version() + "起施行的版本），该基准未随之修订，不得适用。");
        }
        boolean ended = parents.stream().allMatch(p -> law.version(p.law(), p.version())
                .map(version -> version.effective().endedBefore(date))
                .orElse(false));
        return new RefusedBenchmark(
                benchmark,
                Reason.PARENT_ENDED,
                ended
                        ? name + "依据的" + parent + "在" + date + "已经失效，现行处罚依据为" + inForce
                                + "；上位法失效的裁量基准不得适用，只按现行法的法定幅度裁量。"
                        : name + "依据的" + parent + "在" + date + "已不是本项违法行为的处罚依据（现行处罚依据为" + inForce
                                + "），该基准不得适用，只按现行法的法定幅度裁量。");
    }

    /** Whether the law was amended elsewhere only: every parent provision stands word for word in the version now in force. */
    private static boolean carriesOn(
            LawLibrary law, List<Citation.OfProvision> parents, List<Citation.OfProvision> penalties) {
        return !parents.isEmpty()
                && parents.stream().allMatch(parent -> penalties.stream()
                        .filter(p -> p.law().equals(parent.law()))
                        .anyMatch(p -> law.words(parent).isPresent()
                                && law.words(parent).equals(law.words(p))));
    }

    private static String name(RuleSet benchmark) {
        Citation.OfDocument source = benchmark.source();
        String title = source == null ? benchmark.ref().toString() : source.chinese();
        RuleSet.Adoption adoption = benchmark.adoption();
        return benchmark.authority() + title + (adoption == null ? "" : "（" + adoption.mark() + "）");
    }

    private static List<Citation.OfProvision> provisions(RuleSet ruleSet, RuleSet.Role role) {
        return ruleSet.citations(role).stream()
                .filter(Citation.OfProvision.class::isInstance)
                .map(Citation.OfProvision.class::cast)
                .toList();
    }
}
