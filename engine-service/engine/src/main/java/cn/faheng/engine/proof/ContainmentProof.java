package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.Evaluation;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.proof.ProofReport.CounterExample;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a benchmark against every statute version and every superior benchmark in force while it is. */
final class ContainmentProof {

    private static final int MOST_SHOWN = 20;

    /** First day of 行政处罚法 as revised on 2021-01-22. */
    private static final LocalDate REVISED = LocalDate.of(2021, 7, 15);

    private final SymbolicModel draft;
    private final ModelRegistry models;
    private final LawLibrary law;
    private final Findings findings;
    private final long mostWork;
    private final String item;

    /** @param item name of the draft's item, as far as it is known */
    ContainmentProof(
            SymbolicModel draft, String item, ModelRegistry models, LawLibrary law, Findings findings, long mostWork) {
        this.draft = draft;
        this.item = item;
        this.models = models;
        this.law = law;
        this.findings = findings;
        this.mostWork = mostWork;
    }

    /**
     * Proves.
     *
     * @param statutes versions of the statute of the item
     * @param catalogue where superior benchmarks are looked for
     */
    void prove(List<RuleSet> statutes, Catalogue catalogue) {
        int compared = 0;
        for (RuleSet statute : statutes) {
            if (statute.effective().overlaps(draft.ruleSet().effective())) {
                compare(statute, Level.STATUTE);
                compared++;
                if (isOnlyQuoted(statute)) {
                    findings.notProved(
                            Property.CONTAINED,
                            statute.ref().toString(),
                            whose(statute, true) + "由草案所引的条文读出，法律库没有收录该法，不能证明各档在现行的法定幅度之内。请先收录该法，或者由人核对后确认。",
                            null);
                }
            }
        }
        if (compared == 0) {
            findings.notProved(Property.CONTAINED, "", "没有本事项在本基准有效期内的法定幅度，无法证明各档在法定幅度之内。请先收录或者起草法定幅度。", null);
        }
        findings.conclude(Property.CONTAINED, "每一行都在法定幅度之内（核对了" + compared + "个法律版本）" + superiors(catalogue));
    }

    /** Compares with the benchmarks above; what was compared, in words. */
    private String superiors(Catalogue catalogue) {
        Superiors found = Superiors.of(draft.ruleSet(), item, catalogue);
        found.same().forEach(above -> compare(above, Level.SUPERIOR));
        found.alike().forEach(above -> compare(above, Level.ALIKE));
        if (!found.open().isEmpty()) {
            findings.notProved(
                    Property.CONTAINED,
                    "",
                    "同一条文有几个名称相近的上级裁量基准，不能认定哪一个规定的是本事项的违法行为，没有比较：" + named(found.open(), catalogue)
                            + "。请由人核对，或者采用上级的事项编码。",
                    null);
        }
        int compared = found.same().size() + found.alike().size();
        if (compared > 0) {
            return "，并且没有超出上级裁量基准（核对了" + compared + "个）。";
        }
        return found.unlike().isEmpty()
                ? "；规则库中没有同一事项或者同一条文的上级裁量基准。"
                : "；规则库中没有同一事项的上级裁量基准（同一条文的上级裁量基准名称不同，没有比较：" + named(found.unlike(), catalogue) + "）。";
    }

    private static String named(List<RuleSet> all, Catalogue catalogue) {
        return Examples.some(
                all.stream()
                        .map(r -> "“" + r.itemCode() + " " + Superiors.name(r, catalogue) + "”")
                        .distinct()
                        .toList(),
                5);
    }

    /** What the draft is held against. */
    private enum Level {
        STATUTE,
        /** A benchmark above on the same act. */
        SUPERIOR,
        /** A benchmark above on an act that may be the same: it refutes nothing. */
        ALIKE
    }

