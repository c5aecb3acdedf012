package cn.faheng.casework.directory;

import cn.faheng.server.identity.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which bodies stand below which: the scope within which somebody sees and works. */
@Component
public final class BodyTree {

    private static final int PAGE = 500;

    private final Bodies bodies;
    private final Clock clock;

    BodyTree(Bodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A body and all that have it above them, by code. */
    public Set<String> from(String top) {
        Map<String, List<String>> children = new HashMap<>();
        for (Body body : all()) {
            if (body.parent() != null) {
                children.computeIfAbsent(body.parent(), parent -> new ArrayList<>())
                        .add(body.code());
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(children.getOrDefault(next, List.of()));
            }
        }
        return seen;
    }

    /**
     * Codes of the bodies whose work somebody sees: the own one and those below it; without a body those of the own division; an auditor
     * who is confined to neither sees all, which is said by an empty answer.
     */
    public Optional<Set<String>> seenBy(Person person) {
        if (person.body() != null) {
            return Optional.of(from(person.body()));
        }
        if (person.division() == null) {
            return person.hasRole("AUDITOR") ? Optional.empty() : Optional.of(Set.of());
        }
        return Optional.of(all().stream()
                .filter(body -> person.covers(body.division().code()))
                .map(Body::code)
                .collect(Collectors.toSet()));
    }

    /** Every body as it stands today. */
    public List<Body> all() {
        List<Body> all = new ArrayList<>();
        Find query = Find.all().atMost(PAGE);
        Found<Body> page;
        do {
            page = bodies.search(query, LocalDate.now(clock));
            all.addAll(page.lines());
            query = query.after(page.next());
        } while (page.next() != null);
        return all;
    }
}
