package cn.faheng.authoring.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("各状态的草案数")
class DraftCountsTest extends DraftingTest {

    @Autowired
    private Drafts drafts;

    private int count(DraftState state) {
        return drafts.counts().getOrDefault(state, 0);
    }

    @Test
    @DisplayName("每一步只从一个状态移到另一个，合起来就是列表里的")
    void followEveryStep() throws Exception {
        Map<DraftState, Integer> before = drafts.counts();
        String id = nextVersion("2027-07-01").path("id").asString();
        assertThat(count(DraftState.DRAFT)).isEqualTo(before.getOrDefault(DraftState.DRAFT, 0) + 1);

        proved(id);
        step(AUTHOR, id, "submit", "{}", "IN_LEGAL_REVIEW");
        assertThat(count(DraftState.DRAFT)).isEqualTo(before.getOrDefault(DraftState.DRAFT, 0));
        assertThat(count(DraftState.IN_LEGAL_REVIEW)).isEqualTo(before.getOrDefault(DraftState.IN_LEGAL_REVIEW, 0) + 1);

        step(APPROVER, id, "return", "{\"reason\":\"重写\"}", "DRAFT");
        drafts.delete(UUID.fromString(id), "不再需要", new Actor(AUTHOR, AUTHOR, EnumSet.of(Actor.Office.AUTHOR)));
        assertThat(count(DraftState.DRAFT)).isEqualTo(before.getOrDefault(DraftState.DRAFT, 0));
        assertThat(count(DraftState.DELETED)).isEqualTo(before.getOrDefault(DraftState.DELETED, 0) + 1);
        drafts.counts().forEach((state, number) -> assertThat(number)
                .as(state.name())
                .isEqualTo(drafts.idsIn(state).size())
                .isPositive());
    }
}
