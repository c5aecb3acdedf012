package cn.faheng.engine.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rows of a table leave uncovered. Rows that do not overlap cover as many combinations as their sizes add up to, so that a
 * part is known to be whole by counting; otherwise it is split until it is covered by one row or by none.
 */
final class Cover {

    /** More examples of holes than a person reads. */
    static final int MOST_HOLES = 5;

    private final List<List<BitSet>> accepts;
    private final int[] sizes;
    private final boolean disjoint;
    private final Walk.Work work;
    private final List<BitSet[]> holes = new ArrayList<>();
    private final Set<Part> whole = new HashSet<>();
    private final Map<Integer, BigInteger[]> suffixes = new HashMap<>();
    private BigInteger missing = BigInteger.ZERO;

    /**
     * Prepares the search.
     *
     * @param accepts for each row and column, which parts of the axis it accepts
     * @param sizes how many parts each axis has
     * @param disjoint whether no two rows overlap
     */
    Cover(List<List<BitSet>> accepts, int[] sizes, boolean disjoint, Walk.Work work) {
        this.accepts = accepts;
        this.sizes = sizes.clone();
        this.disjoint = disjoint;
        this.work = work;
    }

    private record Part(int column, BitSet rows) {}

    /** Parts of the axes, one set for each column, in which no row stands; a few of them where there are many. */
    List<BitSet[]> holes() {
        BitSet rows = new BitSet();
        rows.set(0, accepts.size());
        split(0, rows, new BitSet[sizes.length]);
        return holes;
    }

    /** How many combinations lie in the holes found. */
    BigInteger missing() {
        return missing;
    }

    /** Follows a part; returns whether it is covered whole. */
    private boolean split(int column, BitSet rows, BitSet[] before) {
        if (holes.size() >= MOST_HOLES) {
            return false;
        }
        work.spend(1);
        if (rows.isEmpty()) {
            hole(column, before);
            return false;
        }
        if (column == sizes.length) {
            return true;
        }
        Part part = new Part(column, rows);
        if (whole.contains(part) || isWhole(column, rows)) {
            return true;
        }
        Map<BitSet, BitSet> groups = new LinkedHashMap<>();
        for (int atom = 0; atom < sizes[column]; atom++) {
            BitSet left = new BitSet();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                left.set(row, accepts.get(row).get(column).get(atom));
            }
            groups.computeIfAbsent(left, l -> new BitSet()).set(atom);
        }
        work.spend(groups.size());
        boolean covered = true;
        for (Map.Entry<BitSet, BitSet> group : groups.entrySet()) {
            before[column] = group.getValue();
            covered &= split(column + 1, group.getKey(), before);
        }
        if (covered) {
            whole.add(part);
        }
        return covered;
    }

    private boolean isWhole(int column, BitSet rows) {
        BigInteger all = BigInteger.ONE;
        for (int c = column; c < sizes.length; c++) {
            all = all.multiply(BigInteger.valueOf(sizes[c]));
        }
        BigInteger sum = BigInteger.ZERO;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            BigInteger volume = suffix(row)[column];
            if (volume.equals(all)) {
                return true;
            }
            sum = sum.add(volume);
        }
        return disjoint && sum.equals(all);
    }

    private BigInteger[] suffix(int row) {
        return suffixes.computeIfAbsent(row, r -> {
            BigInteger[] volumes = new BigInteger[sizes.length + 1];
            volumes[sizes.length] = BigInteger.ONE;
            for (int c = sizes.length - 1; c >= 0; c--) {
                volumes[c] = volumes[c + 1].multiply(
                        BigInteger.valueOf(accepts.get(r).get(c).cardinality()));
            }
            return volumes;
        });
    }

    private void hole(int column, BitSet[] before) {
        BitSet[] hole = new BitSet[sizes.length];
        BigInteger volume = BigInteger.ONE;
        for (int c = 0; c < sizes.length; c++) {
            hole[c] = new BitSet();
            if (c < column) {
                hole[c].or(before[c]);
            } else {
                hole[c].set(0, sizes[c]);
            }
            volume = volume.multiply(BigInteger.valueOf(hole[c].cardinality()));
        }
        holes.add(hole);
        missing = missing.add(volume);
    }
}
