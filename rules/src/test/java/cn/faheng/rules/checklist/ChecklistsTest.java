package cn.faheng.rules.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("现场检查的检查表")
class ChecklistsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Checklists checklists = Checklists.published();

    @Test
    @DisplayName("按领域和事项名称找到检查表，施行期间以外的不用")
    void findsTheChecklistOfAnItem() {
        assertThat(checklists.of("food", "对食品销售的监督检查", DAY))
                .get()
                .extracting(Checklist::id)
                .isEqualTo("food-sale");
        assertThat(checklists.of("food", "对餐饮服务经营的监督检查", DAY))
                .get()
                .extracting(Checklist::id)
                .isEqualTo("catering");
        assertThat(checklists.of("market", "对食品销售的监督检查", DAY)).isEmpty();
        assertThat(checklists.of("food", "对食品销售的监督检查", LocalDate.of(2025, 11, 30)))
                .isEmpty();
    }

    @Test
    @DisplayName("每个问题有编号、中英文和依据，编号不重复，所引版本不晚于检查表施行")
    void eachQuestionCitesItsProvision() {
        assertThat(checklists.all()).hasSize(3).allSatisfy(list -> {
            List<String> ids =
                    list.questions().stream().map(Checklist.Question::id).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(list.questions()).allSatisfy(question -> {
                assertThat(question.text()).matches(".*\\p{IsHan}.*");
                assertThat(question.textEn()).matches("[A-Z][ -~]+");
                assertThat(question.citation().version())
                        .isBeforeOrEqualTo(list.effective().from());
                assertThat(question.citation().chinese()).contains("第");
            });
        });
    }
}
