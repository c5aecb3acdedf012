package cn.faheng.engine.proof;

import cn.faheng.engine.evaluation.TierWords;
import cn.faheng.engine.outcome.LawResult.Disposition;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares every answer of a benchmark with every answer that the rule set above it can give for the same facts. Facts of the same name
 * are the same fact; what only the one above asks takes every value.
 */
final class Containment {

    private final SymbolicModel draft;
    private final SymbolicModel above;
    private final boolean isStatute;
    private final Map<String, Axis> axes = new LinkedHashMap<>();
    private final Outcome own;
    private final Outcome allowed;
    private final Walk.Work work;
    private final Set<String> onlyAbove;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

    /**
     * A place at which both were asked.
     *
     * @param at facts of both
     * @param reason what lies outside, in words
     */
    record Place(Map<String, Atom> at, String reason) {}

    Containment(SymbolicModel draft, SymbolicModel above, boolean isStatute, Walk.Work work) {
        this.draft = draft;
        this.above = above;
        this.isStatute = isStatute;
        axes.putAll(draft.axes());
        above.axes().forEach((name, axis) -> axes.merge(name, axis, Axis::merge));
        this.own = new Outcome(draft, 0);
        this.allowed = new Outcome(above, own.size());
        this.work = work;
        this.onlyAbove = new LinkedHashSet<>(above.axes().keySet());
        onlyAbove.removeAll(draft.axes().keySet());
    }

    List<Verdict> verdicts() {
        for (Starts.Start start : Starts.of(own, allowed.roots(), axes)) {
            Walk walk = new Walk(start.axes(), work);
            for (Walk.State state : walk.run(start.state(), draft.axes().keySet())) {
                if (own.stuck(state).isPresent()) {
                    unknown(own.stuck(state).get(), state);
                } else if (own.disposition(state).filter(Containment::compares).isPresent()) {
                    compare(state, walk.run(state, onlyAbove));
                }
            }
        }
        return new ArrayList<>(verdicts.values());
    }

    private static boolean compares(Disposition disposition) {
        return disposition == Disposition.PENALTY || disposition == Disposition.NO_PENALTY;
    }

    private void unknown(Expr.Stuck stuck, Walk.State state) {
        if (stuck.reason() == Expr.Stuck.Reason.UNSUPPORTED) {
            for (Penalty penalty : draft.ruleSet().penalties()) {
                verdict(own.label(state), penalty).unknown = stuck.where() + "：" + stuck.detail();
            }
        }
    }

    private Verdict verdict(String label, Penalty penalty) {
        return verdicts.computeIfAbsent(label + " " + penalty.id(), k -> new Verdict(label, penalty));
    }

    private void compare(Walk.State state, List<Walk.State> ends) {
        ends.stream()
                .filter(end -> allowed.stuck(end).isEmpty() && own.stuck(end).isEmpty())
                .forEach(end -> alternatives(state, end));
        for (Penalty penalty : draft.ruleSet().penalties()) {
            Round round = new Round(penalty);
            boolean asked = false;
            for (Walk.State end : ends) {
                Optional<Expr.Stuck> stuck = allowed.stuck(end);
                if (stuck.isPresent()) {
                    if (stuck.get().reason() == Expr.Stuck.Reason.UNSUPPORTED) {
                        verdict(own.label(state), penalty).unknown =
                                stuck.get().where() + "：" + stuck.get().detail();
                    }
                    continue;
                }
                if (allowed.disposition(end)
                                .filter(d -> d == Disposition.PENALTY)
                                .isPresent()
                        && imposes(end)) {
                    asked = true;
                    round.compare(state, end);
                }
            }
            if (asked) {
                round.settle(verdict(own.label(state), penalty));
            } else if (isStatute
                    && ends.stream().noneMatch(end -> allowed.stuck(end).isPresent())) {
                round.neverPenal(state);
                round.settle(verdict(own.label(state), penalty));
            }
        }
    }

