package cn.faheng.casework.inspections;

import cn.faheng.casework.inspections.Candidates.Candidate;
import cn.faheng.casework.inspections.Candidates.Inspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The draw of objects and inspectors, version 1, as docs/double-random.md describes it: the same lists and seed give the same result. */
public final class DoubleRandom {

    private DoubleRandom() {}

    /** Draws; refuses lists from which it cannot be done. */
    public static DrawOutcome draw(Candidates candidates, byte[] seed) {
        candidates.requireDrawable();
        Map<String, Integer> load = new HashMap<>();
        List<DrawOutcome.Drawn> drawn = new ArrayList<>();
        candidates.quotas().forEach((riskClass, quota) -> {
            List<Candidate> ofClass = candidates.objects().stream()
                    .filter(object -> object.riskClass() == riskClass)
                    .toList();
            SeededStream stream = new SeededStream(seed, "objects/" + riskClass);
            for (Candidate object : stream.choose(ofClass, quota)) {
                drawn.add(new DrawOutcome.Drawn(object.id(), riskClass, send(candidates, object, seed, load)));
            }
        });
        return new DrawOutcome(drawn);
    }

    /** The first comes from the lead body, all others from everyone who is free; always of those with the least to do so far. */
    private static List<String> send(Candidates candidates, Candidate object, byte[] seed, Map<String, Integer> load) {
        SeededStream stream = new SeededStream(seed, "inspectors/" + object.id());
        List<Inspector> free = new ArrayList<>(candidates.free(object.id()));
        List<String> sent = new ArrayList<>();
        while (sent.size() < candidates.inspectorsPerObject()) {
            List<Inspector> open = sent.isEmpty()
                    ? free.stream()
                            .filter(i -> i.body().equals(candidates.leadBody()))
                            .toList()
                    : free;
            int least = open.stream()
                    .mapToInt(i -> load.getOrDefault(i.id(), 0))
                    .min()
                    .orElseThrow();
            List<Inspector> idlest = open.stream()
                    .filter(i -> load.getOrDefault(i.id(), 0) == least)
                    .toList();
            Inspector chosen = idlest.get(stream.below(idlest.size()));
            free.remove(chosen);
            load.merge(chosen.id(), 1, Integer::sum);
            sent.add(chosen.id());
        }
        return sent;
    }
}
