package cn.faheng.casework.inspections;

import cn.faheng.server.canonical.CanonicalJson;
import cn.faheng.server.canonical.Sha256;
import cn.faheng.server.problems.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repeats a draw from its export and says point by point whether it is the one that was published. */
public final class DrawVerifier {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DrawVerifier() {}

    /** What is checked, in this order. */
    public enum Point {
        FORMAT,
        CANDIDATES_HASH,
        FIRST_COMMITMENT,
        SECOND_COMMITMENT,
        SEED,
        OUTCOME,
        OUTCOME_HASH
    }

    /** One point: what the export says and what follows from its inputs. */
    public record Check(Point point, boolean holds, String stated, String computed) {}

    /**
     * The checks of an export.
     *
     * @param readable false where the text is no such export; then there are no checks
     */
    public record Verdict(boolean readable, String reason, List<Check> checks) {
        public Verdict {
            checks = List.copyOf(checks);
        }

        public boolean holds() {
            return readable && checks.stream().allMatch(Check::holds);
        }
    }

    /** Verifies an export as it was handed out. */
    public static Verdict verify(String json) {
        try {
            return new Verdict(true, "", checks(JSON.readTree(json)));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Verdict(false, "这不是双随机抽取的导出文件，或者内容不完整：" + firstLine(e), List.of());
        } catch (ProblemException e) {
            return new Verdict(false, e.problem().detail(), List.of());
        }
    }

    private static List<Check> checks(JsonNode export) {
        List<Check> checks = new ArrayList<>();
        String draw = text(export, "draw");
        checks.add(check(Point.FORMAT, text(export, "format"), DrawSeed.FORMAT));
        String candidatesHash = CanonicalJson.hash(CanonicalJson.of(export.path("candidates")));
        checks.add(check(Point.CANDIDATES_HASH, text(export, "candidatesHash"), candidatesHash));
        String first = text(export, "first");
        String second = text(export, "second");
        checks.add(check(Point.FIRST_COMMITMENT, text(export, "firstCommitment"), DrawSeed.commitment(draw, first)));
        if (SeedMethod.valueOf(text(export, "method")) == SeedMethod.TWO_PERSONS) {
            checks.add(check(
                    Point.SECOND_COMMITMENT, text(export, "secondCommitment"), DrawSeed.commitment(draw, second)));
        }
        byte[] seed = DrawSeed.seed(draw, candidatesHash, first, second);
        checks.add(check(Point.SEED, text(export, "seed"), Sha256.hexOf(seed)));
        DrawOutcome repeated =
                DoubleRandom.draw(Candidates.read(export.path("candidates").toString()), seed);
        String stated = CanonicalJson.of(export.path("outcome"));
        checks.add(new Check(
                Point.OUTCOME, stated.equals(repeated.canonical()), CanonicalJson.hash(stated), repeated.hash()));
        checks.add(check(Point.OUTCOME_HASH, text(export, "outcomeHash"), repeated.hash()));
        return checks;
    }

    private static Check check(Point point, String stated, String computed) {
        return new Check(point, stated.equals(computed), stated, computed);
    }

    private static String text(JsonNode export, String member) {
        JsonNode value = export.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException("没有“" + member + "”。");
        }
        return value.stringValue();
    }

    private static String firstLine(@Nullable Throwable e) {
        String message = e == null || e.getMessage() == null ? "" : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