    /** 警告或者罚款: what the law lets one choose between may not be imposed together. */
    private void alternatives(Walk.State state, Walk.State end) {
        List<Penalty> together = draft.ruleSet().penalties().stream()
                .filter(p -> mode(own, end, p) == PenaltyMode.MUST)
                .filter(p -> {
                    Penalty theirs = counterpart(p);
                    return theirs != null && mode(allowed, end, theirs) == PenaltyMode.EITHER;
                })
                .toList();
        Verdict verdict = together.size() < 2 ? null : verdict(own.label(state), together.get(1));
        if (verdict != null && !verdict.refuted) {
            verdict.refuted = true;
            verdict.outside = new Place(
                    end.witness(),
                    "上位规定" + together.stream().map(Examples::label).collect(Collectors.joining("、")) + "择一，本表并处");
        }
    }

    private boolean imposes(Walk.State end) {
        return above.ruleSet().penalties().stream()
                .filter(p -> p.kind().isPenalty())
                .anyMatch(p -> allowed.mode(end, p).orElse(PenaltyMode.NONE) != PenaltyMode.NONE);
    }

    private @Nullable Penalty counterpart(Penalty penalty) {
        List<Penalty> candidates = above.ruleSet().penalties();
        return candidates.stream()
                .filter(p -> p.id().equals(penalty.id()) && p.kind() == penalty.kind())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(p -> p.kind() == penalty.kind() && p.subject() == penalty.subject())
                        .findFirst())
                .orElse(null);
    }

    /** The comparison of one penalty at one answer of the draft with all answers above it. */
    private final class Round {
        private final Penalty penalty;
        private @Nullable Place inside;
        private @Nullable Place outside;
        private @Nullable Place mixed;
        private @Nullable Place mitigated;
        private boolean highEnough;
        private boolean lowEnough;
        private boolean touched;

        Round(Penalty penalty) {
            this.penalty = penalty;
        }

        void neverPenal(Walk.State state) {
            if (penalty.kind().isPenalty() && mode(own, state, penalty) != PenaltyMode.NONE) {
                outside = new Place(state.witness(), "上位法在这些事实下不予处罚，本表给予" + Examples.label(penalty));
            }
        }

        void compare(Walk.State state, Walk.State end) {
            Penalty theirs = counterpart(penalty);
            boolean unpunished = own.disposition(state)
                    .filter(d -> d == Disposition.NO_PENALTY)
                    .isPresent();
            PenaltyMode mine = unpunished ? PenaltyMode.NONE : mode(own, state, penalty);
            if (theirs == null) {
                boolean imposed = mine != PenaltyMode.NONE && penalty.kind().isPenalty() && isStatute;
                put(imposed, end, end.ranges(), "法律没有规定" + Examples.label(penalty) + "，本表给予该种处罚");
                return;
            }
            PenaltyMode permitted = mode(allowed, end, theirs);
            if (!permits(permitted, mine) && penalty.kind().isPenalty()) {
                boolean marked = mine == PenaltyMode.NONE && (unpunished || isMarked(own.tier(end), "不予", "免予", "免罚"));
                String words = "上位规定" + permitted.chinese() + Examples.label(penalty) + "，本表为" + mine.chinese();
                if (marked) {
                    mitigated = new Place(end.witness(), words);
                } else {
                    put(true, end, end.ranges(), words);
                }
                return;
            }
            if (mine == PenaltyMode.NONE || penalty.kind().quantity() == PenaltyKind.Quantity.NONE) {
                put(false, end, end.ranges(), "");
                return;
            }
            amounts(end, theirs);
        }

        private void amounts(Walk.State end, Penalty theirs) {
            Expr low = orZero(own.column(end, penalty.id() + "Min"));
            Expr high = own.column(end, penalty.id() + "Max");
            Expr floor = orZero(allowed.column(end, theirs.id() + "Min"));
            Expr ceiling = allowed.column(end, theirs.id() + "Max");
            boolean below = TierWords.mitigates(own.tier(end));
            Side under = below ? Side.INSIDE : side(Numbers.minus(low, floor), end, "低于上位最低");
            Side over = isNull(ceiling)
                    ? Side.INSIDE
                    : isNull(high)
                            ? new Side(end.ranges(), null, "本表没有写明最高")
                            : side(Numbers.minus(ceiling, high), end, "高于上位最高");
            if (below && Corner.least(Numbers.minus(low, floor), end.ranges()).signum() < 0) {
                mitigated = new Place(place(end, Corner.lowest(Numbers.minus(low, floor), end.ranges())), "低于上位最低");
            }
            highEnough |= under.isSomewhereInside();
            lowEnough |= over.isSomewhereInside();
            touched |= reaches(ceiling, low, end) && reaches(high, floor, end);
            for (Side side : List.of(under, over)) {
                if (side.outside() != null) {
                    if (side.insideToo() == null) {
                        put(true, end, side.outside(), side.words());
                    } else {
                        mixed = new Place(place(end, side.outside()), side.words());
                        inside = new Place(place(end, side.insideToo()), "");
                    }
                }
            }
            if (under.outside() == null && over.outside() == null) {
                put(false, end, end.ranges(), "");
            }
        }

        /** Whether a greatest amount is anywhere at least {@code least}. */
        private boolean reaches(Expr greatest, Expr least, Walk.State end) {
            return isNull(greatest)
                    || Corner.least(Numbers.minus(least, greatest), end.ranges())
                                    .signum()
                            <= 0;
        }

        private void put(boolean isOutside, Walk.State end, Map<String, Atom> at, String words) {
            if (isOutside && outside == null) {
                outside = new Place(place(end, at), words);
            } else if (!isOutside && inside == null) {
                inside = new Place(place(end, at), "");
            }
        }

        /** A difference that has to be nowhere below zero; facts that only the one above asks may decide it. */
        private Side side(Expr difference, Walk.State end, String words) {
            Map<String, Atom> worst = Corner.lowest(difference, end.ranges());
            if (Corner.at(difference, worst).signum() >= 0) {
                return Side.INSIDE;
            }
            Map<String, Atom> best = new LinkedHashMap<>(worst);
            Map<String, Atom> highest =
                    Corner.lowest(Numbers.minus(Expr.Const.of(BigDecimal.ZERO), difference), end.ranges());
            for (String fact : Numbers.factors(difference).keySet()) {
                if (!draft.axes().containsKey(fact)) {
                    best.put(fact, Objects.requireNonNull(highest.get(fact)));
                }
            }
            boolean depends = Corner.at(difference, best).signum() >= 0;
            return new Side(worst, depends ? best : null, words);
        }

        void settle(Verdict verdict) {
            if (mitigated != null && verdict.mitigated == null) {
                verdict.mitigated = mitigated;
            }
            Place out = outside != null ? outside : mixed;
            if (out == null) {
                return;
            }
            if (inside == null && !isStatute && highEnough && lowEnough && touched) {
                verdict.across = verdict.across == null ? out : verdict.across;
            } else if (inside == null) {
                if (!verdict.refuted) {
                    verdict.refuted = true;
                    verdict.outside = out;
                }
            } else if (verdict.mixedOutside == null) {
                verdict.mixedOutside = out;
                verdict.inside = inside;
            }
        }
    }

    /** One end of a range: outside at a place, perhaps inside at another; or inside everywhere. */
    private record Side(@Nullable Map<String, Atom> outside, @Nullable Map<String, Atom> insideToo, String words) {
        static final Side INSIDE = new Side(null, null, "");

        boolean isSomewhereInside() {
            return outside == null || insideToo != null;
        }
    }

    private static Map<String, Atom> place(Walk.State end, Map<String, Atom> at) {
        Map<String, Atom> place = new LinkedHashMap<>(end.witness());
        place.putAll(at);
        return place;
    }

    private static boolean isMarked(String tier, String... words) {
        return List.of(words).stream().anyMatch(tier::contains);
    }

    private static PenaltyMode mode(Outcome outcome, Walk.State state, Penalty penalty) {
        return outcome.mode(state, penalty).orElse(PenaltyMode.NONE);
    }

    private static boolean isNull(Expr e) {
        return e instanceof Expr.Const c && c.value() == null;
    }

    private static Expr orZero(Expr e) {
        return isNull(e) ? Expr.Const.of(BigDecimal.ZERO) : e;
    }

    /** Whether a benchmark that refines {@code above} may say {@code mine}: it narrows a choice and never opens one. */
    private static boolean permits(PenaltyMode above, PenaltyMode mine) {
        return switch (above) {
            case MUST -> mine == PenaltyMode.MUST;
            case MAY, EITHER_OR_BOTH -> true;
            case EITHER -> mine != PenaltyMode.EITHER_OR_BOTH;
            case NONE -> mine == PenaltyMode.NONE;
        };
    }
}
