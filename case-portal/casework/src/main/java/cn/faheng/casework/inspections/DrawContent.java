package cn.faheng.casework.inspections;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is stored of a draw beside its lists. The secret of the system stays in here until the draw. */
record DrawContent(
        String planName,
        SeedMethod method,
        String announced,
        @Nullable OffsetDateTime announcedFor,
        String firstCommitment,
        Signed firstBy,
        @Nullable String secondCommitment,
        @Nullable Signed secondBy,
        @Nullable String first,
        @Nullable String second,
        @Nullable String seed,
        @Nullable DrawOutcome outcome,
        @Nullable Signed drawn,
        @Nullable Signed givenUp,
        String reason) {

    DrawContent second(String commitment, Signed by) {
        return new DrawContent(
                planName,
                method,
                announced,
                announcedFor,
                firstCommitment,
                firstBy,
                commitment,
                by,
                first,
                second,
                seed,
                outcome,
                drawn,
                givenUp,
                reason);
    }

    DrawContent knowing(@Nullable String one, @Nullable String other) {
        return new DrawContent(
                planName,
                method,
                announced,
                announcedFor,
                firstCommitment,
                firstBy,
                secondCommitment,
                secondBy,
                one,
                other,
                seed,
                outcome,
                drawn,
                givenUp,
                reason);
    }

    DrawContent drawn(String hex, DrawOutcome result, Signed by) {
        return new DrawContent(
                planName,
                method,
                announced,
                announcedFor,
                firstCommitment,
                firstBy,
                secondCommitment,
                secondBy,
                first,
                second,
                hex,
                result,
                by,
                givenUp,
                reason);
    }

    DrawContent givenUp(Signed by, String why) {
        return new DrawContent(
                planName,
                method,
                announced,
                announcedFor,
                firstCommitment,
                firstBy,
                secondCommitment,
                secondBy,
                first,
                second,
                seed,
                outcome,
                drawn,
                by,
                why);
    }

    DrawProof proof(DrawRow row, Candidates lists) {
        DrawOutcome result = Objects.requireNonNull(outcome);
        return new DrawProof(
                DrawSeed.FORMAT,
                row.id().toString(),
                planName,
                method,
                firstBy.at().toString(),
                announced.isEmpty() ? null : announced,
                announcedFor == null ? null : announcedFor.toString(),
                Objects.requireNonNull(drawn).at().toString(),
                lists,
                row.candidatesHash(),
                firstCommitment,
                secondCommitment,
                Objects.requireNonNull(first),
                Objects.requireNonNull(second),
                Objects.requireNonNull(seed),
                result,
                result.hash());
    }
}
