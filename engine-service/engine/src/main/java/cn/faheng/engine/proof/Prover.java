package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.CompiledRuleSet;
import cn.faheng.engine.evaluation.InvalidModelException;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.evaluation.ModelTable;
import cn.faheng.engine.proof.ProofReport.Property;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Proves a rule set, property by property, against the rule base it is to join. Thread-safe. */
public final class Prover {

    /** Steps one property of one table may take; some seconds at most. */
    private static final long MOST_WORK = 3_000_000;

    private static final Set<Property> OF_THE_MODEL = EnumSet.of(
            Property.COMPLETE,
            Property.UNAMBIGUOUS,
            Property.CONTAINED,
            Property.MONOTONE,
            Property.EXACT,
            Property.REACHABLE,
            Property.CASES);

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean stockAnalysis;

    /** A prover against a rule base, without the stock analysis of the DMN library. */
    public Prover(RuleBase base) {
        this(base, new ModelRegistry(), false);
    }

    /**
     * A prover.
     *
     * @param base the rule base that statutes, superior benchmarks and law are taken from
     * @param models compiled models of the base, shared with whoever decides
     * @param stockAnalysis whether the DMN library's own, slower analysis has its say as well
     */
    public Prover(RuleBase base, ModelRegistry models, boolean stockAnalysis) {
        this.base = base;
        this.models = models;
        this.stockAnalysis = stockAnalysis;
    }

    /** The same prover, with the DMN library's own analysis as one more tool: half a second for each rule set. */
    public Prover withStockAnalysis() {
        return new Prover(base, models, true);
    }

    /** Proves a rule set that rests on nothing but the rule base. */
    public ProofReport prove(RuleSet draft) {
        return prove(draft, List.of(), List.of());
    }

    /**
     * Proves a rule set.
     *
     * @param draft the rule set
     * @param companions rule sets drafted with it, above all the statute of the same item
     * @param laws provisions that the draft quotes and the rule base does not hold
     */
    public ProofReport prove(RuleSet draft, List<RuleSet> companions, List<LegalInstrument> laws) {
        Findings findings = new Findings();
        List<RuleSet> statutes = statutes(draft, companions);
        Set<String> rowIds = draft.rows().keySet();
        try {
            // A draft is compiled for itself: it may never come again, and the registry keeps what it compiles.
            CompiledRuleSet compiled =
                    base.catalogue().ruleSet(draft.ref()).filter(draft::equals).isPresent()
                            ? models.compiled(draft)
                            : new CompiledRuleSet(draft);
            rowIds = rowIds(compiled);
            model(compiled, statutes, law(laws), findings);
        } catch (InvalidModelException e) {
            e.reasons()
                    .forEach(reason ->
                            findings.refuted(Property.WELL_FORMED, "discretion.dmn", "模型不能读取或者编译：" + reason, null));
            OF_THE_MODEL.forEach(
                    property -> findings.notProved(property, "discretion.dmn", "模型不能编译，没有证明。请先改正模型。", null));
        }
        ground(draft, statutes, laws, rowIds, findings);
        return new ProofReport(draft.ref(), draft.contentHash(), findings.inOrder());
    }

    /** The law with what the draft quotes; texts that contradict it are a finding of their own. */
    private LawLibrary law(Collection<LegalInstrument> laws) {
        try {
            return laws.isEmpty() ? base.law() : base.law().with(laws);
        } catch (IllegalArgumentException e) {
            return base.law();
        }
    }

    private static Set<String> rowIds(CompiledRuleSet compiled) {
        Set<String> ids = new LinkedHashSet<>();
        compiled.tables()
                .forEach(table ->
                        table.rows().stream().map(ModelTable.TableRow::id).forEach(ids::add));
        return ids;
    }

    private void ground(
            RuleSet draft,
            List<RuleSet> statutes,
            Collection<LegalInstrument> laws,
            Set<String> rowIds,
            Findings findings) {
        try {
            LawLibrary law = laws.isEmpty() ? base.law() : base.law().with(laws);
            new GroundProof(draft, law, findings).prove(rowIds, statutes);
        } catch (IllegalArgumentException e) {
            findings.notProved(Property.GROUNDED, "", "随草案提交的法律文本与法律库矛盾，没有证明：" + e.getMessage(), null);
        }
    }

