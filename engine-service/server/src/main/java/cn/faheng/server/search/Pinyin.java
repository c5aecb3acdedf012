package cn.faheng.server.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a Chinese text sounds: its readings syllable by syllable, since some characters have more than one. */
public final class Pinyin {

    private final List<Set<String>> syllables = new ArrayList<>();

    public Pinyin(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
            Set<String> found = new LinkedHashSet<>();
            if (readings != null) {
                for (String reading : readings) {
                    // The last sign is the tone; ü is written u: and typed v or u.
                    String bare = reading.replaceAll("\\d$", "");
                    found.add(bare.replace("u:", "v"));
                    found.add(bare.replace("u:", "u"));
                }
            } else if (Character.isLetterOrDigit(c)) {
                found.add(String.valueOf(Character.toLowerCase(c)));
            }
            if (!found.isEmpty()) {
                syllables.add(found);
            }
        }
    }

    /** Whether {@code typed} are the initials of the text from {@code start} on. */
    private boolean initialsAt(int start, String typed) {
        if (start + typed.length() > syllables.size()) {
            return false;
        }
        for (int i = 0; i < typed.length(); i++) {
            String initial = typed.substring(i, i + 1);
            if (syllables.get(start + i).stream().noneMatch(s -> s.startsWith(initial))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code typed} spells the text from {@code start} on; the last syllable may be unfinished. */
    private boolean spelledAt(int start, String typed) {
        if (typed.isEmpty()) {
            return true;
        }
        if (start >= syllables.size()) {
            return false;
        }
        for (String syllable : syllables.get(start)) {
            if (syllable.startsWith(typed)) {
                return true;
            }
            if (typed.startsWith(syllable) && spelledAt(start + 1, typed.substring(syllable.length()))) {
                return true;
            }
        }
        return false;
    }

    /** The first place where the initials occur, or -1. */
    public int initials(String typed) {
        for (int i = 0; i < syllables.size(); i++) {
            if (initialsAt(i, typed)) {
                return i;
            }
        }
        return -1;
    }

    /** The first place where the text is spelled so, or -1. */
    public int spelled(String typed) {
        for (int i = 0; i < syllables.size(); i++) {
            if (spelledAt(i, typed)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The initials of the text, once for each way to read it, the usual ones first.
     *
     * @param most how many ways at most
     */
    public List<String> initials(int most) {
        List<String> ways = List.of("");
        for (Set<String> syllable : syllables) {
            List<String> longer = new ArrayList<>();
            Set<String> first = new LinkedHashSet<>();
            syllable.forEach(reading -> first.add(reading.substring(0, 1)));
            for (String letter : first) {
                ways.forEach(way -> longer.add(way + letter));
            }
            ways = longer.size() > most ? longer.subList(0, most) : longer;
        }
        return List.copyOf(ways);
    }
}
