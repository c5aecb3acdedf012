package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a provision in the library to the draft of a statutory range, with what was read confirmed by a person. */
@DisplayName("由条文起草法定幅度")
class ClauseDraftTest extends BrowserTest {

    private static final String PROVISION = "/laws/clause?law=中华人民共和国食品安全法&version=2021-04-29&at=124/1";

    @Test
    @DisplayName("读出处罚、核对勾选、写明事项、进入草案的编辑器；错的留在原处说明，勾选不丢")
    void fromTheWordsToTheEditor() {
        signIn("author");
        page().navigate(address(PROVISION));
        assertThat(page().locator("main")).containsText("5万元以上10万元以下");
        assertThat(page().locator("main")).containsText("货值金额的10倍以上20倍以下");
        page().uncheck("#form-6");
        page().fill("#name", "生产经营超过保质期的食品");
        page().click("button:has-text('起草')");
        assertThat(page().locator("#code-error")).containsText("请填写事项编码");
        assertThat(page().locator("#form-6")).not().isChecked();
        assertThat(page().locator("#form-5")).isChecked();
        assertThat(page().locator("#name")).hasValue("生产经营超过保质期的食品");
        photograph("clause-draft-errors");
        page().fill("#code", "SPAQ-124-1");
        page().click("button:has-text('起草')");
        assertThat(page().locator("#field-error")).containsText("执法领域");
        page().selectOption("#field", "food");
        page().click("button:has-text('起草')");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/drafts/[0-9a-f-]+"));
        assertThat(page().locator("h1")).hasText("生产经营超过保质期的食品");
        assertThat(page().locator("#grid")).containsText("货值金额");
        assertThat(page().locator("#grid")).containsText("5万元");
        // What was not confirmed is not in the draft.
        assertThat(page().locator("#grid thead")).not().containsText("吊销许可证");
    }

    @Test
    @DisplayName("粘贴的文字没有出处，只读不起草；最低计算基数照条文写明")
    void pastedWordsHaveNoSource() {
        signIn("author");
        page().navigate(address("/laws/clause"));
        page().fill("#text", "没收违法所得，并处货值金额一倍以上三倍以下罚款；货值金额不足十万元的，按十万元计算。");
        page().click("button:has-text('读出处罚形式')");
        assertThat(page().locator("main")).containsText("货值金额不足 100,000 元的，按 100,000 元计算");
        assertThat(page().locator("#clause-draft")).hasCount(0);
        assertThat(page().locator("main")).containsText("粘贴的文字没有出处");
        photograph("clause-pasted");
    }
}
