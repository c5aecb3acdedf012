package cn.faheng.web.cases;

import cn.faheng.casework.cases.CaseView;
import cn.faheng.engine.steps.LawfulStep;
import cn.faheng.rules.casefile.Entry;
import cn.faheng.rules.casefile.Participants.OrganRecorded;
import cn.faheng.web.show.Show;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one topic that can be taken now, and those that something has to come before.
 *
 * @param topic code of the topic
 * @param label the topic in words
 * @param open steps that can be taken
 * @param later steps that something has to come before
 */
public record StepGroup(String topic, String label, List<Offered> open, List<Offered> later) {

    private static final List<String> TOPICS = List.of(
            "opening",
            "participants",
            "evidence",
            "coercion",
            "rectification",
            "review",
            "notice",
            "hearing",
            "decision",
            "serving",
            "execution",
            "remedies",
            "referral",
            "closing");

    public StepGroup {
        open = List.copyOf(open);
        later = List.copyOf(later);
    }

    /**
     * A step as the page offers it.
     *
     * @param step what the law says of it
     * @param title what it is called
     * @param by who takes it, in words
     * @param leave whose leave it needs, in words, or null
     * @param mine whether the reader may take it
     * @param waiting whether it waits for leave already
     */
    public record Offered(
            LawfulStep step, String title, String by, @Nullable String leave, boolean mine, boolean waiting) {}

    static List<StepGroup> of(CaseView view, Show show) {
        Map<String, List<Offered>> open = new LinkedHashMap<>();
        Map<String, List<Offered>> later = new LinkedHashMap<>();
        for (LawfulStep step : view.steps()) {
            Optional<StepKind> kind = StepKind.of(step.name()).filter(k -> k.kind() != OrganRecorded.class);
            if (kind.isPresent() && step.state() != LawfulStep.State.CLOSED) {
                (step.isOpen() ? open : later)
                        .computeIfAbsent(topic(step, kind.get()), t -> new ArrayList<>())
                        .add(offered(step, view, show));
            }
        }
        return TOPICS.stream()
                .filter(topic -> open.containsKey(topic) || later.containsKey(topic))
                .map(topic -> new StepGroup(
                        topic,
                        show.text("cases.topic." + topic),
                        open.getOrDefault(topic, List.of()),
                        later.getOrDefault(topic, List.of())))
                .toList();
    }

    private static Offered offered(LawfulStep step, CaseView view, Show show) {
        boolean waiting = view.requests().stream()
                .anyMatch(r ->
                        r.step().equals(step.name()) && r.state() == cn.faheng.casework.cases.CaseRequest.State.OPEN);
        return new Offered(
                step,
                StepWords.title(step, show),
                show.text("cases.by." + step.by().name()),
                step.leave() == null ? null : new Labels(show).constant(step.leave()),
                Hands.mayTry(step, view.head()),
                waiting);
    }

    /** The topic of the rule set; a rule set of one field only names the field, so what is put on record tells. */
    private static String topic(LawfulStep step, StepKind kind) {
        String path = step.ruleSet().id().toString();
        String named = path.substring(path.lastIndexOf("steps-") + "steps-".length());
        return TOPICS.contains(named) ? named : topic(kind.kind());
    }

    private static String topic(Class<? extends Entry> kind) {
        return switch (kind.getEnclosingClass().getSimpleName()) {
            case "Opening" -> "opening";
            case "Participants" -> "participants";
            case "Proof" -> "evidence";
            case "Coercion" -> "coercion";
            case "Notifying" -> "notice";
            case "Hearing" -> "hearing";
            case "Deciding" -> "decision";
            case "Serving" -> "serving";
            case "Execution" -> "execution";
            case "Remedying" -> "remedies";
            case "Winding" -> "closing";
            default -> "review";
        };
    }
}
