package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.SourceItem.SourceTier;
import cn.faheng.drafting.sheet.SheetFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The questions that choose the tier: one for each condition column, or one for the conditions' texts. */
final class TierQuestions {

    /** What the collected tables call a cell that spans all condition columns. */
    private static final String MERGED = "（合并）";

    /** A dash or a stroke in a condition's cell: the row holds whatever the answer is. */
    private static final Pattern DASH = Pattern.compile("[-—–－/／\\s]+");

    private final SourceItem item;
    private final Questions questions;
    private final List<SourceTier> tiers = new ArrayList<>();
    private final List<TierOutcome> outcomes = new ArrayList<>();
    private final List<Map<String, String>> answers = new ArrayList<>();
    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private boolean partial;

    TierQuestions(SourceItem item, List<TierOutcome> given, Questions questions) {
        this.item = item;
        this.questions = questions;
        keepOnce(item.tiers(), given);
        boolean columns = tiers.stream().anyMatch(t -> !t.conditions().isEmpty());
        List<Map<String, String>> plain = columns ? byColumn() : byText();
        branches(plain);
        partial = values.values().stream().allMatch(v -> v.size() < 2);
        values.forEach((fact, list) -> {
            if (list.size() < 2) {
                list.add(Steps.OTHER);
            }
        });
        if (partial) {
            questions.note("原表只列出一档，其余情形由人决定。");
        }
    }

    /** A row that repeats another one in conditions and amounts says nothing new. */
    private void keepOnce(List<SourceTier> all, List<TierOutcome> given) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            SourceTier tier = all.get(i);
            TierOutcome outcome = given.get(i);
            String key = tier.branch() + "|" + tier.condition() + "|" + tier.conditions() + "|" + outcome.charges();
            if (seen.add(key) || tier.condition().isBlank() || outcome.charges().isEmpty()) {
                tiers.add(tier);
                outcomes.add(outcome);
            } else {
                questions.note("原表" + Words.tier(tier.name()) + "与前面的一档条件和数额都相同，合并为一行。");
            }
        }
    }

    private List<Map<String, String>> byColumn() {
        List<String> names = tiers.stream()
                .flatMap(t -> t.conditions().keySet().stream())
                .filter(name -> !name.equals(MERGED))
                .distinct()
                .toList();
        String first = names.isEmpty() ? Steps.CIRCUMSTANCES : names.get(0);
        names.forEach(name -> values.put(name, new LinkedHashSet<>()));
        List<Map<String, String>> result = new ArrayList<>();
        for (SourceTier tier : tiers) {
            Map<String, String> answer = new LinkedHashMap<>();
            tier.conditions().forEach((name, text) -> {
                if (text.isBlank() || DASH.matcher(text).matches()) {
                    return;
                }
                if (name.equals(MERGED)) {
                    answer.put(first, text);
                    helps.put(first, "有“" + text + "”情形的选该项，其他各栏不再影响档次（原表该行各栏合并）");
                } else {
                    answer.put(name, text);
                }
            });
            if (tier.conditions().values().stream()
                    .anyMatch(text -> DASH.matcher(text).matches())) {
                questions.note("原表" + Words.tier(tier.name()) + "以“—”“/”表示的条件不影响该档。");
            }
            answer.forEach((name, text) ->
                    values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(text));
            result.add(answer);
        }
        return result;
    }

    private List<Map<String, String>> byText() {
        String name = item.question().isBlank() ? Steps.CIRCUMSTANCES : item.question();
        boolean noText = tiers.stream().allMatch(t -> t.condition().isBlank());
        if (noText) {
            questions.note("原表没有写明各档的条件，以档次名称为选项。");
        }
        values.put(name, new LinkedHashSet<>());
        List<Map<String, String>> result = new ArrayList<>();
        boolean blocks = !item.question().isBlank() && beginsAgain();
        for (SourceTier tier : tiers) {
            boolean repeated = !blocks
                    && tiers.stream()
                                    .filter(t -> t.branch() == tier.branch()
                                            && t.condition().equals(tier.condition()))
                                    .count()
                            > 1;
            String text = noText || tier.condition().isBlank()
                    ? tier.name()
                    : repeated ? tier.name() + "：" + tier.condition() : tier.condition();
            values.get(name).add(text);
            result.add(new LinkedHashMap<>(Map.of(name, text)));
        }
        return result;
    }

    /** Whether the conditions are the same ones, in the same order, two or more times over. */
    private boolean beginsAgain() {
        List<String> texts = tiers.stream().map(SourceTier::condition).toList();
        int again =
                texts.subList(Math.min(1, texts.size()), texts.size()).indexOf(texts.isEmpty() ? "" : texts.get(0)) + 1;
        if (again < 2 || texts.size() % again != 0) {
            return false;
        }
        for (int i = again; i < texts.size(); i++) {
            if (!texts.get(i).equals(texts.get(i - again))) {
                return false;
            }
        }
        return true;
    }

    /** Sub-tables of one item: those the source numbers, and those whose conditions begin again from the top. */
    private void branches(List<Map<String, String>> plain) {
        List<Integer> group = new ArrayList<>();
        Set<String> inGroup = new HashSet<>();
        int number = 1;
        int branch = tiers.isEmpty() ? 1 : tiers.get(0).branch();
        for (int i = 0; i < tiers.size(); i++) {
            String key = plain.get(i).toString();
            if (tiers.get(i).branch() != branch || inGroup.contains(key)) {
                number++;
                branch = tiers.get(i).branch();
                inGroup.clear();
            }
            inGroup.add(key);
            group.add(number);
        }
        for (int i = 0; i < tiers.size(); i++) {
            Map<String, String> answer = new LinkedHashMap<>();
            if (number > 1) {
                answer.put(Steps.GROUP, Steps.group(group.get(i)));
            }
            answer.putAll(plain.get(i));
            answers.add(answer);
        }
        if (number > 1) {
            askGroups(group, number);
        }
    }

    private void askGroups(List<Integer> group, int count) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        Set<String> groups = new LinkedHashSet<>();
        StringBuilder original = new StringBuilder();
        for (int n = 1; n <= count; n++) {
            groups.add(Steps.group(n));
            SourceTier first = tiers.get(group.indexOf(n));
            original.append(Steps.group(n)).append("：").append(first.standard()).append("…；");
        }
        all.put(Steps.GROUP, groups);
        all.putAll(values);
        values.clear();
        values.putAll(all);
        questions.ask(
                Steps.GROUP,
                original.toString(),
                "原表为同一事项列了" + count + "组档次而没有写明各组何时适用（例如限期改正与逾期不改正）。请给问题“" + Steps.GROUP + "”及其选项填上原表或者法律的用语。");
    }

    List<SourceTier> tiers() {
        return tiers;
    }

    List<TierOutcome> outcomes() {
        return outcomes;
    }

    Map<String, String> answers(int tier) {
        return answers.get(tier);
    }

    List<String> factNames() {
        return List.copyOf(values.keySet());
    }

    /** Whether the source lists a single tier only. */
    boolean isPartial() {
        return partial && !values.isEmpty();
    }

    Map<String, String> partialAnswer() {
        return Map.of(values.keySet().iterator().next(), Steps.OTHER);
    }

    List<SheetFact> facts() {
        return values.entrySet().stream()
                .map(e -> Body.choice(e.getKey(), List.copyOf(e.getValue()), helps.get(e.getKey())))
                .toList();
    }
}
