package cn.faheng.authoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.DraftingTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("法制人员维护的提示（总则）")
class GeneralPartTest extends DraftingTest {

    private static final String FINDINGS = "common/findings@2021-07-15";

    /** A fine of 100 times the value of the goods. */
    private static final String REQUEST =
            """
            {"item":"MK-F124","place":"370811","act":{"start":"2026-11-22"},"decidedOn":"2026-11-22",
             "party":{"kind":"sole-proprietor"},"facts":{"suspectedCrime":false,"goodsValue":900,"circumstancesGrade":"一般"},
             "circumstances":{},"proposal":{"penalties":[{"kind":"fine","amountFen":6300000}]}}""";

    private String findings() throws Exception {
        Reply decided = post(AUTHOR, "/decisions", REQUEST);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return decided.json().path("findings").toString();
    }

    @Test
    @DisplayName("改提示语和提示线：同一条路，公布后的下一次裁量就用；撤回就恢复")
    void reachesTheNextDecision() throws Exception {
        assertThat(findings()).contains("达到本产品的提示线五十倍");
        Reply made = post(AUTHOR, "/drafts", "{\"base\":\"" + FINDINGS + "\",\"effectiveFrom\":\"2026-11-22\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        ObjectNode content = (ObjectNode) made.json().path("content").deepCopy();
        int changed = 0;
        for (JsonNode decision : content.at("/sheet/decisions")) {
            for (JsonNode row : decision.path("rows")) {
                changed += reworded((ArrayNode) row.path("outputs"));
            }
        }
        assertThat(changed).isPositive();
        Reply saved = put(AUTHOR, "/drafts/" + id, "1", content);
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);

        approved(id);
        Reply published = post(APPROVER, "/drafts/" + id + ":publish", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(findings()).contains("达到本市的提示线五十倍").doesNotContain("达到本产品的提示线五十倍");

        long number = published.json().path("publication").asLong();
        post(APPROVER, "/publications/" + number + ":withdraw", "{\"reason\":\"测试结束\"}");
        assertThat(findings()).contains("达到本产品的提示线五十倍");
    }

    private static int reworded(ArrayNode outputs) {
        int changed = 0;
        for (int i = 0; i < outputs.size(); i++) {
            String text = outputs.get(i).asString();
            if (text.contains("达到本产品的提示线五十倍")) {
                outputs.set(i, JSON.getNodeFactory().stringNode(text.replace("本产品的提示线", "本市的提示线")));
                changed++;
            }
        }
        return changed;
    }
}
