package cn.faheng.casework.inspections;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is made known to everyone of a draw: enough to see later that nothing was changed, and nobody's name.
 *
 * @param id id of the draw
 * @param planName number and version of the plan
 * @param body code of the body
 * @param state where it stands
 * @param method how its seed comes about
 * @param committedAt when lists and commitments were fixed
 * @param candidatesHash hash of the lists
 * @param objects how many objects are in them
 * @param inspectors how many inspectors are in them
 * @param firstCommitment first commitment
 * @param secondCommitment second commitment, or null
 * @param announced the public value that will be used, or empty
 * @param announcedFor when it comes into being, or null
 * @param first the first value once it is drawn, or null
 * @param second the second value once it is drawn, or null
 * @param seed the seed once it is drawn, or null
 * @param outcomeHash hash of the outcome once it is drawn, or null
 * @param reason why it was given up, or empty
 */
public record DrawNotice(
        UUID id,
        String planName,
        String body,
        DrawState state,
        SeedMethod method,
        OffsetDateTime committedAt,
        String candidatesHash,
        int objects,
        int inspectors,
        String firstCommitment,
        @Nullable String secondCommitment,
        String announced,
        @Nullable OffsetDateTime announcedFor,
        @Nullable String first,
        @Nullable String second,
        @Nullable String seed,
        @Nullable String outcomeHash,
        String reason) {

    static DrawNotice of(Draw draw) {
        DrawProof proof = draw.proof();
        return new DrawNotice(
                draw.id(),
                draw.planName(),
                draw.body(),
                draw.state(),
                draw.method(),
                draw.firstBy().at(),
                draw.candidatesHash(),
                draw.candidates().objects().size(),
                draw.candidates().inspectors().size(),
                draw.firstCommitment(),
                draw.secondCommitment(),
                draw.announced(),
                draw.announcedFor(),
                proof == null ? null : proof.first(),
                proof == null ? null : proof.second(),
                proof == null ? null : proof.seed(),
                proof == null ? null : proof.outcomeHash(),
                draw.reason());
    }
}
