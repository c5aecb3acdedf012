package cn.faheng.casework.inspections;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A draw as it is stored; the lists are kept as the canonical text that was hashed. */
@Table(schema = "casework", name = "inspection_draw")
record DrawRow(
        @Id UUID id,
        @Version int revision,
        UUID plan,
        String body,
        DrawState state,
        UUID formKey,
        String candidates,
        String candidatesHash,
        String content) {

    DrawContent parts() {
        return Json.MAPPER.readValue(content, DrawContent.class);
    }

    DrawRow with(DrawState other, DrawContent parts) {
        return new DrawRow(
                id,
                revision,
                plan,
                body,
                other,
                formKey,
                candidates,
                candidatesHash,
                Json.MAPPER.writeValueAsString(parts));
    }

    Draw draw() {
        DrawContent parts = parts();
        Candidates lists = Candidates.read(candidates);
        return new Draw(
                id,
                plan,
                parts.planName(),
                body,
                state,
                parts.method(),
                lists,
                candidatesHash,
                parts.announced(),
                parts.announcedFor(),
                parts.firstCommitment(),
                parts.firstBy(),
                parts.secondCommitment(),
                parts.secondBy(),
                parts.first() != null,
                parts.second() != null,
                state == DrawState.DRAWN ? parts.proof(this, lists) : null,
                parts.drawn(),
                parts.givenUp(),
                parts.reason());
    }
}
