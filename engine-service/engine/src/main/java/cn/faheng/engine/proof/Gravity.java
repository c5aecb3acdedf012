package cn.faheng.engine.proof;

import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a table say about how grave something is. */
final class Gravity {

    private static final Set<PenaltyKind> HEAVIER = EnumSet.of(
            PenaltyKind.LICENCE_SUSPENSION,
            PenaltyKind.QUALIFICATION_DOWNGRADE,
            PenaltyKind.LICENCE_REVOCATION,
            PenaltyKind.BUSINESS_RESTRICTION,
            PenaltyKind.SUSPEND_OPERATIONS,
            PenaltyKind.CLOSURE,
            PenaltyKind.PROFESSION_RESTRICTION,
            PenaltyKind.DETENTION);

    private Gravity() {}

    /** Whether a penalty of this kind may take the place of a fine. */
    static boolean outweighsFines(PenaltyKind kind) {
        return HEAVIER.contains(kind);
    }

    /** How heavy a tier calls itself, or null where it does not say. */
    static @Nullable Integer rank(String tier) {
        Map<String, Integer> words = new LinkedHashMap<>();
        words.put("特别严重", 7);
        words.put("严重", 6);
        words.put("较重", 5);
        words.put("从重", 5);
        words.put("较轻", 2);
        words.put("从轻", 2);
        words.put("轻微", 1);
        words.put("减轻", 1);
        words.put("不予", 0);
        words.put("免予", 0);
        words.put("一般", 3);
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            if (tier.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return null;
    }

    /** Whether the last of its values, or the question itself, speaks of something that speaks for the party. */
    static boolean mitigates(Fact fact) {
        List<String> words = List.of("主动", "配合", "及时改正", "限期内改正", "已改正", "初次", "首次", "消除", "减轻", "立功", "自首", "谅解");
        if (fact.type() == Fact.Type.BOOLEAN) {
            return words.stream().anyMatch(fact.label()::contains);
        }
        if (fact.values().isEmpty()) {
            return false;
        }
        String last = fact.values().get(fact.values().size() - 1).value();
        boolean negated = last.contains("未") || last.contains("不") || last.contains("拒");
        return !negated && words.stream().anyMatch(last::contains);
    }
}
