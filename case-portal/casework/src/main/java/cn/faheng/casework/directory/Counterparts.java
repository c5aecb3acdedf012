package cn.faheng.casework.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The counterparts (行政相对人). The same number is the same counterpart. */
public interface Counterparts {

    /** The counterpart with this id, or the one into which it was merged. For documents and computations, not for pages. */
    Optional<Counterpart> find(UUID id);

    /** The same with personal data hidden. */
    Optional<CounterpartCard> card(UUID id);

    /** Those that match by name, full number or pinyin initials, by name; merged ones left out. */
    Found<CounterpartCard> search(Find query);

    /** The columns of a table and the fields of a form. */
    default List<Column> columns() {
        return CounterpartLayout.COLUMNS;
    }

    /** A counterpart as it would be typed, for whoever is allowed to see it in full. */
    default Map<String, String> typed(Counterpart counterpart) {
        return CounterpartLayout.write(counterpart, false);
    }

    /**
     * Takes a counterpart over. Where its number is known already, that counterpart is changed instead of making a second one.
     *
     * @throws cn.faheng.server.problems.ProblemException naming each field that is wrong
     */
    Registered register(CounterpartEntry entry);

    /** Changes a counterpart as it stood at {@code revision}; refused when someone else has changed it since. */
    Registered change(UUID id, int revision, CounterpartEntry entry);

    /** Everything about a counterpart, for a reason that is written into the audit log. */
    Counterpart reveal(UUID id, String reason);

    /** Others that may be the same: same name and address, or same name and phone number. */
    List<CounterpartCard> likeThis(UUID id);

    /** Records that {@code duplicate} is {@code kept}; from then on both ids lead to {@code kept}. */
    void merge(UUID duplicate, UUID kept, String reason);

    /** The id and those of all counterparts that were merged into it: under any of them cases may be filed. */
    List<UUID> allIds(UUID id);

    /** What happened to it, the newest first; personal data hidden. */
    List<CounterpartChange> history(UUID id);

    /**
     * What became of an entry.
     *
     * @param counterpart the counterpart now
     * @param outcome made, changed or unchanged
     * @param alike others that may be the same
     */
    record Registered(CounterpartCard counterpart, Outcome outcome, List<CounterpartCard> alike) {
        public Registered {
            alike = List.copyOf(alike);
        }
    }

    /** What became of an entry. */
    enum Outcome {
        MADE,
        CHANGED,
        UNCHANGED
    }
}
