package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名录的页面")
class DirectoryPagesTest extends PageTest {

    private static final String RENCHENG = "370811-SCJG";

    private Visitor signedIn(String who) {
        return Visitor.signedIn(address(""), who, PASSWORD);
    }

    private static String page(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("??");
        return answer.body();
    }

    @Test
    @DisplayName("演示城市的主体、人员、事项、权责清单都在，能查、能看版本、中英文都能打开")
    void listsOfTheDemo() {
        Visitor officer = signedIn("officer");
        assertThat(page(officer, "/directory/bodies?q=rcqscjd")).contains(RENCHENG);
        assertThat(page(officer, "/directory/bodies/entry?code=" + RENCHENG)).contains("济宁市任城区市场监督管理局", "郑洁", "吴桐");
        assertThat(page(officer, "/directory/officers?body=" + RENCHENG)).contains("张明（示例）");
        assertThat(page(officer, "/directory/officers/entry?code=37081100101")).contains("officer");
        assertThat(page(officer, "/directory/items?q=MK-F124")).contains("MK-F124");
        assertThat(page(officer, "/directory/items/entry?code=MK-F124")).contains("中华人民共和国食品安全法@2025-12-01");
        assertThat(page(officer, "/directory/powers?body=" + RENCHENG)).contains("COERCE-FOOD-110-4");
        for (String path : List.of("/directory/bodies", "/directory/items", "/counterparts", "/counterparts/new")) {
            assertThat(page(officer, path + "?lang=en")).contains("lang=\"en\"");
        }
        assertThat(officer.get("/directory/bodies/export")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .contains("spreadsheetml");
    }

    @Test
    @DisplayName("提出、退回表单不丢填写、另一人审核生效，全程在页面上")
    void proposeAndReview() {
        Visitor legal = signedIn("legal");
        assertThat(page(legal, "/directory/bodies/new")).contains("name=\"reason\"");
        Map<String, String> form = new HashMap<>(Map.of(
                "code", "PAGE-1",
                "name", "页面示例执法局",
                "level", "县级",
                "standing", "法定行政机关",
                "division", "370811",
                "fields", "食品",
                "address", "示例路",
                "from", "2020-02-30",
                "reason", "机构改革"));
        HttpResponse<String> refused = legal.post("/directory/bodies/new", form);
        assertThat(refused.body()).contains("id=\"error-summary\"", "不是日期", "页面示例执法局");
        form.put("from", "2020-02-28");
        String review = location(legal.post("/directory/bodies/new", form));
        assertThat(review).contains("/directory/reviews/");
        String path = review.replaceFirst("^https?://[^/]+", "");
        assertThat(page(legal, path)).contains("页面示例执法局").doesNotContain("value=\"approve\"");
        assertThat(legal.post(path, Map.of("action", "approve")).body()).contains("不能由您审核");

        Visitor other = signedIn("legal2");
        assertThat(page(other, "/directory/reviews")).contains("PAGE-1");
        assertThat(page(other, path)).contains("value=\"approve\"");
        other.post(path, Map.of("action", "approve", "remark", "已核对"));
        assertThat(page(other, "/directory/bodies/entry?code=PAGE-1")).contains("页面示例执法局", "已核对");
        assertThat(page(legal, "/directory/bodies/change?code=PAGE-1")).contains("name=\"basedOn\"", "页面示例执法局");
        assertThat(page(legal, "/directory/officers/new")).contains("name=\"photoFile\"");
        assertThat(page(legal, "/directory/items/import")).contains("name=\"file\"");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + answer.body());
    }

    @Test
    @DisplayName("相对人：列表遮盖；写明理由才显示全部；名称里的脚本只是文字；管理员打不开")
    void counterparts() {
        Visitor officer = signedIn("officer");
        Map<String, String> form = new HashMap<>(Map.of(
                "kind", "公民",
                "name", "<script>alert(1)</script>",
                "citizenId", "11010519491231002X",
                "address", "济宁市任城区示例路7号",
                "division", "370811"));
        String card = location(officer.post("/counterparts/new", form)).replaceFirst("^https?://[^/]+", "");
        String body = page(officer, card);
        assertThat(body)
                .contains("&lt;script&gt;", "110105**********2X")
                .doesNotContain("<script>alert", "11010519491231002X");
        assertThat(officer.post(card + "/reveal", Map.of("reason", "")).body()).doesNotContain("11010519491231002X");
        assertThat(officer.post(card + "/reveal", Map.of("reason", "制作文书")).body())
                .contains("11010519491231002X");
        assertThat(officer.post(card + "/change", Map.of("reason", "迁址")).body())
                .contains("name=\"revision\"");
        Matcher masked = Pattern.compile("110105\\*+2X").matcher(page(officer, "/counterparts?q=script"));
        assertThat(masked.find()).isTrue();
        assertThat(page(officer, "/counterparts/import")).contains("name=\"file\"");
        assertThat(signedIn("admin").get("/counterparts").statusCode()).isEqualTo(403);
        assertThat(signedIn("admin").get(card).statusCode()).isEqualTo(403);
    }
}
