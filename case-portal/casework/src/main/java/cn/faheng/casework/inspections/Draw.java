package cn.faheng.casework.inspections;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it may be seen: a secret only after the draw.
 *
 * @param id its id
 * @param plan id of the version of the plan
 * @param planName number and version of the plan
 * @param body code of the body
 * @param state where it stands
 * @param method how its seed comes about
 * @param candidates the frozen lists
 * @param candidatesHash their hash
 * @param announced the public value that will be used, or empty
 * @param announcedFor when that value comes into being, or null
 * @param firstCommitment commitment to the first secret
 * @param firstBy who committed first and froze the lists
 * @param secondCommitment commitment of the second person, or null
 * @param secondBy the second person, or null
 * @param firstRevealed whether the first secret is known to the system and may be used
 * @param secondRevealed the same of the second value
 * @param proof everything, once it is drawn, else null
 * @param drawn who drew, or null
 * @param givenUp who gave it up, or null
 * @param reason why it was given up, or empty
 */
public record Draw(
        UUID id,
        UUID plan,
        String planName,
        String body,
        DrawState state,
        SeedMethod method,
        Candidates candidates,
        String candidatesHash,
        String announced,
        @Nullable OffsetDateTime announcedFor,
        String firstCommitment,
        Signed firstBy,
        @Nullable String secondCommitment,
        @Nullable Signed secondBy,
        boolean firstRevealed,
        boolean secondRevealed,
        @Nullable DrawProof proof,
        @Nullable Signed drawn,
        @Nullable Signed givenUp,
        String reason) {}
