package cn.faheng.authoring.drafts;

import cn.faheng.server.audit.AuditLog;
import cn.faheng.server.audit.RefusalLog;
import cn.faheng.server.problems.Problem;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The record of what was done with drafts and what was refused. */
@Component
final class Actions {

    private final JdbcTemplate jdbc;
    private final AuditLog audit;
    private final RefusalLog refusals;

    Actions(JdbcTemplate jdbc, AuditLog audit, RefusalLog refusals) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.refusals = refusals;
    }

    void done(Draft after, String action, @Nullable DraftState from, Actor actor, String detail) {
        insert(after.id(), action, false, from, after.state(), after.revision(), actor, detail);
        audit.write(
                slug(action),
                "draft",
                after.id().toString(),
                Map.of(
                        "actor", actor.name(),
                        "from", from == null ? "" : from.name(),
                        "to", after.state().name(),
                        "revision", after.revision(),
                        "detail", detail));
    }

    void refused(Draft draft, String action, Actor actor, Problem problem) {
        insert(
                draft.id(),
                action,
                true,
                draft.state(),
                null,
                draft.revision(),
                actor,
                problem.type().slug() + "：" + problem.detail());
        refusals.refused(
                slug(action),
                "draft",
                draft.id().toString(),
                Map.of("actor", actor.name(), "problem", problem.type().slug(), "revision", draft.revision()));
    }

    private static String slug(String action) {
        return "draft-" + action.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void insert(
            UUID draft,
            String action,
            boolean refused,
            @Nullable DraftState from,
            @Nullable DraftState to,
            int revision,
            Actor actor,
            String detail) {
        jdbc.update(
                "insert into authoring.action (draft, at, by_name, by_shown, action, refused, from_state, to_state, revision,"
                        + " detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft,
                Timestamp.from(DraftRows.now()),
                actor.name(),
                actor.displayName(),
                action,
                refused,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                revision,
                detail);
    }

    /** Whether the state came about by this very step of this very actor, so that the step was merely sent again. */
    boolean isRepeated(Draft draft, Step step, Actor actor) {
        List<Action> steps = of(draft.id()).stream()
                .filter(action -> !action.refused() && action.from() != action.to())
                .toList();
        return !steps.isEmpty()
                && steps.get(steps.size() - 1).action().equals(step.name())
                && steps.get(steps.size() - 1).done().by().equals(actor.name());
    }

    List<Action> of(UUID draft) {
        return jdbc.query(
                "select * from authoring.action where draft = ? order by number",
                (row, i) -> {
                    String from = row.getString("from_state");
                    String to = row.getString("to_state");
                    return new Action(
                            row.getLong("number"),
                            DraftRows.signature(row),
                            row.getString("action"),
                            row.getBoolean("refused"),
                            from == null ? null : DraftState.valueOf(from),
                            to == null ? null : DraftState.valueOf(to),
                            row.getInt("revision"),
                            row.getString("detail"));
                },
                draft);
    }
}
