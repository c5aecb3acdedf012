package cn.faheng.engine.proof;

import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.Citation.OfProvision;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every row cites, and every provision cited stands, word for word, on every day the rule set is in force. */
final class GroundProof {

    private final RuleSet ruleSet;
    private final LawLibrary law;
    private final Findings findings;

    GroundProof(RuleSet ruleSet, LawLibrary law, Findings findings) {
        this.ruleSet = ruleSet;
        this.law = law;
        this.findings = findings;
    }

    /**
     * Proves.
     *
     * @param rowIds the rows of the model
     * @param statutes versions of the statute of the item, for a benchmark
     */
    void prove(Set<String> rowIds, List<RuleSet> statutes) {
        for (String row : rowIds) {
            if (!ruleSet.rows().containsKey(row)) {
                findings.refuted(Property.GROUNDED, row, "“" + row + "”行没有引证。请写明依据的条款或者文件。", null);
            }
        }
        Map<OfProvision, List<String>> cited = new LinkedHashMap<>();
        ruleSet.basis().forEach(basis -> collect(cited, basis.citation(), "依据"));
        ruleSet.rows().values().forEach(row -> row.citations().forEach(c -> collect(cited, c, row.id())));
        cited.forEach(this::provision);
        if (ruleSet.kind() == RuleSet.Kind.BENCHMARK) {
            parents(statutes);
        }
        findings.conclude(Property.GROUNDED, "每一行都有引证；所引" + cited.size() + "处条款在本规则集有效期内的每一日都在施行，文字没有变化。");
    }

    private static void collect(Map<OfProvision, List<String>> cited, Citation citation, String by) {
        if (citation instanceof OfProvision provision) {
            cited.computeIfAbsent(provision, p -> new ArrayList<>()).add(by);
        }
    }

    private void provision(OfProvision cited, List<String> by) {
        String name = cited.chinese() + "（" + cited.version() + "起施行的版本）";
        String where = Examples.some(by.stream().distinct().toList(), 8);
        Optional<LegalInstrument> version = law.version(cited.law(), cited.version());
        Optional<String> words = law.words(cited);
        if (version.isEmpty() || words.isEmpty()) {
            refute(
                    where,
                    "所引" + name + (version.isEmpty() ? "不在法律库中" : "在法律库的该版本中没有这一条款") + "（" + where + "）。请改正引证或者先收录。",
                    null);
            return;
        }
        if (version.get().isOnlyQuoted()) {
            findings.notProved(
                    Property.GROUNDED,
                    where,
                    "法律库没有收录《" + cited.law() + "》，" + cited.at().chinese() + "只是照草案所引，不能证明它现行有效、文字无误（" + where
                            + "）。请先收录该法，或者由人核对后确认。",
                    null);
            return;
        }
        EffectivePeriod period = ruleSet.effective();
        if (period.from().isBefore(version.get().version())) {
            earlier(cited, name, where, words.get(), period.from());
        }
        LocalDate ended = version.get().effective().to();
        LocalDate last = period.to();
        if (ended != null && (last == null || last.isAfter(ended))) {
            later(cited, name, where, words.get(), ended);
        }
    }

    /** The rule set begins before the version it cites: the version before has to say the same. */
    private void earlier(OfProvision cited, String name, String where, String words, LocalDate from) {
        Optional<LegalInstrument> before = law.inForce(cited.law(), from);
        boolean same =
                before.flatMap(v -> v.words(cited.at())).filter(words::equals).isPresent()
                        || before.filter(v -> restsOn(cited, v.version())).isPresent();
        if (!same) {
            refute(where, "本规则集自" + from + "起施行，所引" + name + "那时尚未施行（" + where + "）。请改为当时施行的版本，或者推迟施行日期。", from);
        }
    }

    /** Whether the rule set names another version of the same law among what it rests on: each stands for its own days. */
    private boolean restsOn(OfProvision cited, LocalDate version) {
        return ruleSet.basis().stream()
                .map(RuleSet.Basis::citation)
                .anyMatch(c -> c instanceof OfProvision p
                        && p.law().equals(cited.law())
                        && p.version().equals(version));
    }

