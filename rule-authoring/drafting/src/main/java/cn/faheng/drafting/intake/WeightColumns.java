package cn.faheng.drafting.intake;

import cn.faheng.drafting.intake.FormulaNote.Formula;
import cn.faheng.drafting.intake.SourceItem.SourceFactor;
import cn.faheng.drafting.intake.SourceItem.SourceOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The result columns of a weight table, and the question that chooses between those on the party.
 *
 * @param party columns on the party, in the order of the source
 * @param person the column on responsible persons, or null
 * @param question name of the question that chooses, or null where there is one column
 * @param answers the answer for each column on the party; empty where an amount decides
 * @param asksNew whether the question is no factor of the table
 * @param threshold the amount from which the second column applies, or null
 */
record WeightColumns(
        List<Column> party,
        @Nullable Column person,
        @Nullable String question,
        List<String> answers,
        boolean asksNew,
        @Nullable BigDecimal threshold) {

    private static final Pattern BELOW =
            Pattern.compile("(?:没有)?([\\u4e00-\\u9fa5]{2,8}?)(?:或者\\1)?不足(" + Numbers.NUMBER + ")元");
    private static final Pattern FROM = Pattern.compile("([\\u4e00-\\u9fa5]{2,8}?)(" + Numbers.NUMBER + ")元以上");

    /** One result column. */
    record Column(
            String label,
            Share start,
            Formula formula,
            @Nullable Share cap,
            @Nullable Share floor,
            boolean capStated) {}

    WeightColumns {
        party = List.copyOf(party);
        answers = List.copyOf(answers);
    }

    /** The columns, or empty where note and starting points do not fit together. */
    static Optional<WeightColumns> read(SourceItem item, FormulaNote note, StatuteHints hints) {
        List<Share> starts = new ArrayList<>();
        for (String start : item.starts()) {
            Optional<Share> share = Share.read(start);
            if (share.isEmpty()) {
                return Optional.empty();
            }
            starts.add(share.get());
        }
        if (starts.isEmpty()) {
            starts.add(Share.ZERO);
        }
        if (note.formulas().isEmpty() || note.formulas().size() != starts.size()) {
            return Optional.empty();
        }
        Share methodCap = item.capRule().isBlank() ? null : Share.WHOLE;
        List<Column> party = new ArrayList<>();
        Column person = null;
        for (int i = 0; i < starts.size(); i++) {
            Formula formula = note.formulas().get(i);
            Column column = new Column(
                    formula.label(),
                    starts.get(i),
                    formula,
                    limit(note, formula, true, methodCap),
                    limit(note, formula, false, null),
                    limit(note, formula, true, null) != null);
            boolean onPersons = hints.namesResponsible(formula.label()) || hints.namesResponsible(formula.inner());
            if (onPersons && starts.size() > 1) {
                if (person != null) {
                    return Optional.empty();
                }
                person = column;
            } else if (formula.label().contains("个人")) {
                return Optional.empty();
            } else {
                party.add(column);
            }
        }
        return party.isEmpty() ? Optional.empty() : chosen(item, party, person);
    }

    private static @Nullable Share limit(FormulaNote note, Formula formula, boolean cap, @Nullable Share otherwise) {
        return note.limits().stream()
                .filter(l -> l.cap() == cap && l.isFor(formula))
                .map(FormulaNote.Limit::share)
                .findFirst()
                .orElse(otherwise);
    }

    private static Optional<WeightColumns> chosen(SourceItem item, List<Column> party, @Nullable Column person) {
        if (party.size() == 1) {
            return Optional.of(new WeightColumns(party, person, null, List.of(), false, null));
        }
        List<String> labels = party.stream().map(Column::label).toList();
        Optional<WeightColumns> byAmount = byAmount(party, person);
        if (byAmount.isPresent()) {
            return byAmount;
        }
        for (SourceFactor factor : item.factors()) {
            List<String> options =
                    factor.options().stream().map(SourceOption::condition).toList();
            List<String> answers = new ArrayList<>();
            for (String label : labels) {
                options.stream().filter(o -> same(o, label)).findFirst().ifPresent(answers::add);
            }
            if (answers.size() == labels.size() && options.size() == labels.size()) {
                return Optional.of(new WeightColumns(party, person, factor.name(), answers, false, null));
            }
        }
        Set<String> distinct = new LinkedHashSet<>(labels);
        if (distinct.size() != labels.size() || labels.contains("")) {
            return Optional.empty();
        }
        boolean correction = labels.stream().allMatch(l -> l.contains("改正"));
        return Optional.of(new WeightColumns(
                party, person, correction ? Steps.CORRECTION : Steps.CIRCUMSTANCES, labels, true, null));
    }

    private static boolean same(String option, String label) {
        return bare(option).equals(bare(label));
    }

    private static String bare(String words) {
        return Words.squeezed(words).replaceFirst("^已", "").replaceFirst("的+$", "");
    }

    private static Optional<WeightColumns> byAmount(List<Column> party, @Nullable Column person) {
        if (party.size() != 2) {
            return Optional.empty();
        }
        Matcher below = BELOW.matcher(party.get(0).label());
        Matcher from = FROM.matcher(party.get(1).label());
        if (!below.find() || !from.find() || !below.group(1).equals(from.group(1))) {
            return Optional.empty();
        }
        Optional<BigDecimal> limit = Numbers.read(below.group(2));
        if (limit.isEmpty() || !limit.equals(Numbers.read(from.group(2)))) {
            return Optional.empty();
        }
        return Optional.of(new WeightColumns(party, person, below.group(1), List.of(), true, limit.get()));
    }
}
