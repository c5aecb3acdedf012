package cn.faheng.rules.casefile;

import cn.faheng.rules.casefile.Deciding.DecisionMade;
import cn.faheng.rules.casefile.Opening.Filed;
import cn.faheng.rules.casefile.Opening.Procedure;
import cn.faheng.rules.casefile.Opening.TurnedOrdinary;
import cn.faheng.rules.casefile.Participants.ActRecorded;
import cn.faheng.rules.casefile.Participants.OfficerAssigned;
import cn.faheng.rules.casefile.Participants.OfficerRemoved;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.rules.casefile.Participants.PartyRecorded;
import cn.faheng.rules.casefile.Proposing.PenaltyProposed;
import cn.faheng.rules.casefile.Serving.Served;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything on record about one case, in the order in which it was recorded. Immutable.
 *
 * @param entries the entries; their ids differ
 */
public record CaseFile(List<Entry> entries) {

    public CaseFile {
        entries = List.copyOf(entries);
        if (entries.stream().map(Entry::id).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("Two entries of a file have the same id");
        }
    }

    /** A file with nothing in it. */
    public static CaseFile empty() {
        return new CaseFile(List.of());
    }

    /** The same with one more entry. */
    public CaseFile with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new CaseFile(more);
    }

    /** The entries of one kind, in order. */
    public <E extends Entry> List<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The latest entry of one kind. */
    public <E extends Entry> Optional<E> last(Class<E> kind) {
        List<E> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether there is an entry of the kind. */
    public boolean has(Class<? extends Entry> kind) {
        return entries.stream().anyMatch(kind::isInstance);
    }

    public Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    public Optional<OrganRecorded> organ() {
        return last(OrganRecorded.class);
    }

    public Optional<Filed> filed() {
        return last(Filed.class);
    }

    /** The procedure that the case follows now; empty before it is filed. */
    public Optional<Procedure> procedure() {
        return has(TurnedOrdinary.class) ? Optional.of(Procedure.ORDINARY) : filed().map(Filed::procedure);
    }

    /** The parties as last recorded. */
    public Collection<PartyRecorded> parties() {
        return latest(PartyRecorded.class, PartyRecorded::key);
    }

    public Optional<PartyRecorded> party(String key) {
        return parties().stream().filter(party -> party.key().equals(key)).findFirst();
    }

    /** The acts as last recorded. */
    public Collection<ActRecorded> acts() {
        return latest(ActRecorded.class, ActRecorded::key);
    }

    public Optional<ActRecorded> act(String key) {
        return acts().stream().filter(act -> act.key().equals(key)).findFirst();
    }

    /** The proposals as last made, one for each act and party. */
    public Collection<PenaltyProposed> proposals() {
        return latest(PenaltyProposed.class, proposal -> proposal.act() + " " + proposal.party());
    }

    /** The decisions, one for each party. */
    public Collection<DecisionMade> decisions() {
        return latest(DecisionMade.class, DecisionMade::party);
    }

    /** The officers who handle the case at a moment, as last assigned. */
    public Collection<OfficerAssigned> officers(LocalDateTime moment) {
        Map<String, OfficerAssigned> officers = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.at().isAfter(moment)) {
                continue;
            }
            if (entry instanceof OfficerAssigned assigned) {
                officers.put(assigned.certificate(), assigned);
            } else if (entry instanceof OfficerRemoved removed) {
                officers.remove(removed.certificate());
            }
        }
        return List.copyOf(officers.values());
    }

    /** How and when the document of an entry was served, in order. */
    public List<Served> servings(String document) {
        return all(Served.class).stream()
                .filter(served -> served.document().equals(document))
                .toList();
    }

    private <E extends Entry> Collection<E> latest(Class<E> kind, Function<E, String> key) {
        Map<String, E> byKey = new LinkedHashMap<>();
        all(kind).forEach(entry -> byKey.put(key.apply(entry), entry));
        return List.copyOf(byKey.values());
    }
}