    private void compare(RuleSet above, Level level) {
        boolean isStatute = level == Level.STATUTE;
        String whose = whose(above, isStatute);
        try {
            CompiledRuleSet compiled = models.compiled(above);
            SymbolicModel model = new SymbolicModel(
                    compiled,
                    name -> TiedFacts.name(draft.ruleSet(), above, name),
                    CorrectionTies.of(draft.ruleSet(), above, item));
            Containment containment = new Containment(draft, model, isStatute, new Walk.Work(mostWork));
            report(containment.verdicts(), model, level, whose);
        } catch (Walk.TooMuch e) {
            findings.notProved(
                    Property.CONTAINED, above.ref().toString(), "与" + whose + "的比较在规定的计算量内没有完成；请拆分判定。", null);
        } catch (InvalidModelException e) {
            findings.notProved(Property.CONTAINED, above.ref().toString(), whose + "不能编译，无法比较：" + e.getMessage(), null);
        }
    }

    /** Whether the law that a statute rests on is known from the draft's own quotation alone. */
    private boolean isOnlyQuoted(RuleSet statute) {
        return statute.citations(RuleSet.Role.PENALTY).stream()
                .filter(Citation.OfProvision.class::isInstance)
                .map(Citation.OfProvision.class::cast)
                .anyMatch(cited -> law.version(cited.law(), cited.version())
                        .filter(LegalInstrument::isOnlyQuoted)
                        .isPresent());
    }

    /** The rule set above, as a lawyer names it. */
    private String whose(RuleSet above, boolean isStatute) {
        String name = isStatute
                ? above.citations(RuleSet.Role.PENALTY).stream()
                        .map(citation -> citation.chinese()
                                + (isOnlyQuoted(above)
                                        ? "，版本未核实"
                                        : "，" + above.effective().from() + "起的版本"))
                        .findFirst()
                        .orElse(above.ref().toString())
                : above.source() == null
                        ? above.ref().toString()
                        : above.source().chinese();
        return (isStatute ? "法定幅度（" : "上级裁量基准（") + name + "）";
    }

