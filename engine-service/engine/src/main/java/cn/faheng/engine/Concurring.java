package cn.faheng.engine;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.Concurrence;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.catalogue.Row;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several norms violated by one act: one fine only, and since 2021 the highest (行政处罚法 (2021) 第二十九条). */
final class Concurring {

    private final RuleBase base;
    private final ModelRegistry models;
    private final DecisionRequest request;

    Concurring(RuleBase base, ModelRegistry models, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.request = request;
    }

    @Nullable
    Concurrence concurrence(Item item, Outcome outcome) {
        HookAnswer rule = new GeneralPart(
                        base.catalogue(), models, item.field(), request.place(), request.decided(), request.decided())
                .ask("concurrence", "concurrence", Map.of())
                .orElse(null);
        if (rule == null) {
            return null;
        }
        List<Concurrence.Norm> norms = new ArrayList<>();
        norms.add(new Concurrence.Norm(item.code(), outcome, greatestFine(outcome)));
        for (int i = 0; i < request.otherNorms().size(); i++) {
            DecisionRequest.OtherNorm norm = request.otherNorms().get(i);
            String pointer = "/otherNorms/" + i + "/item";
            Item other = base.catalogue().item(norm.item()).orElseThrow(() -> Engine.unknownItem(pointer, norm.item()));
            Outcome its = new Deciding(base, models, false, other, request.forNorm(norm))
                    .decision()
                    .outcome();
            norms.add(new Concurrence.Norm(other.code(), its, greatestFine(its)));
        }
        return decide(rule, norms);
    }

    private static Concurrence decide(HookAnswer rule, List<Concurrence.Norm> norms) {
        List<Citation> citations =
                rule.rows().stream().map(Row::citations).flatMap(List::stream).toList();
        boolean open = norms.stream().anyMatch(n -> n.outcome() instanceof Outcome.NeedsClarification);
        if (!rule.text().equals("highest-fine")) {
            return new Concurrence(rule.text(), null, norms, "同一个违法行为只能给予一次罚款；适用哪一规范由行政机关负责人决定。", citations);
        }
        if (open) {
            return new Concurrence(rule.text(), null, norms, "有的规范事实不全，补全后按罚款数额高的规定处罚。", citations);
        }
        Concurrence.Norm highest = null;
        boolean tied = false;
        for (Concurrence.Norm norm : norms) {
            Long fine = norm.greatestFine();
            Long best = highest == null ? null : highest.greatestFine();
            if (fine == null) {
                continue;
            }
            if (best == null || fine > best) {
                highest = norm;
                tied = false;
            } else if (fine.equals(best)) {
                tied = true;
            }
        }
        if (highest == null) {
            return new Concurrence(rule.text(), null, norms, "所列规范均不处罚款。", citations);
        }
        Long fine = highest.greatestFine();
        String amount = fine == null ? "" : RangeText.amount(PenaltyKind.FINE, fine);
        String reason = tied
                ? "几个规范的罚款最高额相同（" + amount + "），适用哪一规范由行政机关负责人决定；只能给予一次罚款。"
                : "同一个违法行为违反多个法律规范，按罚款数额高的规定处罚：事项" + highest.item() + "，最高" + amount + "；其余规范不再给予罚款。";
        return new Concurrence(rule.text(), tied ? null : highest.item(), norms, reason, citations);
    }

    private static @Nullable Long greatestFine(Outcome outcome) {
        if (!(outcome instanceof Outcome.Determined determined)) {
            return null;
        }
        Long greatest = null;
        for (PenaltyRange penalty : determined.applied().penalties()) {
            Range remaining = penalty.remaining();
            if (penalty.penalty().kind() == PenaltyKind.FINE
                    && penalty.penalty().subject() == Penalty.Subject.PARTY
                    && remaining != null) {
                greatest = greatest == null ? remaining.greatest() : Math.max(greatest, remaining.greatest());
            }
        }
        return greatest;
    }
}
