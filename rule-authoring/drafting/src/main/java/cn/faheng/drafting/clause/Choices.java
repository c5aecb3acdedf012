package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds penalties of which one is chosen: 警告或者罚款, 拘留或者罚款. */
final class Choices {
    private static final Pattern OR = Pattern.compile("^(?:的)?(?:罚款)?，?(?:或者|或)(?!对|者)[^，；。对]{0,40}$");
    private static final Pattern UP_TO = Pattern.compile("^(?:的)?(?:罚款)?，?直至[^，；。对]{0,20}$");
    private static final Pattern LIST = Pattern.compile("^(?:的)?(?:罚款)?、[^，；。对]{0,40}$");

    private static final Set<PenaltyKind> LESSER = EnumSet.of(
            PenaltyKind.SUSPEND_OPERATIONS, PenaltyKind.LICENCE_SUSPENSION, PenaltyKind.QUALIFICATION_DOWNGRADE);
    private static final Set<PenaltyKind> GREATER = EnumSet.of(PenaltyKind.LICENCE_REVOCATION, PenaltyKind.CLOSURE);

    private final String plain;
    private final List<Found> found;
    private final int[] choice;

    Choices(String plain, List<Found> all) {
        this.plain = plain;
        this.found = new ArrayList<>(all);
        this.found.sort(Comparator.comparingInt(Choices::position).thenComparingInt(Found::end));
        this.choice = new int[found.size()];
        mark();
    }

    List<Found> found() {
        return found;
    }

    int choiceOf(int index) {
        return choice[index];
    }

    private void mark() {
        int next = 1;
        for (int i = 1; i < found.size(); i++) {
            String between = between(found.get(i - 1), found.get(i));
            boolean upTo = UP_TO.matcher(between).matches();
            if (!OR.matcher(between).matches() && !upTo) {
                continue;
            }
            int number = choice[i - 1] > 0 ? choice[i - 1] : next++;
            int first = i - 1;
            while (first > 0
                    && choice[first] == 0
                    && LIST.matcher(between(found.get(first - 1), found.get(first)))
                            .matches()) {
                first--;
            }
            for (int k = first; k <= i; k++) {
                choose(k, number, upTo);
            }
        }
        alsoSingly();
        sideBySide();
    }

    /** 责令停业整顿、吊销营业执照: whether both or one of them is imposed the words do not say. */
    private void sideBySide() {
        for (int first = 0, i = 1; i <= found.size(); i++) {
            if (i < found.size()
                    && LIST.matcher(between(found.get(i - 1), found.get(i))).matches()) {
                continue;
            }
            List<Found> list = found.subList(first, i);
            boolean both = list.stream().anyMatch(f -> LESSER.contains(f.kind()))
                    && list.stream().anyMatch(f -> GREATER.contains(f.kind()));
            for (int k = first; both && k < i; k++) {
                Found one = found.get(k);
                if (choice[k] == 0 && (LESSER.contains(one.kind()) || GREATER.contains(one.kind()))) {
                    found.set(k, one.unsure("“" + one.name() + "”与并列的处罚是同时适用还是择一适用，从文字看不出来"));
                }
            }
            first = i;
        }
    }

    private void choose(int index, int number, boolean upTo) {
        choice[index] = number;
        Found one = found.get(index);
        boolean may =
                index > 0 && choice[index - 1] == number && found.get(index - 1).mode() == Mode.MAY;
        Found chosen = one.mode() == Mode.MUST ? one.with(may ? Mode.MAY : Mode.EITHER) : one;
        found.set(index, upTo ? chosen.unsure("“直至”所列处罚由轻到重选择，请确认") : chosen);
    }

    /** 可以单处或者并处警告、罚款: what stands in the same list shares the mode. */
    private void alsoSingly() {
        for (int i = 1; i < found.size(); i++) {
            boolean list = LIST.matcher(between(found.get(i - 1), found.get(i))).matches();
            if (list && found.get(i - 1).mode() == Mode.EITHER_OR_BOTH) {
                found.set(i, found.get(i).with(Mode.EITHER_OR_BOTH));
            }
        }
    }

    /** Where its own words stand; the verb of a fine may stand before another penalty. */
    private static int position(Found one) {
        return one.amountStart() >= 0 ? one.amountStart() : one.start();
    }

    private String between(Found left, Found right) {
        int from = left.end();
        int to = position(right);
        return from > to ? "" : plain.substring(from, to);
    }
}
