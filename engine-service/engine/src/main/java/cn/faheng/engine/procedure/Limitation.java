package cn.faheng.engine.procedure;

import cn.faheng.engine.evaluation.GeneralPart;
import cn.faheng.engine.evaluation.GeneralPart.HookAnswer;
import cn.faheng.engine.outcome.Ground;
import cn.faheng.engine.request.CaseCircumstances.Harm;
import cn.faheng.engine.request.DecisionRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 追责时效: whether the act was discovered in time. Counted from the act, for a continuing act from its end (行政处罚法 (2021)
 * 第三十六条第二款); where the law at the act and the law at the decision differ, the shorter time counts.
 */
public final class Limitation {

    private final DecisionRequest request;
    private final List<GeneralPart> laws;

    /**
     * Prepares the check.
     *
     * @param request the request
     * @param laws the general part on the day of the act and on the day of the decision
     */
    public Limitation(DecisionRequest request, List<GeneralPart> laws) {
        this.request = request;
        this.laws = List.copyOf(laws);
    }

    /**
     * What the time limit comes to.
     *
     * @param passed the ground, where the time had passed when the act was discovered
     * @param open the fact that would have to be known to tell, or null where it can be told
     */
    public record Answer(@Nullable Ground passed, @Nullable String open) {}

    public Answer answer() {
        Harm harm = request.circumstances().harm();
        Answer asEstablished = answer(harm);
        boolean inTime = asEstablished.passed() == null && asEstablished.open() == null;
        if (harm != null || inTime) {
            return asEstablished;
        }
        Answer withHarm = answer(Harm.PRESENT);
        boolean same = (withHarm.passed() == null) == (asEstablished.passed() == null);
        return same ? asEstablished : new Answer(null, "harm");
    }

    private Answer answer(@Nullable Harm harm) {
        Deadline shortest = laws.stream()
                .map(law -> deadline(law, harm))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Deadline::lastDay))
                .orElse(null);
        if (shortest == null || !request.decided().isAfter(shortest.lastDay())) {
            return new Answer(null, null);
        }
        LocalDate discovered = request.discovered();
        if (discovered == null) {
            return new Answer(null, "discovered");
        }
        if (!discovered.isAfter(shortest.lastDay())) {
            return new Answer(null, null);
        }
        HookAnswer source = shortest.source();
        String text = "违法行为终了于" + request.actEnd() + "，" + discovered + "才被发现，已超过" + shortest.text() + "的追责时效（至"
                + shortest.lastDay() + "），不再给予行政处罚。";
        return new Answer(
                new Ground(
                        "limitation-passed",
                        text,
                        source.ruleSet().ref(),
                        source.rows().isEmpty() ? null : source.rows().get(0)),
                null);
    }

    private Optional<Deadline> deadline(GeneralPart law, @Nullable Harm harm) {
        Map<String, Object> inputs = Map.of(
                "harm",
                (harm == null ? Harm.NONE : harm).code(),
                "endangersLifeHealthOrFinance",
                request.circumstances().endangersLifeHealthOrFinance());
        return law.ask("limitation", "limitation", inputs)
                .flatMap(answer ->
                        answer.number("length").map(BigDecimal::intValueExact).map(length -> deadline(length, answer)));
    }

    private Deadline deadline(int length, HookAnswer answer) {
        String unit = answer.required("unit").toString();
        return switch (unit) {
            case "month" -> new Deadline(request.actEnd().plusMonths(length), length + "个月", answer);
            case "year" -> new Deadline(request.actEnd().plusYears(length), length + "年", answer);
            default ->
                throw new IllegalStateException(
                        answer.ruleSet().ref() + " counts limitation in the unknown unit '" + unit + "'");
        };
    }

    private record Deadline(LocalDate lastDay, String text, HookAnswer source) {}
}
