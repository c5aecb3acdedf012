package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a draft is about is written where the table is: by keyboard, with undo, saved with the table. */
@DisplayName("草案的事项、依据和施行")
class AboutDraftTest extends BrowserTest {

    @Test
    @DisplayName("只用键盘改施行日期、地区和制定机关，从法律库选依据，错的留在原处说明，撤销，保存后还在")
    void writesWhatItIsAbout() {
        signIn("author");
        page().navigate(address("/authoring/new"));
        page().fill("#code", "GD-ENV-1.3");
        page().click("main form button[type=submit]");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/drafts/[0-9a-f-]+"));
        assertThat(page().locator("#grid [role=gridcell]").first()).isVisible();
        page().locator("#tab-table").focus();
        page().keyboard().press("ArrowRight");
        page().keyboard().press("ArrowRight");
        assertThat(page().locator("#about-panel")).isVisible();
        page().fill("#about-jurisdiction", "37");
        page().keyboard().press("Tab");
        assertThat(page().locator("#about .field-error")).containsText("六位行政区划代码");
        assertThat(page().locator("#about-jurisdiction")).hasValue("37");
        page().fill("#about-jurisdiction", "370811");
        page().keyboard().press("Tab");
        assertThat(page().locator("#about")).containsText("任城区");
        assertThat(page().locator("#about-authority")).isFocused();
        page().keyboard().type("济宁市任城区");
        // Something else redraws the form while the name is being typed; nothing typed is lost.
        page().locator("#about-notes")
                .evaluate("notes => { notes.value += '补充。'; notes.dispatchEvent(new Event('change')); }");
        page().waitForTimeout(300);
        page().keyboard().type("综合行政执法局");
        page().keyboard().press("Tab");
        pickBasis();
        photograph("authoring-about");
        page().keyboard().press("Control+s");
        assertThat(page().locator("#editor-status")).containsText("已保存");
        page().reload();
        assertThat(page().locator("#grid [role=gridcell]").first()).isVisible();
        page().click("#tab-about");
        assertThat(page().locator("#about-jurisdiction")).hasValue("370811");
        assertThat(page().locator("#about-authority")).hasValue("济宁市任城区综合行政执法局");
        assertThat(page().locator("#about")).containsText("《中华人民共和国行政处罚法》第三十四条");
    }

    /** Twice, and one of them is undone. */
    private void pickBasis() {
        int before = page().locator("#about .basis-line").count();
        for (int i = 0; i < 2; i++) {
            page().click("#about-add-basis");
            page().fill("#cite-query", "行政处罚法第三十四条");
            page().locator("#cite-found button").first().click();
            page().click("#cite-dialog button[value=keep]");
            assertThat(page().locator("#about .basis-line")).hasCount(before + i + 1);
        }
        page().click("#undo");
        assertThat(page().locator("#about .basis-line")).hasCount(before + 1);
    }
}
