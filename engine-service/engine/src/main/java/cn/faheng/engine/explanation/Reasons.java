package cn.faheng.engine.explanation;

import cn.faheng.engine.outcome.AppliedCircumstance;
import cn.faheng.engine.outcome.Decision.QuotedProvision;
import cn.faheng.engine.outcome.Decision.Reason;
import cn.faheng.engine.outcome.LawComparison;
import cn.faheng.engine.outcome.LawComparison.Chosen;
import cn.faheng.engine.outcome.LawResult;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.RefusedBenchmark;
import cn.faheng.engine.outcome.TierTrace;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.LawLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reasons of an outcome as a decision would give them (说理式), made from the trace alone. */
public final class Reasons {

    private final Item item;
    private final Quotation quotation;
    private final List<Reason> reasons = new ArrayList<>();

    public Reasons(Item item, LawLibrary law) {
        this.item = item;
        this.quotation = new Quotation(law);
    }

    /** The reasons of a compared and applied law. */
    public List<Reason> of(LawComparison comparison) {
        comparison(comparison);
        applied(comparison.applied());
        return List.copyOf(reasons);
    }

    /** A reason that stands alone. */
    public Reason single(String step, String text, @Nullable String row, List<Citation> citations) {
        return new Reason(step, full(text), row, quotation.of(citations));
    }

    private void comparison(LawComparison comparison) {
        LawResult atAct = comparison.atAct();
        LawResult atDecision = comparison.atDecision();
        if (comparison.criterion().equals("same-law")) {
            add(
                    "law-in-force",
                    "违法行为终了于" + atAct.asOf() + "，当时与作出决定时（" + atDecision.asOf() + "）适用的处罚规定相同："
                            + penaltyCitations(atAct.statute()) + "。",
                    null,
                    atAct.statute().citations(RuleSet.Role.PENALTY));
            return;
        }
        List<Citation> citations = new ArrayList<>(comparison.citations());
        add(
                "comparison",
                "从旧兼从轻：行为时（" + atAct.asOf() + "）的规定为" + summary(atAct) + "；作出决定时（" + atDecision.asOf() + "）的规定为"
                        + summary(atDecision) + "。" + comparison.reason(),
                null,
                citations);
        LawResult other = comparison.chosen() == Chosen.LAW_AT_ACT ? atDecision : atAct;
        add(
                "law-not-applied",
                "未适用的规定：" + penaltyCitations(other.statute()) + "（"
                        + other.statute().ref().version() + "起施行）。",
                null,
                other.statute().citations(RuleSet.Role.PENALTY));
    }

    private static String summary(LawResult law) {
        String penalties = law.penalties().stream()
                .filter(p -> p.statutory() != null)
                .map(p -> p.penalty().label() + RangeText.of(p.penalty().kind(), p.statutory()))
                .collect(Collectors.joining("、"));
        return penaltyCitations(law.statute()) + (penalties.isEmpty() ? "" : "，" + penalties);
    }

