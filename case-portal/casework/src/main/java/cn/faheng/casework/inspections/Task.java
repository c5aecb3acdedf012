package cn.faheng.casework.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of officers to an object.
 *
 * @param id its id
 * @param revision counts its changes
 * @param number its number
 * @param kind why it is made
 * @param order what is to be done
 * @param state where it stands
 * @param warnings what spoke against it when it was made
 * @param warningReason why it is made all the same, or empty
 * @param made who made it
 * @param released the head who let it go on in spite of warnings, or null
 * @param onSite what was written down on site, or null
 * @param recorded who wrote it down, or null
 * @param publication when its result has to be published, or null before there is one
 * @param published who published the result, or null
 * @param endReason why it was cancelled, or empty
 * @param joinedInto the joint task it became part of, or null
 * @param formKey the form it was made with
 */
public record Task(
        UUID id,
        int revision,
        String number,
        Kind kind,
        Order order,
        TaskState state,
        List<Warning> warnings,
        String warningReason,
        Signed made,
        @Nullable Signed released,
        @Nullable OnSiteRecord onSite,
        @Nullable Signed recorded,
        @Nullable Publication publication,
        @Nullable Signed published,
        String endReason,
        @Nullable UUID joinedInto,
        UUID formKey) {

    public Task {
        warnings = List.copyOf(warnings);
    }

    /** Why a task is made. The last two are not counted as repeated checks: 优化营商环境条例 第五十四条第二款. */
    public enum Kind {
        RANDOM,
        JOINT,
        COMPLAINT,
        FOLLOW_UP;

        /** Whether limits of frequency do not concern it. */
        public boolean exempt() {
            return this == COMPLAINT || this == FOLLOW_UP;
        }
    }

    /** An officer who is sent. */
    public record Sent(String certificate, String name, String body) {}

    /**
     * What is to be done.
     *
     * @param plan id of the plan, or null
     * @param planName its name, or empty
     * @param draw id of the draw, or null
     * @param object the object as it stood
     * @param body code of the body that leads
     * @param officers who is sent
     * @param items what is checked
     * @param questions the checklist
     * @param starts first day
     * @param ends last day
     * @param ground why it is made without a draw, or empty
     * @param follows the task it follows up, or null
     */
    public record Order(
            @Nullable UUID plan,
            String planName,
            @Nullable UUID draw,
            InspectionObject object,
            String body,
            List<Sent> officers,
            List<PlanItem> items,
            List<Question> questions,
            LocalDate starts,
            LocalDate ends,
            String ground,
            @Nullable UUID follows) {

        public Order {
            officers = List.copyOf(officers);
            items = List.copyOf(items);
            questions = List.copyOf(questions);
        }

        /** The bodies whose officers take part. */
        public List<String> bodies() {
            return java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(body), officers.stream().map(Sent::body))
                    .distinct()
                    .toList();
        }
    }

    /**
     * When the result has to be published.
     *
     * @param by last day
     * @param limit id of the time limit
     * @param basis its provision
     * @param provisional whether holidays on the way are not announced yet
     */
    public record Publication(LocalDate by, String limit, String basis, boolean provisional) {}

    Task in(TaskState other) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                other,
                warnings,
                warningReason,
                made,
                released,
                onSite,
                recorded,
                publication,
                published,
                endReason,
                joinedInto,
                formKey);
    }

    Task released(Signed by) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                TaskState.PLANNED,
                warnings,
                warningReason,
                made,
                by,
                onSite,
                recorded,
                publication,
                published,
                endReason,
                joinedInto,
                formKey);
    }

    Task recorded(OnSiteRecord content, Signed by, Publication due) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                TaskState.RECORDED,
                warnings,
                warningReason,
                made,
                released,
                content,
                by,
                due,
                published,
                endReason,
                joinedInto,
                formKey);
    }

    Task published(Signed by) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                TaskState.PUBLISHED,
                warnings,
                warningReason,
                made,
                released,
                onSite,
                recorded,
                publication,
                by,
                endReason,
                joinedInto,
                formKey);
    }

    Task cancelled(String reason) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                TaskState.CANCELLED,
                warnings,
                warningReason,
                made,
                released,
                onSite,
                recorded,
                publication,
                published,
                reason,
                joinedInto,
                formKey);
    }

    Task joined(UUID into) {
        return new Task(
                id,
                revision,
                number,
                kind,
                order,
                TaskState.JOINED,
                warnings,
                warningReason,
                made,
                released,
                onSite,
                recorded,
                publication,
                published,
                endReason,
                into,
                formKey);
    }

    Task at(int stored) {
        return new Task(
                id,
                stored,
                number,
                kind,
                order,
                state,
                warnings,
                warningReason,
                made,
                released,
                onSite,
                recorded,
                publication,
                published,
                endReason,
                joinedInto,
                formKey);
    }
}
