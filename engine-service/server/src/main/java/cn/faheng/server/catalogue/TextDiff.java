package cn.faheng.server.catalogue;

import cn.faheng.contract.model.DiffSegmentBody;
import cn.faheng.contract.model.DiffSegmentBody.KindEnum;
import java.util.ArrayList;
import java.util.List;

/** What was removed and added between two wordings, character by character (longest common subsequence). */
final class TextDiff {

    private TextDiff() {}

    static List<DiffSegmentBody> between(String before, String after) {
        int[] a = before.codePoints().toArray();
        int[] b = after.codePoints().toArray();
        int start = 0;
        while (start < a.length && start < b.length && a[start] == b[start]) {
            start++;
        }
        int endA = a.length;
        int endB = b.length;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
            endA--;
            endB--;
        }
        Segments segments = new Segments();
        segments.add(KindEnum.SAME, a, 0, start);
        middle(a, start, endA, b, start, endB, segments);
        segments.add(KindEnum.SAME, a, endA, a.length);
        return segments.merged;
    }

    private static void middle(int[] a, int fromA, int toA, int[] b, int fromB, int toB, Segments segments) {
        int n = toA - fromA;
        int m = toB - fromB;
        int[][] common = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                common[i][j] = a[fromA + i] == b[fromB + j]
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && a[fromA + i] == b[fromB + j]) {
                segments.add(KindEnum.SAME, a, fromA + i, fromA + i + 1);
                i++;
                j++;
            } else if (i < n && (j == m || common[i + 1][j] >= common[i][j + 1])) {
                segments.add(KindEnum.REMOVED, a, fromA + i, fromA + i + 1);
                i++;
            } else {
                segments.add(KindEnum.ADDED, b, fromB + j, fromB + j + 1);
                j++;
            }
        }
    }

    /** Joins neighbours of the same kind. */
    private static final class Segments {
        private final List<DiffSegmentBody> merged = new ArrayList<>();

        void add(KindEnum kind, int[] text, int from, int to) {
            if (from == to) {
                return;
            }
            String piece = new String(text, from, to - from);
            DiffSegmentBody last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.getKind() == kind) {
                last.setText(last.getText() + piece);
            } else {
                merged.add(new DiffSegmentBody().kind(kind).text(piece));
            }
        }
    }
}
