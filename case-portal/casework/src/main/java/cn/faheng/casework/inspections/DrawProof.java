package cn.faheng.casework.inspections;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is needed to repeat a draw, as it is exported.
 *
 * @param format the version of the method
 * @param draw id of the draw
 * @param plan number and version of the plan, for the reader; not part of the seed
 * @param method how the seed came about
 * @param committedAt when lists and commitments were fixed, ISO 8601
 * @param announced which public value was announced; null where two persons each held a secret
 * @param announcedFor the day of that public value, or null
 * @param drawnAt when it was drawn, ISO 8601
 * @param candidates the frozen lists
 * @param candidatesHash SHA-256 of their canonical form
 * @param firstCommitment commitment to the first value
 * @param secondCommitment commitment to the second value; null where it is the public one
 * @param first the first value: the secret
 * @param second the second value: the public value, or the secret of the second person
 * @param seed SHA-256, hexadecimal
 * @param outcome what was drawn
 * @param outcomeHash SHA-256 of its canonical form
 */
public record DrawProof(
        String format,
        String draw,
        String plan,
        SeedMethod method,
        String committedAt,
        @Nullable String announced,
        @Nullable String announcedFor,
        String drawnAt,
        Candidates candidates,
        String candidatesHash,
        String firstCommitment,
        @Nullable String secondCommitment,
        String first,
        String second,
        String seed,
        DrawOutcome outcome,
        String outcomeHash) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The document to hand out. */
    public String json() {
        return JSON.writeValueAsString(this);
    }
}
