package cn.faheng.drafting.clause;

import cn.faheng.drafting.clause.Condition.Step;
import cn.faheng.drafting.draft.DraftContent.OpenQuestion;
import cn.faheng.drafting.sheet.Sheet.SheetPenalty;
import cn.faheng.drafting.sheet.SheetDecision.SheetCitation;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of a statute draft: one for each combination of answers, those that say the same joined. */
final class StatuteRows {
    private static final int MOST = 4096;

    private final ClauseReading reading;
    private final List<PenaltyForm> forms;
    private final StatuteFacts facts;
    private final StatutePenalties penalties;
    private final List<SheetRow> rows = new ArrayList<>();
    private final Map<String, OpenQuestion> questions = new LinkedHashMap<>();

    StatuteRows(
            ClauseReading reading, List<PenaltyForm> forms, StatuteFacts facts, StatutePenalties penalties, String at) {
        this.reading = reading;
        this.forms = forms;
        this.facts = facts;
        this.penalties = penalties;
        long cells = facts.dimensions().stream()
                .mapToLong(d -> d.values().size())
                .reduce(1, (a, b) -> Math.min(MOST + 1L, a * b));
        if (cells > MOST) {
            throw new IllegalArgumentException("条文的条件组合超过" + MOST + "种，不能生成一张表。请把条文分款、分项确认。");
        }
        for (Branch branch : branches(0, new int[facts.dimensions().size()])) {
            rows.add(row("S" + (rows.size() + 1), branch, at));
        }
    }

    List<SheetRow> rows() {
        return rows;
    }

    List<OpenQuestion> questions() {
        return List.copyOf(questions.values());
    }

    /** All combinations from a dimension on; where its values make no difference they are one. */
    private List<Branch> branches(int depth, int[] chosen) {
        if (depth == facts.dimensions().size()) {
            return List.of(new Branch(List.of(), imposed(chosen), List.of()));
        }
        Dimension dimension = facts.dimensions().get(depth);
        List<List<Branch>> each = new ArrayList<>();
        List<Integer> values = List.copyOf(new TreeSet<>(facts.narrowing().inside(dimension)));
        for (int v : values) {
            int[] next = Arrays.copyOf(chosen, chosen.length);
            next[depth] = v;
            each.add(branches(depth + 1, next));
        }
        if (facts.narrowing().isFixed(dimension)) {
            return each.get(0);
        }
        if (each.stream().distinct().count() == 1) {
            return each.get(0).stream().map(b -> b.before("-", "")).toList();
        }
        List<Branch> all = new ArrayList<>();
        for (int v = 0; v < each.size(); v++) {
            Dimension.Value value = dimension.values().get(values.get(v));
            each.get(v).forEach(b -> all.add(b.before(value.cell(), value.says())));
        }
        return all;
    }

    /** Of the penalties with the same name the most special one is imposed. */
    private List<PenaltyForm> imposed(int[] chosen) {
        Map<String, List<PenaltyForm>> best = new LinkedHashMap<>();
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (PenaltyForm form : forms) {
            int rank = rank(form, chosen);
            if (rank < 0) {
                continue;
            }
            String id = penalties.id(form);
            int known = ranks.getOrDefault(id, -1);
            if (rank > known) {
                ranks.put(id, rank);
                best.put(id, new ArrayList<>(List.of(form)));
            } else if (rank == known) {
                best.getOrDefault(id, new ArrayList<>()).add(form);
            }
        }
        best.forEach(this::ask);
        return best.values().stream().flatMap(List::stream).toList();
    }

    private int rank(PenaltyForm form, int[] chosen) {
        int asked = 0;
        for (int d = 0; d < chosen.length; d++) {
            Boolean holds = facts.asks(form, facts.dimensions().get(d), chosen[d]);
            if (Boolean.FALSE.equals(holds)) {
                return -1;
            }
            asked += holds == null || facts.dimensions().get(d).fact().equals("conduct") ? 0 : 1;
        }
        Step step = form.condition().step();
        int order = step == Step.SERIOUS
                ? 4
                : step == Step.OVERDUE ? 3 : step == Step.THRESHOLD ? 2 : step == Step.OTHER ? 1 : 0;
        return asked * 10 + order;
    }

    private void ask(String id, List<PenaltyForm> same) {
        long amounts = same.stream().map(PenaltyForm::fine).distinct().count();
        if (amounts > 1) {
            boolean choice = same.stream().allMatch(f -> f.choice() > 0);
            String asks =
                    choice ? "条文给出几种计算方法择一适用，草案取其中最低的下限和最高的上限。请确认。" : "条文在同样的条件下写了几个金额，草案取其中最低的下限和最高的上限。请补充区分它们的条件。";
            String words =
                    same.stream().map(f -> reading.wordsOf(f.span())).distinct().collect(Collectors.joining("；"));
            questions.putIfAbsent(
                    id + words,
                    new OpenQuestion("amount-" + id + (questions.size() + 1), "penalty", words, asks, null));
        }
    }

    private SheetRow row(String id, Branch branch, String at) {
        List<String> says = branch.says().stream().filter(s -> !s.isEmpty()).toList();
        List<String> outputs = new ArrayList<>();
        outputs.add(StatuteNames.quoted(says.isEmpty() ? "一般" : String.join("，", says)));
        outputs.add(branch.imposed().isEmpty() ? "\"not-applicable\"" : "\"penalty\"");
        for (SheetPenalty penalty : penalties.all()) {
            List<PenaltyForm> of = branch.imposed().stream()
                    .filter(f -> penalties.id(f).equals(penalty.id()))
                    .toList();
            outputs.add(
                    of.isEmpty() ? "\"none\"" : '"' + mode(of, branch.imposed()).code() + '"');
            if (StatutePenalties.isMeasured(penalty)) {
                outputs.add(of.isEmpty() ? "null" : StatuteAmounts.least(of));
                outputs.add(of.isEmpty() ? "null" : StatuteAmounts.most(of));
            }
        }
        return new SheetRow(id, branch.cells(), outputs, words(branch), List.of(SheetCitation.at(at)), null);
    }

    /** Several amounts of one fine are no choice between penalties. */
    private Mode mode(List<PenaltyForm> of, List<PenaltyForm> imposed) {
        PenaltyForm form = of.get(0);
        boolean others = imposed.stream().anyMatch(f -> f.choice() == form.choice() && !of.contains(f));
        return form.mode() == Mode.EITHER && !others ? Mode.MUST : form.mode();
    }

    private String words(Branch branch) {
        Set<String> parts = new LinkedHashSet<>();
        for (PenaltyForm form : branch.imposed()) {
            String condition = form.condition().words();
            String own = reading.wordsOf(form.span());
            parts.add(
                    condition.isEmpty() || own.startsWith(condition) || parts.contains(condition)
                            ? own
                            : condition + "，" + own);
        }
        return parts.isEmpty() ? reading.words().strip() : String.join("……", parts);
    }

    /** One combination. */
    private record Branch(List<String> cells, List<PenaltyForm> imposed, List<String> says) {
        Branch before(String cell, String word) {
            List<String> longer = new ArrayList<>(List.of(cell));
            longer.addAll(cells);
            List<String> more = new ArrayList<>(List.of(word));
            more.addAll(says);
            return new Branch(List.copyOf(longer), imposed, List.copyOf(more));
        }
    }
}
