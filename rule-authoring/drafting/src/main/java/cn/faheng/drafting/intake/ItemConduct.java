package cn.faheng.drafting.intake;

import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of several violations of one provision an item is about, by its title. */
final class ItemConduct {

    private static final int LEAST = 55;
    private static final int AHEAD = 25;

    private static final int OBJECT = 8;

    private ItemConduct() {}

    /**
     * What concerns the item.
     *
     * @param own its penalties
     * @param others those of other violations
     * @param words the violation in the words of the law, or empty where the provision names one only
     */
    record Choice(List<PenaltyForm> own, List<PenaltyForm> others, String words) {
        Choice {
            own = List.copyOf(own);
            others = List.copyOf(others);
        }
    }

    /** The penalties of the violation that the title names; all of them where that is not plain. */
    static Choice of(List<PenaltyForm> forms, String title) {
        Map<String, List<PenaltyForm>> conducts = new LinkedHashMap<>();
        String current = "";
        for (PenaltyForm form : forms) {
            String words = form.condition().words();
            Step step = form.condition().step();
            boolean begins = (step == Step.BASIC || step == Step.OTHER)
                    && form.condition().within().isEmpty()
                    && !words.isBlank();
            current = begins ? words : current;
            conducts.computeIfAbsent(current, c -> new ArrayList<>()).add(form);
        }
        boolean graver = conducts.entrySet().stream()
                .anyMatch(e -> e.getKey().matches("(?:对)?(?:造成|情节|后果|致使|构成|有违法所得).*")
                        && e.getValue().stream().anyMatch(f -> f.kind() == PenaltyKind.FINE));
        if (conducts.size() < 2 || conducts.containsKey("") || graver) {
            return new Choice(forms, List.of(), "");
        }
        String best = byObject(conducts.keySet(), title);
        if (!best.isEmpty()) {
            return chosen(forms, conducts, best);
        }
        int first = 0;
        int second = 0;
        for (String conduct : conducts.keySet()) {
            int likeness = likeness(title, conduct);
            if (likeness > first) {
                second = first;
                first = likeness;
                best = conduct;
            } else {
                second = Math.max(second, likeness);
            }
        }
        if (first < LEAST || first - second < AHEAD) {
            return new Choice(forms, List.of(), "");
        }
        return chosen(forms, conducts, best);
    }

    private static Choice chosen(List<PenaltyForm> forms, Map<String, List<PenaltyForm>> conducts, String words) {
        List<PenaltyForm> own = conducts.getOrDefault(words, List.of());
        return new Choice(own, forms.stream().filter(f -> !own.contains(f)).toList(), words);
    }

    /** The only violation that has the object with which the title ends: …闲置大气污染防治设施. */
    private static String byObject(Set<String> conducts, String title) {
        String bare = title.replaceAll("[^\\p{IsHan}]", "").replaceFirst("的$", "");
        String object = bare.substring(Math.max(0, bare.length() - OBJECT));
        List<String> having = conducts.stream()
                .filter(c -> c.replaceAll("[^\\p{IsHan}]", "").contains(object))
                .toList();
        return object.length() == OBJECT && having.size() == 1 ? having.get(0) : "";
    }

    /** Share of the title's pairs of characters that the words have too, in whole per cent. */
    private static int likeness(String title, String words) {
        Set<String> pairs = pairs(title);
        Set<String> common = new HashSet<>(pairs);
        common.retainAll(pairs(words));
        return pairs.isEmpty() ? 0 : 100 * common.size() / pairs.size();
    }

    private static Set<String> pairs(String text) {
        String bare = text.replaceAll("[^\\p{IsHan}]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }
}
