package cn.faheng.drafting.clause;

import cn.faheng.rules.catalogue.PenaltyKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how the readings agree with the file. */
final class ClauseScore {
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, int[]> fields = new TreeMap<>();
    private final List<String[]> differences = new ArrayList<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> unsureOthers = new HashSet<>();

    Map<String, Tally> tallies() {
        return tallies;
    }

    /** Field → agreeing, compared. */
    Map<String, int[]> fields() {
        return fields;
    }

    /** Id, field, file, reading, words. */
    List<String[]> differences() {
        return differences;
    }

    int otherFines() {
        return others.size();
    }

    int otherUnsureFines() {
        return unsureOthers.size();
    }

    void add(ClauseSample sample, ClauseReading reading, Span where, Set<PenaltyForm> used) {
        Tally tally = tallies.computeIfAbsent(sample.kind(), kind -> new Tally());
        PenaltyForm form = find(sample, reading, where, used);
        if (form == null) {
            tally.missed++;
            differences.add(new String[] {sample.id(), "未读出", sample.matched(), "—", sample.clause()});
            return;
        }
        used.add(form);
        boolean right = sample.sameAmounts(form.fine());
        if (form.isSure()) {
            tally.sureRight += right ? 1 : 0;
            tally.sureWrong += right ? 0 : 1;
        } else {
            tally.unsureRight += right ? 1 : 0;
            tally.unsureWrong += right ? 0 : 1;
            differences.add(
                    new String[] {sample.id(), "没有把握", sample.matched(), String.valueOf(form.reason()), sample.clause()
                    });
        }
        if (!right) {
            differences.add(
                    new String[] {sample.id(), "金额", sample.matched(), String.valueOf(form.fine()), sample.clause()});
        }
        compare(sample, form);
    }

    /** Fines of a provision that the file does not list; each wording once. */
    void others(ClauseReading reading, Set<PenaltyForm> used) {
        for (PenaltyForm form : reading.forms()) {
            Span amount = form.amountSpan();
            if (form.kind() == PenaltyKind.FINE && amount != null && !used.contains(form)) {
                (form.isSure() ? others : unsureOthers)
                        .add(reading.wordsOf(form.span()) + "/" + reading.wordsOf(amount));
            }
        }
    }

    /** The form at the place; where the same words stand twice in a provision and the first is taken, the next with these amounts. */
    private static @Nullable PenaltyForm find(
            ClauseSample sample, ClauseReading reading, Span where, Set<PenaltyForm> used) {
        PenaltyForm same = null;
        for (PenaltyForm form : reading.forms()) {
            Span amount = form.amountSpan();
            if (form.kind() != PenaltyKind.FINE || amount == null || used.contains(form)) {
                continue;
            }
            if (amount.start() < where.end() && where.start() < amount.end()) {
                return form;
            }
            same = same == null && sample.sameAmounts(form.fine()) ? form : same;
        }
        return same;
    }

    private void compare(ClauseSample sample, PenaltyForm form) {
        FineForm fine = form.fine();
        if (sample.base() != null && fine != null) {
            field("基数", sample, sample.base().equals(fine.base()), sample.base(), String.valueOf(fine.base()));
        }
        boolean may = form.mode() == Mode.MAY || form.mode() == Mode.EITHER_OR_BOTH;
        field(
                "应当或者可以",
                sample,
                sample.may() == may,
                sample.may() ? "可以" : "应当",
                form.mode().code());
        field(
                "步骤",
                sample,
                sample.step() == form.condition().step(),
                sample.step().name(),
                form.condition().step().name());
        field(
                "对象",
                sample,
                sample.subject() == form.subject(),
                sample.subject().name(),
                form.subject().name());
    }

    private void field(String name, ClauseSample sample, boolean same, String file, String read) {
        int[] count = fields.computeIfAbsent(name, n -> new int[2]);
        count[0] += same ? 1 : 0;
        count[1]++;
        if (!same) {
            differences.add(new String[] {sample.id(), name, file, read, sample.clause()});
        }
    }

    /** Counts of one kind. */
    static final class Tally {
        int sureRight;
        int sureWrong;
        int unsureRight;
        int unsureWrong;
        int missed;

        int all() {
            return sureRight + sureWrong + unsureRight + unsureWrong + missed;
        }

        void add(Tally other) {
            sureRight += other.sureRight;
            sureWrong += other.sureWrong;
            unsureRight += other.unsureRight;
            unsureWrong += other.unsureWrong;
            missed += other.missed;
        }
    }
}