    private void later(OfProvision cited, String name, String where, String words, LocalDate ended) {
        LocalDate day = ended.plusDays(1);
        List<LegalInstrument> after = law.versions(cited.law()).stream()
                .filter(v -> v.version().isAfter(ended))
                .filter(v -> ruleSet.effective().overlaps(v.effective()))
                .sorted(Comparator.comparing(LegalInstrument::version))
                .toList();
        for (LegalInstrument version : after) {
            if (version.version().isAfter(day)) {
                break;
            }
            Optional<String> now = version.words(cited.at());
            if (now.isEmpty() && version.article(cited.at()).isEmpty()) {
                findings.notProved(
                        Property.GROUNDED,
                        where,
                        "所引" + name + "自" + day + "起有新版本，法律库没有收录新版本的这一条，不能证明文字没有变化（" + where + "）。请收录新版本的条文。",
                        on(day));
                return;
            }
            if (now.filter(words::equals).isEmpty() && restsOn(cited, version.version())) {
                return;
            }
            if (now.filter(words::equals).isEmpty()) {
                refute(
                        where,
                        "所引" + name + "自" + day + "起文字已经改变" + moved(version, words) + "（" + where
                                + "）。请按新版本修订，或者让本规则集在前一日终止。",
                        day);
                return;
            }
            LocalDate to = version.effective().to();
            if (to == null
                    || (ruleSet.effective().to() != null
                            && !to.isBefore(java.util.Objects.requireNonNull(
                                    ruleSet.effective().to())))) {
                return;
            }
            day = to.plusDays(1);
        }
        refute(where, "所引" + name + "自" + day + "起不再施行，本规则集仍然有效（" + where + "）。请改引现行规定，或者让本规则集在前一日终止。", day);
    }

    /** Where the same words stand in a later version under another number. */
    private static String moved(LegalInstrument version, String words) {
        return version.articles().values().stream()
                .filter(article -> article.text().contains(words))
                .findFirst()
                .map(article -> "，原文移至" + article.label())
                .orElse("");
    }

    /** Each statute version in force while the benchmark is has to rest on a parent of the benchmark, or on the same words. */
    private void parents(List<RuleSet> statutes) {
        List<OfProvision> parents = provisions(ruleSet, RuleSet.Role.PARENT);
        if (parents.isEmpty()) {
            findings.notProved(Property.GROUNDED, "依据", "上位依据是法律库没有收录条文的文件，不能证明它在有效期内没有终止、没有修改。请收录条文，或者由人核对。", null);
            return;
        }
        for (RuleSet statute : statutes) {
            if (!statute.effective().overlaps(ruleSet.effective())) {
                continue;
            }
            List<OfProvision> penalties = provisions(statute, RuleSet.Role.PENALTY);
            boolean same = parents.stream().anyMatch(parent -> penalties.stream()
                    .anyMatch(p -> p.law().equals(parent.law()) && p.version().equals(parent.version())));
            boolean carriesOn = !parents.isEmpty()
                    && parents.stream().allMatch(parent -> penalties.stream()
                            .filter(p -> p.law().equals(parent.law()))
                            .anyMatch(p -> law.words(parent).isPresent()
                                    && law.words(parent).equals(law.words(p))));
            if (!same && !carriesOn) {
                LocalDate from =
                        statute.effective().from().isAfter(ruleSet.effective().from())
                                ? statute.effective().from()
                                : ruleSet.effective().from();
                String now = penalties.isEmpty()
                        ? statute.ref().toString()
                        : penalties.get(0).chinese();
                String parent = parents.isEmpty() ? "" : parents.get(0).chinese();
                refute(
                        statute.ref().toString(),
                        "自" + from + "起本事项的处罚依据为" + now + "（" + statute.ref().version() + "起的法定幅度），本基准依据的" + parent
                                + "已经终止或者修改，本基准自该日起不得适用。请按现行规定修订，或者让本基准在前一日终止。",
                        from);
            }
        }
        uncovered(statutes);
    }

    /** Days on which the benchmark is in force and the item has no statute any more. */
    private void uncovered(List<RuleSet> statutes) {
        LocalDate last = null;
        for (RuleSet statute : statutes) {
            LocalDate to = statute.effective().to();
            if (to == null) {
                return;
            }
            last = last == null || to.isAfter(last) ? to : last;
        }
        if (last != null && !ruleSet.effective().endedBefore(last.plusDays(1))) {
            refute("", "本事项的法定幅度到" + last + "为止，本基准在其后仍然有效，没有上位依据。请收录现行规定，或者让本基准在该日终止。", last.plusDays(1));
        }
    }

    private static List<OfProvision> provisions(RuleSet ruleSet, RuleSet.Role role) {
        return ruleSet.citations(role).stream()
                .filter(OfProvision.class::isInstance)
                .map(OfProvision.class::cast)
                .toList();
    }

    private void refute(String where, String message, @Nullable LocalDate day) {
        findings.refuted(Property.GROUNDED, where, message, day == null ? null : on(day));
    }

    private static CounterExample on(LocalDate day) {
        return new CounterExample(Map.of(), List.of(), Map.of(), day.toString());
    }
}
