package cn.faheng.engine;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.evaluation.ModelRegistry;
import cn.faheng.engine.explanation.RangeText;
import cn.faheng.engine.outcome.Concurrence;
import cn.faheng.engine.outcome.Outcome;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Question;
import cn.faheng.engine.outcome.Range;
import cn.faheng.engine.request.DecisionRequest;
import cn.faheng.engine.request.FieldProblem;
import cn.faheng.engine.request.InvalidRequestException;
import cn.faheng.rules.catalogue.Item;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.format.RuleBase;
import cn.faheng.rules.legal.Citation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Several norms violated by one act: one fine only, and since 2021 the highest (行政处罚法 (2021) 第二十九条). */
final class Concurring {

    private final RuleBase base;
    private final ModelRegistry models;
    private final boolean traced;
    private final DecisionRequest request;

    Concurring(RuleBase base, ModelRegistry models, boolean traced, DecisionRequest request) {
        this.base = base;
        this.models = models;
        this.traced = traced;
        this.request = request;
    }

    @Nullable
    Concurrence concurrence(Item item, Outcome outcome) {
        HookAnswer rule = new GeneralPart(
                        base.catalogue(), models, item.field(), request.place(), request.actEnd(), request.decided())
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
            Outcome its = outcome(other, norm, "/otherNorms/" + i);
            norms.add(new Concurrence.Norm(other.code(), its, greatestFine(its)));
        }
        return decide(rule, norms);
    }

    /** What the other norm leaves by itself. Circumstance codes that its field does not know do not count for it. */
    private Outcome outcome(Item other, DecisionRequest.OtherNorm norm, String pointer) {
        Set<String> codes = new TreeSet<>();
        for (LocalDate date : List.of(request.actEnd(), request.decided())) {
            GeneralPart general =
                    new GeneralPart(base.catalogue(), models, other.field(), request.place(), date, request.decided());
            request.circumstances().codes().stream()
                    .filter(general::knowsCircumstance)
                    .forEach(codes::add);
        }
        DecisionRequest alone =
                request.forNorm(norm).withCircumstances(request.circumstances().withCodes(codes));
        try {
            Outcome outcome =
                    new Deciding(base, models, traced, other, alone).decision().outcome();
            return outcome instanceof Outcome.NeedsClarification open ? below(pointer, open) : outcome;
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(e.problems().stream()
                    .map(p -> new FieldProblem(below(pointer, p.pointer()), p.code(), p.detail()))
                    .toList());
        }
    }

    private static Outcome below(String root, Outcome.NeedsClarification open) {
        List<Question> questions = open.questions().stream()
                .map(q -> new Question(below(root, q.pointer()), q.fact(), q.narrowsByFen(), q.closedBy()))
                .toList();
        return new Outcome.NeedsClarification(questions, open.judgements(), open.hull(), open.completions());
    }

    /** The facts of the other norm stand below it; act, party and circumstances are those of the whole request. */
    private static String below(String root, String pointer) {
        return pointer.startsWith("/facts") ? root + pointer : pointer;
    }

    private String name(String code) {
        return base.catalogue().item(code).map(item -> "“" + item.name() + "”").orElse(code);
    }

    private Concurrence decide(HookAnswer rule, List<Concurrence.Norm> norms) {
        List<Citation> citations = rule.citations();
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
        String amount =
                fine == null || fine == Long.MAX_VALUE ? "没有限额" : "最高" + RangeText.amount(PenaltyKind.FINE, fine);
        String reason = tied
                ? "几个规范的法定罚款最高额相同（" + amount + "），适用哪一规范由行政机关负责人决定；只能给予一次罚款。"
                : "同一个违法行为违反多个法律规范，按罚款数额高的规定处罚：" + name(highest.item()) + "，" + "法定罚款" + amount + "；其余规范不再给予罚款。";
        return new Concurrence(rule.text(), tied ? null : highest.item(), norms, reason, citations);
    }

    private static @Nullable Long greatestFine(Outcome outcome) {
        if (!(outcome instanceof Outcome.Determined determined)) {
            return null;
        }
        Long greatest = null;
        for (PenaltyRange penalty : determined.applied().penalties()) {
            Range statutory = penalty.statutory();
            if (penalty.penalty().kind() == PenaltyKind.FINE
                    && penalty.penalty().subject() == Penalty.Subject.PARTY
                    && statutory != null) {
                greatest = greatest == null ? statutory.greatest() : Math.max(greatest, statutory.greatest());
            }
        }
        return greatest;
    }
}
