package cn.faheng.drafting.clause;

import cn.faheng.engine.proof.Correction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The branch of a provision that the name of an item states: …，逾期未改正; …（货值金额不足一万元）; …，情节严重. What it does not state is null.
 *
 * @param correction that an order was not followed, or was
 * @param serious the words of the gravity: 情节严重, 造成严重后果
 * @param threshold the amount
 */
public record Scope(@Nullable Correction correction, @Nullable String serious, @Nullable Threshold threshold) {

    /** Nothing is stated. */
    public static final Scope NONE = new Scope(null, null, null);

    private static final Pattern ASIDE = Pattern.compile("[（(]([^（）()]*)[）)]\\s*$");
    /** What a name leaves out is no branch that it is about. */
    private static final Pattern EXCLUDED = Pattern.compile("除外|以外|之外|不包括|不含|尚未|并非|非(?!法)");

    private static final Pattern SERIOUS =
            Pattern.compile("(?:且|并且|并)?(情节(?:特别)?(?:严重|恶劣)|(?:造成)?(?:特别)?严重后果|后果(?:特别)?严重)");

    /** What a name states at its end, in brackets or behind a comma. */
    public static Scope of(String title) {
        List<String> pieces = new ArrayList<>();
        String rest = title.strip().replaceFirst("[。；]$", "");
        Matcher aside = ASIDE.matcher(rest);
        if (aside.find()) {
            pieces.addAll(List.of(aside.group(1).split("[，；;]", -1)));
            rest = rest.substring(0, aside.start());
        }
        String[] clauses = rest.split("[，；;]", -1);
        if (clauses.length > 1) {
            pieces.add(clauses[clauses.length - 1]);
        }
        Scope scope = NONE;
        for (String piece : pieces) {
            if (EXCLUDED.matcher(piece).find()) {
                continue;
            }
            scope = scope.with(piece.strip().replaceFirst("的(?:情形)?$", ""));
        }
        return scope;
    }

    private Scope with(String piece) {
        Correction step =
                correction != null ? correction : Correction.whole(piece).orElse(null);
        Matcher grave = SERIOUS.matcher(piece);
        String gravity = serious != null ? serious : grave.matches() ? grave.group(1) : null;
        Threshold amount = threshold != null ? threshold : Thresholds.read(piece);
        return new Scope(step, gravity, amount);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** The values of a dimension that lie inside; all of them where the name does not say, or not with the provision's own limits. */
    Set<Integer> inside(Dimension dimension, @Nullable String base, @Nullable Limits limits) {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < dimension.values().size(); i++) {
            all.add(i);
        }
        return switch (dimension.fact()) {
            case "overdue" -> step(dimension, all);
            case "circumstancesGrade" -> grade(dimension, all);
            default -> amounts(dimension, base, limits, all);
        };
    }

    private Set<Integer> step(Dimension dimension, Set<Integer> all) {
        Correction named = correction;
        boolean same = named != null
                && Correction.whole(dimension.values().get(1).says())
                        .filter(named::sameOrder)
                        .isPresent();
        return !same || named == null ? all : Set.of(named.late() ? 1 : 0);
    }

    private Set<Integer> grade(Dimension dimension, Set<Integer> all) {
        for (int i = 0; i < dimension.values().size(); i++) {
            if (dimension.values().get(i).says().equals(serious)) {
                return Set.of(i);
            }
        }
        return all;
    }

    private Set<Integer> amounts(
            Dimension dimension, @Nullable String base, @Nullable Limits limits, Set<Integer> all) {
        Threshold named = threshold;
        if (named == null || !named.base().equals(base)) {
            return all;
        }
        if (dimension.fact().endsWith("Uncountable")) {
            boolean only = named.min() == null && named.max() == null && !named.none();
            return !named.uncountable() ? Set.of(0) : only ? Set.of(1) : all;
        }
        return limits == null ? all : limits.inside(named).orElse(all);
    }

    /** The greatest amount in whole fen, or null. */
    @Nullable
    BigDecimal most() {
        if (threshold == null || threshold.max() == null) {
            return null;
        }
        BigDecimal max = threshold.max();
        return threshold.maxIncluded() ? max : max.subtract(new BigDecimal("0.01"));
    }

    /** The least amount, or null. */
    @Nullable
    BigDecimal least() {
        return threshold == null ? null : threshold.min();
    }
}
