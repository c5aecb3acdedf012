package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What legal staff do, from the file of a department to the next computation of an officer, without leaving the browser. */
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
    @DisplayName("导入原样的 Excel 表、按反例改正、加用例、比较、测算影响、审核、批准、公布，执法人员随即按新表计算")
    void fromTheFileOfADepartmentToTheNextComputation() {
        as("author");
        page().navigate(address("/authoring"));
        photograph("authoring-desk");
        page().click("a[href='/authoring/imports']");
        photograph("authoring-upload");
        page().setInputFiles("#file", PublishedTable.refusedInspection());
        page().click("main form button[type=submit]");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/imports/[0-9a-f-]+"));
        assertThat(page().locator(".preview-grid")).containsText("25万元");
        assertThat(page().locator("select[name=code-1]")).hasValue("SX-SAFE-2");
        photograph("authoring-preview");
        page().click("text=把选中的事项建为草案");
        assertThat(page()).hasURL(Pattern.compile(".*/authoring/drafts/[0-9a-f-]+"));
        String draft = page().url();
        mend();
        confirm(draft);
        compareAndMeasure(draft);
        decide(draft);
        makePublic();
        compute();
    }

    /** The proof shows a row above the statute with facts and money; the cell is mended where it stands. */
    private void mend() {
        Locator refuted = page().locator("#proof .finding-refuted");
        assertThat(refuted).hasCount(1);
        assertThat(refuted).containsText("《中华人民共和国安全生产法》第一百零八条");
        assertThat(refuted).containsText("从业人员100人以上");
        assertThat(refuted).containsText("250000元");
        assertThat(refuted).containsText("200000元");
        photograph("authoring-refuted");
        Locator most = page().locator("#grid tr[data-row='T2'] td.sheet-out")
                .filter(new Locator.FilterOptions().setHasText("25万元"));
        most.focus();
        page().keyboard().press("Enter");
        page().keyboard().type("20万元");
        page().keyboard().press("Enter");
        assertThat(page().locator("#grid tr[data-row='T2']")).containsText("20万元");
        assertThat(page().locator("#proof .finding-refuted")).containsText("C2");
        page().keyboard().press("Control+s");
        assertThat(page().locator("#editor-status")).containsText("已保存");
        assertThat(page().locator("#draft-revision")).hasText("2");
        photograph("authoring-mended");
    }

    /** The case that expected the wrong amount is taken as it comes out now, and one of the lawyer's own is added. */
    private void confirm(String draft) {
        page().navigate(draft + "/preview");
        assertThat(page().locator(".frame-phone")).containsText("拒不改正");
        photograph("authoring-as-officers-see-it");
        page().navigate(draft + "/cases");
        assertThat(page().locator(".case-table .chip-bad")).hasCount(1);
        page().click("text=按现在的结果改写未通过的期望");
        photograph("authoring-cases-proposed");
        page().locator(".case-table tbody tr")
                .last()
                .locator("[name=cell]")
                .nth(0)
                .fill("L1");
        page().locator(".case-table tbody tr")
                .last()
                .locator("[name=cell]")
                .nth(1)
                .fill("大型企业拒绝检查");
        page().locator(".case-table tbody tr").last().locator("select").first().selectOption("从业人员100人以上");
        page().locator(".case-table tbody tr").last().getByLabel("罚款最低").first().fill("100000");
        page().click("text=确认并保存");
        assertThat(page().locator(".cases-sum")).containsText("3 / 3");
        photograph("authoring-cases");
    }

    private void compareAndMeasure(String draft) {
        page().navigate(draft + "/compare?with=revision:1");
        assertThat(page().locator(".difference")).containsText("处罚·T2·罚款最高");
        assertThat(page().locator(".difference del").first()).hasText("25万元");
        photograph("authoring-compare");
        page().navigate(draft + "/impact");
        measure();
        // The demo's cases are made in the background after the start, item by item.
        for (int wait = 0; wait < 60 && page().locator("#job tbody tr").count() == 0; wait++) {
            page().waitForTimeout(2_000);
            measure();
        }
        assertThat(page().locator("#job")).containsText("任城区");
        photograph("authoring-impact");
    }

    private void measure() {
        page().click("text=开始测算");
        assertThat(page().locator("#job .chip-no-penalty"))
                .hasText("已完成", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    /** Review and approval are other people's; the author cannot do either. */
    private void decide(String draft) {
        page().navigate(draft + "/steps");
        page().locator("#questions input:not([type=hidden])").fill("恰为100人的，归入“100人以上”一档。");
        page().click("#questions button");
        page().click("#proof button");
        assertThat(page().locator("#proof .finding-refuted")).hasCount(0);
        assertThat(page().locator("#proof form:has(input[name=reason])")).hasCount(0);
        photograph("authoring-steps");
        page().click("button:has-text('提交法制审核')");
        assertThat(page().locator("#review-reason")).hasCount(0);
        as("reviewer");
        page().navigate(draft + "/steps");
        page().fill("#review-reason", "在法定幅度以内，条款现行有效。");
        page().click("button:has-text('审核通过')");
        as("approver");
        page().navigate(address("/authoring"));
        assertThat(page().locator("main")).containsText("等您办理");
        page().navigate(draft + "/steps");
        page().fill("#approve-reason", "同意。");
        page().click("button:has-text('批准')");
        page().click("button:has-text('公布')");
        assertThat(page().locator(".chip-published")).isVisible();
        photograph("authoring-published");
        page().click("text=公布记录第");
        assertThat(page().locator("main")).containsText("周敏（法制科·起草）");
        assertThat(page().locator("a:has-text('废止这一版')").first()).isVisible();
        photograph("authoring-publication");
    }

    private void makePublic() {
        page().navigate(address("/benchmarks?on=2026-11-22&since=2026-11-20&place=370800"));
        assertThat(page().locator("main")).containsText("拒绝、阻碍负有安全生产监督管理职责的部门依法实施监督检查");
        photograph("benchmarks");
    }

    private void compute() {
        as("officer");
        page().navigate(address("/items/SX-SAFE-2?place=370811&actStart=2026-11-22&decidedOn=2026-11-22"
                + "&partyKind=organisation&factsProved=on"));
        answer("拒不改正", "是");
        answer("违法情节", "从业人员100人以上");
        assertThat(page().locator(".glance")).containsText("10万元以上20万元以下");
        assertThat(page().locator("main")).containsText("济应急发〔2026〕18号");
        assertThat(page().locator(".glance")).not().containsText("可能的罚款");
        page().fill("#amount-fine", "250000");
        assertThat(page().locator(".verdict-line")).containsText("违法");
        page().fill("#amount-fine", "150000");
        assertThat(page().locator(".verdict-line")).containsText("合法，在裁量基准幅度内");
        photograph("authoring-computed");
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
