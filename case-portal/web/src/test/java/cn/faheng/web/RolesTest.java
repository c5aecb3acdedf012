package cn.faheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("各种角色能做什么")
class RolesTest extends PageTest {

    private static final String ITEM = "/items/GD-ENV-1.3";
    private static final String RECORD_BUTTON = "value=\"record\"";
    private static final Pattern RECEIPT = Pattern.compile("/receipts/([0-9a-f-]{36})");
    private static final Map<String, String> CASE = Map.of(
            "place", "370811",
            "actStart", "2024-05-06",
            "decidedOn", "2024-08-20",
            "partyKind", "organisation",
            "factsProved", "on",
            "fact.marineProject", "false");

    @ParameterizedTest
    @ValueSource(strings = {"author", "reviewer", "approver", "auditor", "admin"})
    @DisplayName("不是执法人员的：没有留痕按钮，提交也被拒绝，什么也不记录；测算照常")
    void onlyOfficersRecord(String who) {
        Visitor visitor = signedIn(who);

        HttpResponse<String> preview = visitor.post(ITEM, with("preview"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("id=\"preview-button\"", "只有执法人员可以裁量并留痕");
        assertThat(preview.body()).doesNotContain(RECORD_BUTTON);
        HttpResponse<String> refused = visitor.post(ITEM, with("record"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("<h1>没有权限</h1>");
        assertThat(RECEIPT.matcher(refused.body()).find()).isFalse();
    }

    @Test
    @DisplayName("执法人员留痕，能看自己的；法制审核、审计、监督能看、能查、能复算；管理员看不到")
    void readersOfAllOpenTheReceiptOfAnOfficer() {
        String id = recorded("officer");

        assertThat(signedIn("admin").get("/receipts/" + id).statusCode()).isEqualTo(404);
        for (String who : List.of("officer", "reviewer", "auditor", "supervisor")) {
            Visitor visitor = signedIn(who);
            HttpResponse<String> page = visitor.get("/receipts/" + id);
            assertThat(page.statusCode()).as(who).isEqualTo(200);
            assertThat(page.body()).as(who).contains(id);
            assertThat(visitor.get("/receipts?id=" + id).headers().firstValue("Location"))
                    .as(who)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/receipts/" + id));
            assertThat(visitor.post("/receipts/" + id + "/replay", Map.of()).body())
                    .as(who)
                    .contains("复算一致");
        }
    }

    @Test
    @DisplayName("别的执法人员的留痕和没有这份留痕，看到的是同一页")
    void aForeignReceiptIsLikeAnUnknownOne() {
        String foreign = recorded("officer");
        String unknown = UUID.randomUUID().toString();
        Visitor colleague = signedIn(COLLEAGUE);

        HttpResponse<String> page = colleague.get("/receipts/" + foreign);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(plain(page, foreign)).isEqualTo(plain(colleague.get("/receipts/" + unknown), unknown));
        HttpResponse<String> found = colleague.get("/receipts?id=" + foreign);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(plain(found, foreign)).isEqualTo(plain(colleague.get("/receipts?id=" + unknown), unknown));
        HttpResponse<String> replayed = colleague.post("/receipts/" + foreign + "/replay", Map.of());
        assertThat(replayed.statusCode()).isEqualTo(404);
        assertThat(plain(replayed, foreign))
                .isEqualTo(plain(colleague.post("/receipts/" + unknown + "/replay", Map.of()), unknown));
        String own = recorded(COLLEAGUE);
        assertThat(colleague.get("/receipts/" + own).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("同一张表按两次只留一份痕，改了内容再按是另一份")
    void pressedTwiceTheButtonRecordsOnce() {
        Visitor officer = signedIn("officer");
        Map<String, String> form = new HashMap<>(with("record"));
        form.put("formKey", UUID.randomUUID().toString());

        String first = receipt(officer.post(ITEM, form));
        assertThat(receipt(officer.post(ITEM, form))).isEqualTo(first);
        form.put("decidedOn", "2024-08-21");
        assertThat(receipt(officer.post(ITEM, form))).isNotEqualTo(first);
    }

    /** A page without what differs from one request to the next. */
    private static String plain(HttpResponse<String> page, String id) {
        return page.body()
                .replace(id, "ID")
                .replaceAll("<code>[^<]*</code>", "TRACE")
                .replaceAll("name=\"_csrf\"[^>]*>", "CSRF");
    }

    private String recorded(String who) {
        Visitor visitor = signedIn(who);
        assertThat(visitor.get(ITEM).body()).contains(RECORD_BUTTON);
        return receipt(visitor.post(ITEM, with("record")));
    }

    private static String receipt(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher m = RECEIPT.matcher(page.body());
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    private static Map<String, String> with(String action) {
        Map<String, String> form = new HashMap<>(CASE);
        form.put("action", action);
        return form;
    }

    private Visitor signedIn(String who) {
        return Visitor.signedIn(address(""), who, PASSWORD);
    }
}
