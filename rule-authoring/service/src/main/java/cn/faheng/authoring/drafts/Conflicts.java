package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told and done where two people changed the same draft. */
final class Conflicts {

    private Conflicts() {}

    /** Says to whoever saved second who changed what since. */
    static ProblemException changed(Draft draft, Attempt attempt, List<Revision> revisions) {
        List<Revision> since = revisions.stream()
                .filter(revision -> revision.number() > attempt.basedOn())
                .toList();
        String who = String.join(
                "、", since.stream().map(r -> r.saved().name()).distinct().toList());
        Problem problem = Problem.of(
                ProblemType.DRAFT_CHANGED,
                "您依据的是第 " + attempt.basedOn() + " 版，" + who + "已保存到第 " + draft.revision() + " 版。没有覆盖他人的修改，您的内容另存为第 "
                        + attempt.number() + " 份未合并的修改，可以合并或者对照后重新保存。");
        return new ProblemException(problem.with("draft", draft.id().toString())
                .with("revision", draft.revision())
                .with("attempt", attempt.number())
                .with("since", since.stream().map(Conflicts::saved).toList())
                .with(
                        "changes",
                        revisions.stream()
                                .filter(revision -> revision.number() == attempt.basedOn())
                                .findFirst()
                                .map(base -> Changes.between(base.content(), draft.content()))
                                .orElse(List.of())));
    }

    private static Map<String, Object> saved(Revision revision) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("revision", revision.number());
        member.put("by", revision.saved().by());
        member.put("name", revision.saved().name());
        member.put("at", revision.saved().at().toString());
        member.put("what", revision.what());
        return member;
    }

    /** Both changes in one. */
    record Merged(DraftContent content, @Nullable ExpertModel expert) {}

    /** Brings a refused save together with the draft as it is; throws {@code merge-conflict} where both changed the same place. */
    static Merged merged(Revision base, Attempt attempt, Draft draft) {
        ThreeWayMerge merge = new ThreeWayMerge();
        var content = merge.merge(
                DraftJson.MAPPER.valueToTree(base.content()),
                DraftJson.MAPPER.valueToTree(attempt.content()),
                DraftJson.MAPPER.valueToTree(draft.content()));
        List<ThreeWayMerge.Conflict> conflicts = new ArrayList<>(merge.conflicts());
        ExpertModel expert = draft.expert();
        if (!Objects.equals(attempt.expert(), base.expert())) {
            if (Objects.equals(draft.expert(), base.expert())) {
                expert = attempt.expert();
            } else if (!Objects.equals(draft.expert(), attempt.expert())) {
                conflicts.add(new ThreeWayMerge.Conflict("/model", "DMN 模型", "DMN 模型"));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.MERGE_CONFLICT, "有 " + conflicts.size() + " 处两边都改了，请逐处确定用哪一个，再用 PUT 保存。")
                            .with("conflicts", conflicts));
        }
        return new Merged(DraftJson.MAPPER.treeToValue(content, DraftContent.class), expert);
    }
}
