package cn.faheng.web.desk;

import cn.faheng.contract.model.CircumstancesBody;
import cn.faheng.contract.model.DecisionRequestBody;
import cn.faheng.contract.model.OtherNormBody;
import cn.faheng.contract.model.PartyBody;
import cn.faheng.contract.model.ProposalBody;
import cn.faheng.rules.catalogue.Division;
import cn.faheng.web.show.FormalAmount;
import cn.faheng.web.show.Show;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what was entered into a request, part by part, and names every entry that has to be corrected. */
final class FormReader {

    private final Entries entries;
    private final FormProblems problems;
    private final WhenAndWhere when;
    private final AmountEntries amounts;
    private final LocalDate today;

    FormReader(Entries entries, Show show, LocalDate today) {
        this.entries = entries;
        this.problems = new FormProblems(show);
        this.when = new WhenAndWhere(entries, problems, today);
        this.amounts = new AmountEntries(entries, problems);
        this.today = today;
    }

    List<FormProblem> problems() {
        return problems.all();
    }

    Division place() {
        return when.place();
    }

    LocalDate actOrToday() {
        return when.actOrToday();
    }

    LocalDate decidedOrToday() {
        return when.decidedOrToday();
    }

    /** The amounts of money that could be read, as a decision writes them, by the id of their field. */
    Map<String, String> formalAmounts() {
        Map<String, String> formal = new TreeMap<>();
        amounts.read().forEach((field, fen) -> formal.put(field, FormalAmount.of(fen)));
        return formal;
    }

    /** The request, or empty when something has to be corrected first. */
    Optional<DecisionRequestBody> request(Sheet sheet) {
        Division place = when.place();
        WhenAndWhere.Days days = when.days();
        PartyBody party = new PartyPart(entries, problems, when, today).read();
        FactAnswers facts = new FactAnswers(entries, problems);
        Map<String, Object> own = facts.read(sheet.questions());
        List<OtherNormBody> others = sheet.others().stream()
                .map(other -> new OtherNormBody().item(other.item().code()).facts(facts.read(other.questions())))
                .toList();
        CircumstancesBody circumstances = new CircumstancePart(entries, problems, amounts).read(sheet.circumstances());
        ProposalBody proposal = new ProposalPart(entries, problems, amounts).read(sheet);
        if (!problems.none() || days == null) {
            return Optional.empty();
        }
        DecisionRequestBody request = new DecisionRequestBody()
                .item(sheet.item().code())
                .place(place.code())
                .act(days.act())
                .decidedOn(days.decided())
                .party(party)
                .facts(own)
                .circumstances(circumstances)
                .otherNorms(others);
        request.setProposal(proposal);
        return Optional.of(request);
    }
}