    /** Statute versions of the item; a drafted one takes the place of the one it replaces. */
    private List<RuleSet> statutes(RuleSet draft, List<RuleSet> companions) {
        List<RuleSet> all = new ArrayList<>();
        companions.stream()
                .filter(c -> c.kind() == RuleSet.Kind.STATUTE && Objects.equals(c.itemCode(), draft.itemCode()))
                .forEach(all::add);
        if (draft.itemCode() != null) {
            base.catalogue().statutes(draft.itemCode()).stream()
                    .filter(held -> all.stream().noneMatch(c -> c.effective().overlaps(held.effective())))
                    .toList()
                    .forEach(all::add);
        }
        return all;
    }

    private void model(CompiledRuleSet compiled, List<RuleSet> statutes, LawLibrary law, Findings findings) {
        RuleSet draft = compiled.ruleSet();
        wellFormed(compiled, findings);
        SymbolicModel model = new SymbolicModel(compiled);
        for (Expr.Stuck cell : model.unread()) {
            for (Property property : List.of(Property.COMPLETE, Property.UNAMBIGUOUS, Property.REACHABLE)) {
                findings.notProved(property, cell.where(), cell.where() + "：" + cell.detail() + "，该表没有证明。", null);
            }
        }
        for (TableSpec table : model.tables()) {
            Walk.Work work = new Walk.Work(MOST_WORK);
            if (TableProof.asksFactsOnly(model, table)) {
                new TableProof(model, table, findings, work).prove();
            } else {
                new DerivedProof(model, table, findings, work).prove();
            }
        }
        if (draft.kind() == RuleSet.Kind.GENERAL) {
            findings.notApplicable(Property.CONTAINED, "总则的规则集不规定处罚幅度。");
            findings.notApplicable(Property.MONOTONE, "总则的规则集不规定处罚幅度，没有轻重之分。");
            findings.notApplicable(Property.EXACT, "总则的规则集不算出罚款数额。");
        } else {
            amounts(model, statutes, law, findings);
        }
        new CaseProof(compiled, findings).prove();
        findings.conclude(Property.COMPLETE, "任何一种事实都有档次，或者写明由人决定；没有空的结果。");
        findings.conclude(Property.UNAMBIGUOUS, "任何一种事实都不会同时符合两行，或者按文件自己的规则处理。");
        findings.conclude(Property.REACHABLE, "每一行都有用得到它的事实。");
    }

    private void amounts(SymbolicModel model, List<RuleSet> statutes, LawLibrary law, Findings findings) {
        RuleSet draft = model.ruleSet();
        OutcomeProof outcomes = new OutcomeProof(model, findings);
        outcomes.prove(new Walk.Work(MOST_WORK));
        findings.conclude(Property.EXACT, outcomes.exactness());
        if (draft.kind() == RuleSet.Kind.BENCHMARK) {
            new ContainmentProof(model, name(model.compiled()), models, law, findings, MOST_WORK)
                    .prove(statutes, base.catalogue());
        } else {
            findings.notApplicable(Property.CONTAINED, "法定幅度就是法律自身的规定，没有更高的幅度可以比较。");
        }
        new MonotoneProof(model, findings, MOST_WORK).prove();
    }

    /** What the draft's item is called: as the rule base calls it, and as its model says only where the item is new. */
    private String name(CompiledRuleSet compiled) {
        String held = Superiors.name(compiled.ruleSet(), base.catalogue());
        String said = compiled.decisionModel().getDMNModel().getDefinitions().getDescription();
        return held.isBlank() && said != null ? said.strip() : held;
    }

    private void wellFormed(CompiledRuleSet compiled, Findings findings) {
        List<GateFinding> problems = new ArrayList<>(new ShapeCheck(compiled).findings());
        problems.addAll(new HookCheck(compiled).findings());
        if (stockAnalysis) {
            problems.addAll(new StockAnalysis().findings(compiled.ruleSet()));
        }
        for (GateFinding problem : problems) {
            String source = problem.check().equals("analysis") ? "标准 DMN 分析工具：" : "文件与模型不一致：";
            findings.refuted(
                    Property.WELL_FORMED, problem.where(), source + problem.where() + "，" + problem.reason(), null);
        }
        findings.conclude(Property.WELL_FORMED, "文件读得出，模型编译得过，两者所说的事实、处罚和行一致。");
    }
}
