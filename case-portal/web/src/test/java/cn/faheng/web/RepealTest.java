package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A version is ended by a written act: the form, its errors, what it would do, the act, and the act taken back. */
@DisplayName("废止一个版本")
class RepealTest extends BrowserTest {

    private static final String VERSION = "/rulesets/environment/GD-ENV-1.10/440000/2022-01-01";

    @Test
    @DisplayName("批准人从规则集页面废止：填错的留在原处说明，先看后果再确认，记入公布记录，还能撤回")
    void theApproverRepealsAndTakesItBack() {
        signIn("approver");
        page().navigate(address(VERSION));
        page().click("text=废止这一版");
        photograph("repeal-form");
        refusesWhatIsMissing();
        seesWhatItDoes();
        page().click("button:has-text('确认废止')");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/publications/\\d+"));
        assertThat(page().locator("main")).containsText("施行至 2026-11-30（含当日）");
        assertThat(page().locator("main")).containsText("《关于废止部分裁量基准的通知》（粤环发〔2026〕9号）");
        assertThat(page().locator("main")).containsText("周敏（法制科·起草）");
        photograph("repeal-done");
        String repeal = page().url();
        page().navigate(address(VERSION));
        assertThat(page().locator("main aside").first()).containsText("2022-01-01 至 2026-11-30");
        takesItBack(repeal);
    }

    /** Every error stands beside its field and in the summary, and nothing that was typed is lost. */
    private void refusesWhatIsMissing() {
        page().fill("#number", "粤环发〔2026〕9号");
        page().fill("#lastDay", "2021-12-31");
        page().click("text=查看后果");
        assertThat(page()).hasTitle(Pattern.compile("有错误：.*"));
        assertThat(page().locator("#error-summary")).isFocused();
        assertThat(page().locator("#error-summary li")).hasCount(4);
        assertThat(page().locator("#lastDay-error")).containsText("自 2022-01-01 起施行");
        assertThat(page().locator("#title-error")).containsText("写明文件名称");
        assertThat(page().locator("#requestedBy-error")).isVisible();
        assertThat(page().locator("#reason-error")).isVisible();
        assertThat(page().locator("#number")).hasValue("粤环发〔2026〕9号");
        assertThat(page().locator("#lastDay")).hasValue("2021-12-31");
        // The approver cannot ask for it as well.
        assertThat(page().locator("#requestedBy option[value=approver]")).hasCount(0);
        assertThat(page().locator("#requestedBy option[value=author]")).hasText("周敏（法制科·起草）");
        photograph("repeal-errors");
    }

    private void seesWhatItDoes() {
        page().fill("#lastDay", "2026-11-30");
        page().fill("#title", "《关于废止部分裁量基准的通知》");
        page().selectOption("#requestedBy", "author");
        page().fill("#reason", "上位法修改。\n新的裁量基准另行公布。");
        page().click("text=查看后果");
        assertThat(page().locator("#outlook")).containsText("自 2026-12-01 起不再施行");
        assertThat(page().locator("#outlook .callout-amber").first()).containsText("广东省");
        assertThat(page().locator("#outlook")).containsText("没有裁量基准");
        assertThat(page().locator("#outlook")).containsText("在办案件");
        photograph("repeal-confirm");
        page().click("text=返回修改");
        assertThat(page().locator("#title")).hasValue("关于废止部分裁量基准的通知");
        assertThat(page().locator("#reason")).hasValue("上位法修改。\n新的裁量基准另行公布。");
        assertThat(page().locator("#requestedBy")).hasValue("author");
        page().click("text=查看后果");
    }

    private void takesItBack(String repeal) {
        page().navigate(repeal);
        page().fill("#reason", "废止的日期写错了。");
        page().click("button:has-text('撤回这次废止')");
        assertThat(page().locator("main")).containsText("已撤回");
        page().navigate(address(VERSION));
        assertThat(page().locator("main aside").first()).containsText("2022-01-01 至 2026-12-31");
    }

    @Test
    @DisplayName("不是批准人的，没有废止的按钮")
    void nobodyElseIsOfferedIt() {
        signIn("author");
        page().navigate(address(VERSION));
        assertThat(page().locator("main")).containsText("版本");
        assertThat(page().locator("text=废止这一版")).hasCount(0);
    }
}