    private void report(List<Verdict> verdicts, SymbolicModel above, Level level, String whose) {
        boolean isStatute = level == Level.STATUTE;
        LocalDate first = latest(
                draft.ruleSet().effective().from(), above.ruleSet().effective().from());
        Map<String, List<Verdict>> mixed = new LinkedHashMap<>();
        Map<String, List<Verdict>> unknown = new LinkedHashMap<>();
        List<String> refuted = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String name = Examples.label(verdict.penalty);
            if (verdict.unknown != null) {
                unknown.computeIfAbsent(name + "：" + verdict.unknown, k -> new ArrayList<>())
                        .add(verdict);
            }
            Containment.Place mitigated = verdict.mitigated;
            if (mitigated != null) {
                findings.notProved(
                        Property.CONTAINED,
                        verdict.label,
                        "“" + verdict.label + "”" + mitigated.reason() + "（" + whose + "）：只有具备"
                                + grounds(draft.ruleSet().effective()) + "规定的情形才可适用，达到法定最低以上的部分不是减轻。请由人确认该档的条件就是这些情形。",
                        example(mitigated, above, isStatute, first));
            }
            Containment.Place outside = verdict.outside;
            if (outside != null && level == Level.ALIKE) {
                findings.notProved(
                        Property.CONTAINED,
                        verdict.label,
                        "“" + verdict.label + "”的" + name + "超出" + whose + "（自" + first + "起）：" + outside.reason()
                                + "。两者依据同一条文、名称相近，是否同一违法行为不能认定，请由人确认。",
                        example(outside, above, isStatute, first));
            } else if (outside != null) {
                refuted.add(verdict.label + name);
                if (refuted.size() <= MOST_SHOWN) {
                    findings.refuted(
                            Property.CONTAINED,
                            verdict.label,
                            "“" + verdict.label + "”的" + name + "超出" + whose + "（自" + first + "起）：" + outside.reason()
                                    + "。请改在幅度之内。",
                            example(outside, above, isStatute, first));
                }
            } else if (verdict.across != null) {
                findings.notProved(
                        Property.CONTAINED,
                        verdict.label,
                        "“" + verdict.label + "”的" + name + "跨越" + whose
                                + "的几档：上级按本表没有问的事实分档，本表这一档的幅度在各档合起来的幅度之内，而不在其中任何一档之内（" + verdict.across.reason()
                                + "）。请补上这些事实，或者由人确认。",
                        example(verdict.across, above, isStatute, first));
            } else if (verdict.mixedOutside != null) {
                mixed.computeIfAbsent(name + verdict.mixedOutside.reason(), k -> new ArrayList<>())
                        .add(verdict);
            }
        }
        if (refuted.size() > MOST_SHOWN) {
            findings.refuted(
                    Property.CONTAINED,
                    "",
                    "超出" + whose + "的共" + refuted.size() + "处，除已列出的以外："
                            + String.join("、", refuted.subList(MOST_SHOWN, refuted.size())) + "。",
                    null);
        }
        unknown.forEach((reason, those) -> findings.notProved(
                Property.CONTAINED, labels(those), labels(those) + "与" + whose + "的比较没有证明：" + reason + "。", null));
        mixed.values().forEach(those -> depends(those, above, isStatute, whose, first));
    }

    /** Where 减轻 and 不予处罚 are regulated on the days of a rule set. */
    private static String grounds(EffectivePeriod period) {
        String before = "《中华人民共和国行政处罚法》（2017年修正）第二十七条等减轻、不予处罚";
        String since = "《中华人民共和国行政处罚法》（2021年修订）第三十条至第三十二条等减轻或者第三十三条不予处罚";
        LocalDate last = period.to();
        if (!period.from().isBefore(REVISED)) {
            return since;
        }
        return last != null && last.isBefore(REVISED) ? before : since + "（2021-07-15以前为" + before + "）";
    }

    private void depends(List<Verdict> those, SymbolicModel above, boolean isStatute, String whose, LocalDate first) {
        Verdict one = those.get(0);
        Containment.Place outside = java.util.Objects.requireNonNull(one.mixedOutside);
        Containment.Place inside = java.util.Objects.requireNonNull(one.inside);
        CounterExample example = example(outside, above, isStatute, first);
        findings.notProved(
                Property.CONTAINED,
                labels(those),
                labels(those) + "的" + Examples.label(one.penalty) + "是否在"
                        + whose + "之内（自" + first + "起），取决于本表没有问的事实：" + only(inside, above) + "时在幅度之内，"
                        + only(outside, above) + "时"
                        + outside.reason() + "。请补上这一事实，或者由人确认只在前一种情形适用。",
                example);
    }

    private static String labels(List<Verdict> those) {
        return Examples.some(
                those.stream().map(v -> "“" + v.label + "”").distinct().toList(), 12);
    }

    /** The facts that only the rule set above asks, at a place. */
    private String only(Containment.Place place, SymbolicModel above) {
        Examples examples = new Examples(above);
        Map<String, Object> facts = examples.facts(place.at());
        Set<String> shown = facts.keySet().stream()
                .filter(fact -> !draft.axes().containsKey(above.renamed(fact)))
                .filter(fact -> place.at().containsKey(above.renamed(fact)))
                .collect(Collectors.toSet());
        return shown.isEmpty() ? "有的情形" : examples.line(facts, shown);
    }

    private CounterExample example(Containment.Place place, SymbolicModel above, boolean isStatute, LocalDate first) {
        Examples own = new Examples(draft);
        Examples theirs = new Examples(above);
        Map<String, Atom> at = new LinkedHashMap<>();
        draft.axes().forEach((name, axis) -> axis.atoms().stream().findFirst().ifPresent(atom -> at.put(name, atom)));
        at.putAll(place.at());
        Map<String, Object> facts = own.facts(at);
        Map<String, Object> upper = theirs.facts(at);
        Evaluation mine = own.ask(facts);
        Evaluation law = theirs.ask(upper);
        Map<String, String> amounts = own.amounts("本表", mine);
        amounts.putAll(theirs.amounts(isStatute ? "法定" : "上级", law));
        Map<String, Object> together = new LinkedHashMap<>(facts);
        upper.forEach((name, value) -> together.putIfAbsent(
                draft.axes().containsKey(above.renamed(name)) ? above.renamed(name) : theirs.label(name) + "（上位）",
                value));
        List<String> rows = new ArrayList<>(mine.rowIds());
        law.rowIds().forEach(row -> rows.add(above.ruleSet().ref().row(row)));
        return new CounterExample(together, rows, amounts, first.toString());
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
