package cn.faheng.web.library;

import cn.faheng.drafting.clause.ClauseReading;
import cn.faheng.drafting.clause.Doubt;
import cn.faheng.drafting.clause.PenaltyForm;
import cn.faheng.drafting.clause.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A piece of the words of a clause with the same marks throughout.
 *
 * @param text the words
 * @param forms numbers of the forms that rest on it, from 1
 * @param amount whether it is the amount of one of them
 * @param doubt whether a person has to look at it
 */
public record ClausePieces(String text, List<Integer> forms, boolean amount, boolean doubt) {

    static List<ClausePieces> of(ClauseReading reading) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, reading.words().length()));
        for (PenaltyForm form : reading.forms()) {
            cut(cuts, form.span());
            Span amount = form.amountSpan();
            if (amount != null) {
                cut(cuts, amount);
            }
        }
        reading.doubts().forEach(doubt -> cut(cuts, doubt.span()));
        List<ClausePieces> pieces = new ArrayList<>();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                pieces.add(piece(reading, from, to));
            }
            from = to;
        }
        return pieces;
    }

    private static void cut(TreeSet<Integer> cuts, Span span) {
        cuts.add(span.start());
        cuts.add(span.end());
    }

    private static ClausePieces piece(ClauseReading reading, int from, int to) {
        List<Integer> forms = new ArrayList<>();
        boolean amount = false;
        for (int i = 0; i < reading.forms().size(); i++) {
            PenaltyForm form = reading.forms().get(i);
            if (covers(form.span(), from, to)) {
                forms.add(i + 1);
            }
            Span words = form.amountSpan();
            amount |= words != null && covers(words, from, to);
        }
        boolean doubt = reading.doubts().stream().map(Doubt::span).anyMatch(span -> covers(span, from, to));
        return new ClausePieces(reading.words().substring(from, to), forms, amount, doubt);
    }

    private static boolean covers(Span span, int from, int to) {
        return span.start() <= from && span.end() >= to;
    }
}
