package cn.faheng.drafting.impact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The counts over many cases. Tallies of parts add up to the tally of the whole, in any order, so that a job can stop and go on, and
 * many machines can share it.
 *
 * @param cases cases looked at
 * @param changed cases whose outcome changes
 * @param effects effect to the number of cases that have it
 * @param byItem item code to its line
 * @param byDistrict division to its line
 * @param shifts change of the greatest fine in steps of the scale of {@link #step}, to the number of cases
 */
public record ImpactTally(
        long cases,
        long changed,
        Map<CaseImpact.Effect, Long> effects,
        NavigableMap<String, Line> byItem,
        NavigableMap<String, Line> byDistrict,
        NavigableMap<Long, Long> shifts) {

    public ImpactTally {
        effects = Collections.unmodifiableMap(new TreeMap<>(effects));
        byItem = Collections.unmodifiableNavigableMap(new TreeMap<>(byItem));
        byDistrict = Collections.unmodifiableNavigableMap(new TreeMap<>(byDistrict));
        shifts = Collections.unmodifiableNavigableMap(new TreeMap<>(shifts));
    }

    /**
     * The counts of one item or district.
     *
     * @param cases cases looked at
     * @param changed cases whose outcome changes
     * @param heavier cases that become heavier in some respect
     * @param lighter cases that become lighter in some respect
     * @param maxFenBefore sum of the greatest fines before, of the cases that have one before and after
     * @param maxFenAfter the same after
     */
    public record Line(long cases, long changed, long heavier, long lighter, long maxFenBefore, long maxFenAfter) {
        Line plus(Line other) {
            return new Line(
                    cases + other.cases,
                    changed + other.changed,
                    heavier + other.heavier,
                    lighter + other.lighter,
                    Math.addExact(maxFenBefore, other.maxFenBefore),
                    Math.addExact(maxFenAfter, other.maxFenAfter));
        }
    }

    public static ImpactTally empty() {
        return new ImpactTally(0, 0, Map.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** The tally of one case. */
    public static ImpactTally of(CaseImpact impact) {
        Map<CaseImpact.Effect, Long> effects = new EnumMap<>(CaseImpact.Effect.class);
        impact.effects().forEach(effect -> effects.put(effect, 1L));
        Long before = impact.before().maxFen();
        Long after = impact.after().maxFen();
        NavigableMap<Long, Long> shifts = new TreeMap<>();
        long sumBefore = 0;
        long sumAfter = 0;
        if (before != null && after != null) {
            sumBefore = before;
            sumAfter = after;
            if (sumBefore != sumAfter) {
                shifts.put(step(sumAfter - sumBefore), 1L);
            }
        }
        Line line = new Line(
                1,
                impact.changed() ? 1 : 0,
                impact.effects().contains(CaseImpact.Effect.HEAVIER) ? 1 : 0,
                impact.effects().contains(CaseImpact.Effect.LIGHTER) ? 1 : 0,
                sumBefore,
                sumAfter);
        return new ImpactTally(
                1, line.changed, effects, one(impact.item(), line), one(impact.district(), line), shifts);
    }

    private static NavigableMap<String, Line> one(String key, Line line) {
        NavigableMap<String, Line> map = new TreeMap<>();
        map.put(key, line);
        return map;
    }

    /** The whole of two parts. */
    public ImpactTally plus(ImpactTally other) {
        Map<CaseImpact.Effect, Long> bothEffects = new EnumMap<>(CaseImpact.Effect.class);
        bothEffects.putAll(effects);
        other.effects.forEach((effect, n) -> bothEffects.merge(effect, n, Long::sum));
        return new ImpactTally(
                cases + other.cases,
                changed + other.changed,
                bothEffects,
                sum(byItem, other.byItem),
                sum(byDistrict, other.byDistrict),
                counts(shifts, other.shifts));
    }

    private static NavigableMap<String, Line> sum(Map<String, Line> a, Map<String, Line> b) {
        NavigableMap<String, Line> both = new TreeMap<>(a);
        b.forEach((key, line) -> both.merge(key, line, Line::plus));
        return both;
    }

    private static NavigableMap<Long, Long> counts(Map<Long, Long> a, Map<Long, Long> b) {
        NavigableMap<Long, Long> both = new TreeMap<>(a);
        b.forEach((key, n) -> both.merge(key, n, Long::sum));
        return both;
    }

    /**
     * The step of a scale on which a change of fen lies: 1, 10, 100 thousand yuan and so on, up or down, named by its bound nearer to
     * zero, in fen; a change of less than 1,000 yuan is the step 1 or -1.
     */
    static long step(long fen) {
        long bound = 100_000;
        long size = Math.abs(fen);
        if (size < bound) {
            return fen < 0 ? -1 : 1;
        }
        while (size >= bound * 10) {
            bound *= 10;
        }
        return fen < 0 ? -bound : bound;
    }
}
