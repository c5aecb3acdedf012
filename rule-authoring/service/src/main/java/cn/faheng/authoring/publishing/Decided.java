package cn.faheng.authoring.publishing;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import java.util.List;
import java.util.stream.Stream;

/** That nobody decided on what he or she wrote, whenever it became known who wrote it. */
final class Decided {

    private Decided() {}

    /** Throws where the reviewer, the approver or somebody who answers for what is not proved is among the authors. */
    static void byOthers(Draft draft, Approval approval, StoredProof proof) {
        List<String> own = Stream.concat(
                        Stream.of(approval.reviewedBy(), approval.by()),
                        proof.acknowledgements().stream().map(a -> a.made().by()))
                .filter(draft.authors()::contains)
                .distinct()
                .toList();
        if (!own.isEmpty()) {
            throw new ProblemException(Problem.of(
                            ProblemType.AUTHOR_CANNOT_DECIDE,
                            String.join("、", own) + "参与起草了“" + draft.title()
                                    + "”，又审核、批准过它，或者确认过没有证明的事项。请退回，由没有参与起草的人重新办理；确认过的事项，请修改内容并重新校验后由他人确认。")
                    .with("draft", draft.id().toString())
                    .with("authors", draft.authors()));
        }
    }
}
