package cn.faheng.server.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The events of the log up to one of them: what the rule base is made of besides the bundled one. Immutable. */
record PublicationLog(List<Event> events) {

    static final PublicationLog EMPTY = new PublicationLog(List.of());

    PublicationLog {
        events = List.copyOf(events);
    }

    /**
     * An event with its files.
     *
     * @param publication the event
     * @param files path to the file it brought
     */
    record Event(Publication publication, NavigableMap<String, StoredFile> files) {
        long sequence() {
            return publication.sequence();
        }
    }

    /** The number of the newest event, 0 without one. */
    long sequence() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).sequence();
    }

    PublicationLog and(List<Event> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Event> all = new ArrayList<>(events);
        all.addAll(more);
        return new PublicationLog(all);
    }

    /** The log as it was when the event with this number was the newest. */
    PublicationLog upTo(long sequence) {
        return new PublicationLog(
                events.stream().filter(e -> e.sequence() <= sequence).toList());
    }

    /** Publications and endings that stand, whether they are visible yet or not. */
    List<Event> standing() {
        Set<Long> withdrawn = new HashSet<>();
        events.forEach(e -> Optional.ofNullable(e.publication().withdraws()).ifPresent(withdrawn::add));
        return events.stream()
                .filter(e -> e.publication().kind() != Publication.Kind.WITHDRAW)
                .filter(e -> !withdrawn.contains(e.sequence()))
                .toList();
    }

    /** What the events change on a day: the one that became visible later counts. */
    Map<String, StoredFile> changes(LocalDate day) {
        Map<String, StoredFile> changes = new TreeMap<>();
        standing().stream()
                .filter(e -> !e.publication().visibleFrom().isAfter(day))
                .sorted(Comparator.comparing((Event e) -> e.publication().visibleFrom())
                        .thenComparing(Event::sequence))
                .forEach(e -> changes.putAll(e.files()));
        return changes;
    }

    /** {@code today} and the later days on which something becomes visible. */
    List<LocalDate> turningDays(LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(Set.of(today));
        standing().stream()
                .map(e -> e.publication().visibleFrom())
                .filter(day -> day.isAfter(today))
                .forEach(days::add);
        return List.copyOf(days);
    }

    /** The newest event that brought one of these files, or took one out again. */
    Optional<Publication> newestTouching(Set<String> paths) {
        Map<Long, Event> bySequence = new HashMap<>();
        events.forEach(e -> bySequence.put(e.sequence(), e));
        for (int i = events.size() - 1; i >= 0; i--) {
            Publication publication = events.get(i).publication();
            Long withdrawn = publication.withdraws();
            Event touching = withdrawn == null ? events.get(i) : bySequence.getOrDefault(withdrawn, events.get(i));
            if (touching.files().keySet().stream().anyMatch(paths::contains)) {
                return Optional.of(publication);
            }
        }
        return Optional.empty();
    }
}
