package cn.faheng.engine.completion;

import cn.faheng.engine.outcome.Question;
import cn.faheng.engine.request.FactReader;
import cn.faheng.rules.catalogue.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of the missing facts matter, and in which order to ask for them. */
public final class QuestionOrder {

    /**
     * What one completion came to.
     *
     * @param chosen the values chosen for the missing facts
     * @param signature equal for equal results
     * @param least least remaining fine in fen, or null
     * @param greatest greatest remaining fine in fen, or null where there is no bound
     */
    public record Point(Map<String, Object> chosen, String signature, @Nullable Long least, @Nullable Long greatest) {}

    /** The answer leaves a range without bound. */
    private static final long UNTOLD = -1;

    /** The answer makes a range without bound a bounded one, which is more than any amount. */
    private static final long BOUNDS = Long.MAX_VALUE;

    private final List<Point> points;

    public QuestionOrder(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /**
     * The questions that can change the answer: the one whose answer narrows the fine most first, then the one that leaves the fewest
     * results open, then as they are asked.
     */
    public List<Question> questions(List<Fact> missing) {
        List<Ranked> ranked = new ArrayList<>();
        for (Fact fact : missing) {
            if (matters(fact.name())) {
                long gain = narrowing(fact.name());
                Long amount = gain == UNTOLD || gain == BOUNDS ? null : Long.valueOf(gain);
                ranked.add(new Ranked(
                        gain,
                        resultsLeft(fact.name()),
                        new Question(FactReader.pointer(fact.name()), fact, amount, fact.judgedBy())));
            }
        }
        ranked.sort(
                Comparator.comparing(Ranked::gain, Comparator.reverseOrder()).thenComparing(Ranked::left));
        return ranked.stream().map(Ranked::question).toList();
    }

    private record Ranked(long gain, long left, Question question) {}

    /** The greatest number of different results that an answer leaves. */
    private long resultsLeft(String name) {
        return byAnswer(name).values().stream()
                .mapToLong(
                        left -> left.stream().map(Point::signature).distinct().count())
                .max()
                .orElse(0);
    }

    private Map<Object, List<Point>> byAnswer(String name) {
        return points.stream()
                .collect(Collectors.groupingBy(
                        p -> Objects.requireNonNull(p.chosen().get(name))));
    }

    /** Whether two completions that differ in nothing but this fact come to different results. */
    private boolean matters(String name) {
        Map<Map<String, Object>, String> seen = new HashMap<>();
        for (Point point : points) {
            Map<String, Object> others = new HashMap<>(point.chosen());
            others.remove(name);
            String before = seen.putIfAbsent(others, point.signature());
            if (before != null && !before.equals(point.signature())) {
                return true;
            }
        }
        return false;
    }

    /** The width of the whole range less the greatest width that is left once this fact is answered. */
    private long narrowing(String name) {
        long widest = 0;
        for (List<Point> left : byAnswer(name).values()) {
            Long width = width(left);
            if (width == null) {
                return UNTOLD;
            }
            widest = Math.max(widest, width);
        }
        Long whole = width(points);
        return whole == null ? BOUNDS : whole - widest;
    }

    private static @Nullable Long width(List<Point> points) {
        long least = Long.MAX_VALUE;
        long greatest = 0;
        for (Point point : points) {
            Long low = point.least();
            Long high = point.greatest();
            if (high == null) {
                return null;
            }
            least = Math.min(least, low == null ? 0 : low);
            greatest = Math.max(greatest, high);
        }
        return points.isEmpty() ? 0L : greatest - Math.min(least, greatest);
    }
}
