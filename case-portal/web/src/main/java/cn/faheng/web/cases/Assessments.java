package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.outcome.PenaltyMode;
import cn.faheng.engine.outcome.PenaltyRange;
import cn.faheng.engine.outcome.Range;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.catalogue.Penalty;
import cn.faheng.rules.catalogue.PenaltyKind;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.web.show.RangeBar;
import cn.faheng.web.show.Show;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the law says of each act and party, drawn with what is proposed. */
final class Assessments {

    private final CaseView view;
    private final Show show;

    Assessments(CaseView view, Show show) {
        this.view = view;
        this.show = show;
    }

    /**
     * An act and party.
     *
     * @param assessed what was computed
     * @param act the act in a few words
     * @param party name of the party
     * @param proposal what is proposed, or null
     * @param penalties the same in words
     * @param bar the drawing of the fine, or null where there is none
     */
    public record Drawn(
            Assessed assessed,
            String act,
            String party,
            @Nullable PenaltyProposed proposal,
            String penalties,
            @Nullable RangeBar bar) {}

    List<Drawn> all() {
        return view.report().assessed().stream().map(this::drawn).toList();
    }

    private Drawn drawn(Assessed assessed) {
        EntryNames names = new EntryNames(view.file(), new Labels(show));
        Optional<PenaltyProposed> proposal = view.file().proposals().stream()
                .filter(p -> p.act().equals(assessed.act()) && p.party().equals(assessed.party()))
                .findFirst();
        return new Drawn(
                assessed,
                names.act(assessed.act()),
                names.party(assessed.party()),
                proposal.orElse(null),
                proposal.map(p -> new EntryWords(view.file(), show).penalties(p.penalties()))
                        .orElse(""),
                bar(assessed, proposal.orElse(null)));
    }

    private @Nullable RangeBar bar(Assessed assessed, @Nullable PenaltyProposed proposal) {
        Long least = assessed.statutoryMinFen();
        if (least == null) {
            return null;
        }
        Long left = assessed.minFen();
        Penalty fine = new Penalty(
                "fine-" + assessed.act() + "-" + assessed.party(),
                PenaltyKind.FINE,
                Penalty.Subject.PARTY,
                PenaltyKind.FINE.chinese());
        PenaltyRange range = new PenaltyRange(
                fine,
                PenaltyMode.MUST,
                new Range(least, assessed.statutoryMaxFen(), true),
                null,
                left == null ? null : new Range(left, assessed.maxFen(), true));
        RangeBar.Proposed proposed = proposal == null || proposal.fineFen() == 0
                ? null
                : new RangeBar.Proposed(
                        proposal.fineFen(), assessed.verdict().isEmpty() ? "undetermined" : assessed.verdict());
        return RangeBar.of(range, List.of(), proposed, null, false, show);
    }
}
