package cn.faheng.drafting.difference;

import org.jspecify.annotations.Nullable;

/**
 * One difference, in Chinese plain text.
 *
 * @param part what it belongs to: 施行期间, 依据, 问题, 裁量档次, 权重, 计算公式, …
 * @param where the thing that differs: a question's name, a row with its number, a decision
 * @param kind added, removed or changed
 * @param before what stood there, or null when it was added
 * @param after what stands there, or null when it was removed
 */
public record Change(String part, String where, Kind kind, @Nullable String before, @Nullable String after) {

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
