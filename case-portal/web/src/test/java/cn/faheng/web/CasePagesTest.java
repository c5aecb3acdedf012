package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("案件页面")
class CasePagesTest extends PageTest {

    private Visitor as(String who) {
        return Visitor.signedIn(address(""), who, PASSWORD);
    }

    private static Map<String, String> lead(String key) {
        Map<String, String> lead = new HashMap<>();
        lead.put("formKey", key);
        lead.put("kind", "COMPLAINT");
        lead.put("receivedOn", "2026-11-20");
        lead.put("summary", "任城区某菜店销售超过保质期的酸奶<script>alert(1)</script>");
        lead.put("field", "food");
        lead.put("place", "370811");
        return lead;
    }

    private static String registered(Visitor officer, String key) {
        HttpResponse<String> answer = officer.post("/cases/new", lead(key));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    @DisplayName("登记线索：缺什么逐项指出，填过的不丢；按两次只登记一次")
    void registersALeadOnce() {
        Visitor officer = as("officer");
        Map<String, String> incomplete = lead(UUID.randomUUID().toString());
        incomplete.remove("place");
        HttpResponse<String> wrong = officer.post("/cases/new", incomplete);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"error-summary\"", "id=\"place-error\"", "销售超过保质期的酸奶");
        String key = UUID.randomUUID().toString();
        assertThat(registered(officer, key)).isEqualTo(registered(officer, key));
    }

    @Test
    @DisplayName("案件一页看全，只给出现在可以依法办理的步骤；名称里的脚本不执行")
    void showsTheCaseOnOnePage() {
        Visitor officer = as("officer");
        String address = registered(officer, UUID.randomUUID().toString());
        String page = officer.get(address).body();
        assertThat(page).contains("线索待核查", "/steps/sourceVerified", "须经行政机关负责人批准", "《中华人民共和国行政处罚法》");
        assertThat(page).doesNotContain("/steps/decisionMade\"", "<script>alert(1)");
        assertThat(officer.get("/cases?q=酸奶".replace("酸奶", "%E9%85%B8%E5%A5%B6"))
                        .body())
                .contains(address);
    }

    @Test
    @DisplayName("每一步都有表单；写错的指出来，填过的不丢；改好后记入案卷")
    void takesAStep() {
        Visitor officer = as("officer");
        String address = registered(officer, UUID.randomUUID().toString());
        assertThat(officer.get(address + "/steps/partyRecorded").body()).contains("name=\"f.name\"", "当事人类型");
        Map<String, String> party = new HashMap<>(Map.of(
                "revision", "3",
                "f.at", "2026-11-22T09:30",
                "f.key", "p1",
                "f.kind", "SOLE_PROPRIETOR",
                "f.name", "任城区示例菜店",
                "f.mentalState", "NORMAL"));
        HttpResponse<String> wrong = officer.post(address + "/steps/partyRecorded", party);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"f-address-error\"", "value=\"任城区示例菜店\"");
        party.put("f.address", "任城区示例路1号");
        assertThat(officer.post(address + "/steps/partyRecorded", party).statusCode())
                .isEqualTo(302);
        HttpResponse<String> again = officer.post(address + "/steps/partyRecorded", party);
        assertThat(again.statusCode()).as("按两次无害").isEqualTo(302);
        party.put("f.name", "另一家");
        HttpResponse<String> stale = officer.post(address + "/steps/partyRecorded", party);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("value=\"另一家\"", "任城区示例菜店");
    }

    @Test
    @DisplayName("边填边存，重新打开时恢复")
    void keepsWhatIsTyped() {
        Visitor officer = as("officer");
        String address = registered(officer, UUID.randomUUID().toString());
        HttpResponse<String> kept =
                officer.post(address + "/drafts/sourceVerified", Map.of("revision", "3", "f.reasons", "写到一半的核查情况"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(officer.get(address + "/steps/sourceVerified").body()).contains("写到一半的核查情况", "已恢复");
    }

    @Test
    @DisplayName("其他机关的人打不开；管理员看不到案件")
    void othersSeeNothing() {
        String address = registered(as("officer"), UUID.randomUUID().toString());
        assertThat(as("officer-zc").get(address).statusCode()).isEqualTo(404);
        assertThat(as("officer-zc").get(address + "/steps/sourceVerified").statusCode())
                .isEqualTo(404);
        assertThat(as("admin").get(address).statusCode()).isEqualTo(403);
    }
}
