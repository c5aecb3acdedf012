package cn.faheng.casework.cases;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.SourceRegistered;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a case can be found by: every pair of neighbouring characters of its words, so that Chinese needs no dictionary. */
final class CaseText {

    private CaseText() {}

    static Set<String> pairs(CaseFile file, String... more) {
        List<String> texts = new ArrayList<>(List.of(more));
        for (Entry entry : file.entries()) {
            if (entry instanceof SourceRegistered source) {
                texts.add(source.summary());
                texts.add(source.from());
            } else if (entry instanceof Filed filed) {
                texts.add(filed.cause());
                texts.add(filed.number());
            } else if (entry instanceof PartyRecorded party) {
                texts.add(party.name());
            } else if (entry instanceof ActRecorded act) {
                texts.add(act.described());
            }
        }
        Set<String> pairs = new LinkedHashSet<>();
        texts.forEach(text -> pairs.addAll(pairs(text)));
        return pairs;
    }

    /** The pairs of a text; of a single character the character itself. */
    static Set<String> pairs(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (word.length() == 1) {
                pairs.add(word);
            }
            for (int i = 0; i + 2 <= word.length(); i++) {
                pairs.add(word.substring(i, i + 2));
                pairs.add(word.substring(i, i + 1));
            }
            pairs.add(word.substring(word.length() - 1));
        }
        return pairs;
    }

    /** What a case must have to be found: pairs, single characters only where a word is one. */
    static Set<String> wanted(String text) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (word.length() == 1) {
                wanted.add(word);
            }
            for (int i = 0; i + 2 <= word.length(); i++) {
                wanted.add(word.substring(i, i + 2));
            }
        }
        return wanted;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }
}
