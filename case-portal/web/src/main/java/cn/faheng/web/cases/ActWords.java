package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.catalogue.Catalogue;
import cn.faheng.rules.catalogue.Fact;
import cn.faheng.rules.gate.Assessed;
import cn.faheng.web.desk.Sheet;
import cn.faheng.web.show.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The acts of a case in words: what was established, and what proves it. */
final class ActWords {

    private final CaseView view;
    private final ActPart part;
    private final Catalogue catalogue;
    private final Show show;
    private final EntryNames names;

    ActWords(CaseView view, ActPart part, Catalogue catalogue, Show show) {
        this.view = view;
        this.part = part;
        this.catalogue = catalogue;
        this.show = show;
        this.names = new EntryNames(view.file(), new Labels(show));
    }

    /**
     * An act.
     *
     * @param act what is on record
     * @param item name of its item
     * @param parties names of the parties
     * @param facts what was established
     */
    public record Told(ActRecorded act, String item, List<String> parties, List<Established> facts) {
        public Told {
            parties = List.copyOf(parties);
            facts = List.copyOf(facts);
        }

        /** How many facts nothing proves yet. */
        public long unproved() {
            return facts.stream()
                    .filter(fact -> fact.proofs().isEmpty() && fact.reliedOn())
                    .count();
        }
    }

    /**
     * A fact.
     *
     * @param label the question
     * @param answer the answer, or empty where the question is open
     * @param proofs what proves it
     * @param reliedOn whether the tier rests on it
     */
    public record Established(String label, String answer, List<String> proofs, boolean reliedOn) {
        public Established {
            proofs = List.copyOf(proofs);
        }
    }

    List<Told> of(LocalDate today) {
        return view.file().acts().stream().map(act -> told(act, today)).toList();
    }

    private Told told(ActRecorded act, LocalDate today) {
        return new Told(
                act,
                catalogue.item(act.item()).map(show::name).orElse(act.item()),
                act.parties().stream().map(names::party).toList(),
                facts(act, today));
    }

    private List<Established> facts(ActRecorded act, LocalDate today) {
        List<Established> facts = new ArrayList<>();
        Map<String, Object> rest = new TreeMap<>(act.facts());
        Optional<Sheet> sheet = part.sheet(act, today);
        sheet.ifPresent(found -> found.questions().forEach(asked -> {
            Fact fact = asked.fact();
            Object answer = rest.remove(fact.name());
            facts.add(established(
                    act,
                    fact.name(),
                    show.label(fact),
                    answer == null ? "" : show.answer(fact, answer.toString(), "")));
        }));
        rest.forEach((name, answer) -> facts.add(established(act, name, name, answer.toString())));
        sheet.ifPresent(found -> found.circumstances().stream()
                .filter(c -> act.circumstances().codes().contains(c.choice().value()))
                .forEach(c -> facts.add(
                        established(act, c.choice().value(), show.label(c.choice()), show.effect(c.effect())))));
        return facts;
    }

    private Established established(ActRecorded act, String name, String label, String answer) {
        return new Established(
                label,
                answer,
                act.provedBy().getOrDefault(name, List.of()).stream()
                        .map(this::evidence)
                        .toList(),
                view.report().assessed().stream()
                        .filter(assessed -> assessed.act().equals(act.key()))
                        .map(Assessed::reliedOn)
                        .anyMatch(relied -> relied.contains(name)));
    }

    private String evidence(String id) {
        return view.file()
                .entry(id)
                .map(names::about)
                .filter(about -> !about.isEmpty())
                .orElse(id);
    }
}
