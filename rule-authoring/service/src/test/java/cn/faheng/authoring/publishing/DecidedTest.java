package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.Draft.Approval;
import cn.faheng.authoring.drafts.Draft.Signature;
import cn.faheng.authoring.drafts.DraftState;
import cn.faheng.authoring.publishing.StoredProof.Acknowledgement;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.problems.ProblemType;
import cn.faheng.server.registry.Base;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("公布之前再看一次：起草的人没有办理过")
class DecidedTest {

    private static Signature by(String account) {
        return new Signature(account, account, Instant.EPOCH);
    }

    private static Draft draft(String... authors) {
        Sheet sheet = new Sheet(
                new Sheet.SheetItem("X-1", "未备案", "Not filed", "market", "市场监督管理局", List.of()),
                "benchmark",
                null,
                List.of(),
                LocalDate.of(2027, 1, 1),
                null,
                "370800",
                "济宁市市场监督管理局",
                List.of(),
                null,
                "tiers",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
        return new Draft(
                UUID.randomUUID(),
                3,
                DraftState.APPROVED,
                new DraftContent(sheet, null, List.of(), "id,title\n", null, List.of()),
                null,
                "0",
                "market/X-1/370800",
                null,
                List.of(authors),
                by(authors[0]),
                by(authors[0]),
                null,
                null,
                null);
    }

    private static StoredProof proof(String... acknowledging) {
        return new StoredProof(
                1,
                3,
                "0",
                by("author"),
                new Base(0, ""),
                List.of(),
                List.of(acknowledging).stream()
                        .map(account -> new Acknowledgement("monotone/1", "已核对", by(account)))
                        .toList(),
                false);
    }

    @Test
    @DisplayName("审核、批准、确认的都是别人：可以公布")
    void othersDecided() {
        assertThatCode(() -> Decided.byOthers(
                        draft("author", "colleague"),
                        new Approval("approver", "reviewer", "同意", null),
                        proof("reviewer", "approver")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "审核 {0}，批准 {1}，确认 {2}：{3} 不能")
    @CsvSource({
        "colleague, approver, reviewer, colleague",
        "reviewer, colleague, reviewer, colleague",
        "reviewer, approver, colleague, colleague",
        "author, author, author, author",
    })
    @DisplayName("后来参与起草的人办理过其中任何一步：指名，不公布")
    void anAuthorDecided(String reviewer, String approver, String acknowledging, String named) {
        assertThatThrownBy(() -> Decided.byOthers(
                        draft("author", "colleague"),
                        new Approval(approver, reviewer, "同意", null),
                        proof("reviewer", acknowledging)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().type()).isEqualTo(ProblemType.AUTHOR_CANNOT_DECIDE);
                    assertThat(refused.problem().detail())
                            .startsWith(named + "参与起草了“未备案”")
                            .contains("重新办理");
                });
    }
}