    private static String penaltyCitations(RuleSet statute) {
        return statute.citations(RuleSet.Role.PENALTY).stream()
                .map(Citation::chinese)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private void applied(LawResult law) {
        List<Citation> violated = law.statute().citations(RuleSet.Role.VIOLATED);
        boolean concerned = law.disposition() != Disposition.NOT_APPLICABLE;
        if (!violated.isEmpty() && concerned) {
            add(
                    "violation",
                    "当事人“" + item.name() + "”的行为，违反了"
                            + violated.stream()
                                    .map(Citation::chinese)
                                    .distinct()
                                    .collect(Collectors.joining("、")) + "的规定。",
                    null,
                    violated);
        }
        law.tables().forEach(table -> table(law, table));
        law.refused().forEach(this::refused);
        if (law.exemption().isPresent()) {
            law.circumstances().forEach(this::circumstance);
            return;
        }
        bands(law);
        law.circumstances().forEach(this::circumstance);
        mitigation(law);
        result(law);
    }

    private void table(LawResult law, TierTrace table) {
        boolean statute = table.ruleSet().equals(law.statute().ref());
        RuleSet benchmark = law.benchmark();
        String because = table.because().stream()
                .map(met -> met.condition() + "（查明：" + met.value() + "）")
                .collect(Collectors.joining("，"));
        Row row = table.matched();
        StringBuilder text = new StringBuilder();
        if (!because.isEmpty()) {
            text.append("因").append(because).append("，");
        }
        if (statute) {
            text.append(law.disposition() == Disposition.NOT_APPLICABLE ? "不属于本条处罚的行为：" : "适用法定处罚：")
                    .append(row.says());
        } else {
            RuleSet.Adoption adoption = benchmark == null ? null : benchmark.adoption();
            Citation.OfDocument source = benchmark == null ? null : benchmark.source();
            text.append("适用裁量基准")
                    .append(source == null ? "" : source.chinese())
                    .append(
                            adoption == null || benchmark == null
                                    ? ""
                                    : "（" + adoption.mark() + "，原制定机关：" + benchmark.authority() + "）")
                    .append("：")
                    .append(row.says());
        }
        add(
                statute ? "statute" : "benchmark",
                full(text.toString()),
                table.ruleSet().row(row.id()),
                row.citations());
    }

    private static String full(String sentence) {
        return sentence.endsWith("。") || sentence.endsWith("；") ? sentence : sentence + "。";
    }

    private void refused(RefusedBenchmark refused) {
        add(
                "benchmark-refused",
                refused.detail(),
                refused.benchmark().ref().toString(),
                refused.benchmark().citations(RuleSet.Role.PARENT));
    }

    private void bands(LawResult law) {
        RuleSet bands = law.bands();
        if (bands == null) {
            return;
        }
        for (PenaltyRange penalty : law.penalties()) {
            if (penalty.benchmark() != null) {
                add(
                        "bands",
                        "没有适用于本地的专门裁量基准，按"
                                + bands.citations(RuleSet.Role.HOOK).stream()
                                        .map(Citation::chinese)
                                        .distinct()
                                        .collect(Collectors.joining("、"))
                                + "划分的幅度，" + penalty.penalty().label() + "为"
                                + RangeText.of(penalty.penalty().kind(), penalty.benchmark()) + "。",
                        bands.ref().toString(),
                        bands.citations(RuleSet.Role.HOOK));
            }
        }
    }

    private void circumstance(AppliedCircumstance circumstance) {
        add(
                "circumstance",
                full("当事人具有“" + circumstance.label().replaceAll("[。；]$", "") + "”的情形，"
                                + circumstance.effect().chinese() + "处罚")
                        .replace("处罚处罚", "处罚"),
                circumstance.ruleSet().row(circumstance.row().id()),
                circumstance.row().citations());
    }

    private void mitigation(LawResult law) {
        LawResult.Mitigation mitigation = law.mitigation();
        if (mitigation != null && !mitigation.below().isEmpty()) {
            add(
                    "mitigation",
                    (mitigation.bound() ? "应当" : "符合条件的，可以") + "在法定最低限以下处罚（减轻），事由："
                            + mitigation.grounds().stream()
                                    .map(AppliedCircumstance::label)
                                    .collect(Collectors.joining("；"))
                            + "。" + mitigatedTier(law),
                    null,
                    mitigation.grounds().stream()
                            .flatMap(g -> g.row().citations().stream())
                            .toList());
        }
    }

    /** That a tier below the statutory minimum applies for these grounds, and for them alone. */
    private static String mitigatedTier(LawResult law) {
        String tiers = law.penalties().stream()
                .filter(PenaltyRange::isMitigatedByBenchmark)
                .map(p -> p.penalty().label()
                        + RangeText.of(p.penalty().kind(), p.benchmark()) + "，低于法定幅度"
                        + RangeText.of(p.penalty().kind(), p.statutory()))
                .collect(Collectors.joining("；"));
        return tiers.isEmpty() ? "" : "裁量基准的该档（" + tiers + "）据此可以适用；从轻还是减轻由有权的人员决定。";
    }

    private void result(LawResult law) {
        if (law.disposition() == Disposition.TRANSFER_CRIMINAL) {
            add("outcome", "按前述规定，本案涉嫌犯罪，应当移送司法机关依法追究刑事责任。", null, List.of());
        }
        if (law.disposition() == Disposition.NOT_APPLICABLE) {
            return;
        }
        if (law.disposition() == Disposition.PERSON_DECIDES) {
            add("outcome", "规定对本案情形没有确定的档次，须由有权的人员判断。", null, List.of());
            return;
        }
        String penalties = law.penalties().stream()
                .filter(p -> p.mode() != PenaltyMode.NONE)
                .map(RangeText::of)
                .collect(Collectors.joining("；"));
        if (penalties.isEmpty() && law.disposition() == Disposition.TRANSFER_CRIMINAL) {
            return;
        }
        add("outcome", penalties.isEmpty() ? "本档不给予行政处罚。" : "裁量结果：" + penalties + "。", null, List.of());
    }

    private void add(String step, String text, @Nullable String row, List<Citation> citations) {
        List<QuotedProvision> quoted = quotation.of(citations);
        reasons.add(new Reason(step, text, row, quoted));
    }
}
