package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.FeelText.Unbounded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long the values of a model can get. A value is at most as long as its text with each name in it replaced by the value of that
 * name: that bounds texts, lists and the digits of numbers alike, so that forty decisions each twice the one before are refused.
 */
final class ModelGrowth {

    private static final long LONGEST_VALUE = 200_000;
    private static final long MOST_WORK = 200_000_000;
    private static final long INPUT = 1_000;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_WORDS = 40;

    private final Map<String, Value> values = new HashMap<>();
    private final Set<Integer> sizes = new TreeSet<>();
    private final IdentityHashMap<FeelText, Long> known = new IdentityHashMap<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private long work;

    /** What a name stands for: all of the texts, and one row of each table. */
    static final class Value {
        private final List<FeelText> texts = new ArrayList<>();
        private final List<List<List<FeelText>>> tables = new ArrayList<>();

        List<FeelText> texts() {
            return texts;
        }

        List<List<List<FeelText>>> tables() {
            return tables;
        }
    }

    /** A name with what it stands for; one name may stand for several things. */
    Value name(String name) {
        if (FeelText.isFunction(name)) {
            throw new Unbounded("与函数同名的名称“" + name + "”");
        }
        List<String> words = FeelText.tokens(name);
        if (words.isEmpty() || words.size() > MOST_WORDS || name.contains("\"") || name.contains("//")) {
            throw new Unbounded("表达式里不能写的名称“" + name + "”");
        }
        sizes.add(words.size());
        Value value = values.computeIfAbsent(String.join(" ", words), key -> new Value());
        if (values.size() > MOST_NAMES) {
            throw new Unbounded(MOST_NAMES + " 个以上的名称");
        }
        return value;
    }

    /** Counts a text; a cell of a table is computed with what it is compared to. */
    void count(FeelText text, long compared) {
        work += length(text) + compared;
        if (work > MOST_WORK) {
            throw new Unbounded("过多的计算（请减少行数，或者不要在每一行里引用很长的结果）");
        }
    }

    /** How long the value of a text can get. */
    long length(FeelText text) {
        Long before = known.get(text);
        if (before != null) {
            return before;
        }
        long length = text.length();
        List<String> tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            for (int size : sizes) {
                if (i + size > tokens.size() || isMember(tokens, i)) {
                    break;
                }
                String words = size == 1 ? tokens.get(i) : String.join(" ", tokens.subList(i, i + size));
                Value value = values.get(words);
                if (value != null) {
                    length += length(words, value);
                }
            }
        }
        if (length > LONGEST_VALUE) {
            throw new Unbounded("层层相加、相乘而越来越长的值（可能超过 " + LONGEST_VALUE + " 个字符）");
        }
        known.put(text, length);
        return length;
    }

    /** Whether a word names a part of the value before it and not a value of its own; two points make a range. */
    private static boolean isMember(List<String> tokens, int i) {
        return i > 1 && tokens.get(i - 1).equals(".") && !tokens.get(i - 2).equals(".");
    }

    private long length(String name, Value value) {
        Long before = lengths.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            throw new Unbounded("以自己定义自己的名称“" + name + "”（或者里外同名）");
        }
        long length = value.texts().isEmpty() && value.tables().isEmpty() ? INPUT : 0;
        for (FeelText text : value.texts()) {
            length += length(text);
        }
        for (List<List<FeelText>> table : value.tables()) {
            long longest = 0;
            for (List<FeelText> row : table) {
                longest = Math.max(longest, row.stream().mapToLong(this::length).sum());
            }
            length += longest;
        }
        open.remove(name);
        lengths.put(name, length);
        return length;
    }
}
