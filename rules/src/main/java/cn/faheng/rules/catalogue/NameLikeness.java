package cn.faheng.rules.catalogue;

import java.util.HashSet;
import java.util.Set;

/** How like two names of a violation are: the share of neighbouring characters that they have in common. */
public final class NameLikeness {

    /** From here on two names on the same provision may be those of one act. */
    private static final int ALIKE = 500;

    private NameLikeness() {}

    /** From 0, nothing in common, to 1000, the same pairs of characters; whole thousandths, rounded down. */
    public static int thousandths(String one, String other) {
        Set<String> mine = pairs(one);
        Set<String> theirs = pairs(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        int common = (int) mine.stream().filter(theirs::contains).count();
        return 2000 * common / (mine.size() + theirs.size());
    }

    /** Whether they may be names of one act. */
    public static boolean areAlike(String one, String other) {
        return thousandths(one, other) >= ALIKE;
    }

    private static Set<String> pairs(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}
