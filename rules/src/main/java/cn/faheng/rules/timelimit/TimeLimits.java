package cn.faheng.rules.timelimit;

import cn.faheng.rules.catalogue.Division;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All time limits, by id. Immutable and thread-safe. The limits of a field come before the general ones. */
public final class TimeLimits {

    private final Map<String, TimeLimit> byId;

    TimeLimits(List<TimeLimit> limits) {
        Map<String, TimeLimit> map = new LinkedHashMap<>();
        for (TimeLimit limit : limits) {
            if (map.put(limit.id(), limit) != null) {
                throw new IllegalArgumentException("Two time limits are named " + limit.id());
            }
        }
        this.byId = Collections.unmodifiableMap(map);
    }

    /** The time limits in the jar. */
    public static TimeLimits published() {
        return Published.LIMITS;
    }

    public List<TimeLimit> all() {
        return List.copyOf(byId.values());
    }

    public Optional<TimeLimit> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The parts of one row of the collected source: DL-047 gives DL-047a, DL-047b and DL-047c. */
    public List<TimeLimit> ofSource(String sourceId) {
        return byId.values().stream()
                .filter(limit -> limit.sourceId().equals(sourceId))
                .toList();
    }

    /**
     * The limits of one stage that hold for an item and a place on a day. Where the field has its own limit it comes
     * first, and the general one behind it is only the background (法律、法规、规章另有规定的，从其规定).
     *
     * @param itemField field of the enforcement item: food, market, environment, …
     * @param place where the case is handled
     */
    public List<TimeLimit> inForce(Stage stage, String itemField, Division place, LocalDate on) {
        return byId.values().stream()
                .filter(limit -> limit.stage() == stage)
                .filter(limit -> limit.scope().covers(itemField, place))
                .filter(limit -> limit.effective().contains(on))
                .toList();
    }

    private static final class Published {
        private static final TimeLimits LIMITS = new TimeLimits(TimeLimitReader.all());
    }
}
