package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What legal staff do in the table editor. */
@DisplayName("编制规则的旅程")
class AuthoringJourneyTest extends BrowserTest {

    private void as(String who) {
        window(true);
        signIn(who);
    }

    private Locator cell(String row, String kind, int column) {
        return page().locator("#grid [data-row='" + row + "'][data-kind='" + kind + "'][data-column='" + column + "']");
    }

    @Test
    @DisplayName("两人同时编辑：后保存的人看到对方改了什么，自己的修改不丢")
    void twoPeopleNeverLoseWork() {
        as("author");
        page().navigate(address("/authoring/new"));
        page().fill("#code", "GD-ENV-1.3");
        page().click("main form button[type=submit]");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/drafts/[0-9a-f-]+"));
        Page second = page().context().newPage();
        second.navigate(page().url());
        writeSentence(page(), "T1", "第一人写的");
        page().keyboard().press("Control+s");
        assertThat(page().locator("#editor-status")).containsText("已保存");
        writeSentence(second, "T2", "第二人写的");
        second.keyboard().press("Control+s");
        assertThat(second.locator("#conflict-dialog")).isVisible();
        assertThat(second.locator("#conflict-changes")).containsText("第一人写的");
        second.click("#conflict-attempt");
        assertThat(second.locator("main")).containsText("第二人写的");
        second.click("button:has-text('合并')");
        assertThat(second.locator("#grid")).containsText("第一人写的");
        assertThat(second.locator("#grid")).containsText("第二人写的");
        complaints.clear();
    }

    private static void writeSentence(Page page, String row, String text) {
        page.locator("#grid [data-row='" + row + "'][data-kind='says']").focus();
        page.keyboard().press("Enter");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        assertThat(page.locator("#grid [data-row='" + row + "'][data-kind='says']"))
                .hasText(text);
    }

    @Test
    @DisplayName("从 Excel 粘贴、撤销、看不懂的格子留在原处并说明理由")
    void pastesUndoesAndSaysWhatItDoesNotUnderstand() {
        as("author");
        page().navigate(address("/authoring/new"));
        page().fill("#code", "GD-ENV-1.3");
        page().click("main form button[type=submit]");
        assertThat(page().locator("#grid tbody tr")).hasCount(3);
        Locator first = cell("T1", "outputs", 2);
        first.focus();
        page().evaluate(
                        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                                + " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                        "0元\t1万元\n1万元\t3万元\n3万元\t5万元\n");
        assertThat(cell("T3", "outputs", 3)).hasText("5万元");
        page().keyboard().press("Control+z");
        assertThat(cell("T3", "outputs", 3)).not().hasText("5万元");
        page().keyboard().press("Control+y");
        assertThat(cell("T3", "outputs", 3)).hasText("5万元");
        cell("T2", "outputs", 2).focus();
        page().keyboard().press("Enter");
        page().keyboard().type("一大笔钱");
        page().keyboard().press("Enter");
        assertThat(cell("T2", "outputs", 2)).hasClass(Pattern.compile(".*cell-unread.*"));
        page().keyboard().press("Control+s");
        assertThat(page().locator("#editor-status")).containsText("看不懂");
        complaints.clear();
    }
}
