package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What officers do, in a real browser. Every state is photographed wide and narrow and checked by axe. */
@DisplayName("页面的旅程")
class JourneysTest extends BrowserTest {

    @Test
    @DisplayName("没有登录看不到事项；登录后用拼音首字母找到事项")
    void signsInAndFindsAnItemByPinyinInitials() {
        page().navigate(address("/items"));
        assertThat(page()).hasURL(Pattern.compile(".*/sign-in.*"));
        photograph("sign-in");
        page().fill("#username", "officer");
        page().fill("#password", "wrong");
        page().click("form.card-body button[type=submit]");
        assertThat(page().locator(".error-summary")).containsText("账号或者密码不正确");
        signIn();
        photograph("items");
        page().locator("h1").click();
        page().keyboard().press("/");
        assertThat(page().locator("#q")).isFocused();
        page().keyboard().type("hjyxdjb");
        Locator first = page().locator(".items-table tbody tr").first();
        assertThat(first).containsText("GD-ENV-1.3");
        photograph("search");
        page().locator(".item-link").first().click();
        assertThat(page().locator("h1")).hasText("建设单位未依法备案建设项目环境影响登记表");
        photograph("desk-empty");
    }

    @Test
    @DisplayName("任城区 GD-ENV-1.3：示范采用的基准，边填边算，留痕并复算一致")
    void computesWithAnAdoptedBenchmarkAndRecords() {
        signIn();
        page().navigate(address("/items/GD-ENV-1.3"));
        page().selectOption("#place", "370811");
        page().fill("#decidedOn", "2024-08-20");
        page().fill("#actStart", "2024-05-06");
        assertThat(page().locator("#answer")).containsText("还要查明什么");
        answer("海洋工程建设项目", "否");
        answer("建设项目所在区域", "一般区域");
        answer("整改情况", "限期内完成备案手续");
        assertThat(page().locator(".glance")).containsText("1万元以下");
        assertThat(page().locator(".adopted").first()).containsText("示范采用");
        assertThat(page().locator(".adopted").first()).containsText("广东省生态环境厅");
        page().fill("#amount-fine", "0.8");
        page().selectOption("select[name='amountUnit.fine']", "万元");
        assertThat(page().locator(".verdict-line")).containsText("合法，在裁量基准幅度内");
        assertThat(page().locator(".bar-chart").first())
                .hasAttribute("aria-label", Pattern.compile(".*法定幅度 5万元以下.*情节适用后 1万元以下.*拟8000元.*"));
        page().fill("#amount-fine", "6");
        assertThat(page().locator(".verdict-line")).containsText("违法");
        photograph("unlawful");
        page().fill("#amount-fine", "0.8");
        assertThat(page().locator(".verdict-line")).containsText("合法");
        assertThat(page().locator(".whynot").last()).containsText("T4");
        page().locator(".quote summary").first().click();
        assertThat(page().locator(".quote blockquote").first()).isVisible();
        photograph("adopted");
        page().click(".actions button[value=record]");
        assertThat(page().locator(".receipt-done")).containsText("留痕");
        photograph("recorded");
        page().locator(".receipt-done a.mono").click();
        assertThat(page().locator(".aside-first")).containsText("内容哈希");
        assertThat(page().locator(".glance")).containsText("1万元以下");
        page().click(".aside-first form button");
        assertThat(page().locator("#replayed")).containsText("复算一致");
        photograph("replayed");
    }

    @Test
    @DisplayName("法制审核人员打开执法人员的留痕并复算，自己不能留痕")
    void aReviewerOpensTheReceiptOfAnOfficer() {
        signIn();
        page().navigate(address("/items/GD-ENV-1.3?place=370811&actStart=2024-05-06&decidedOn=2024-08-20"
                + "&partyKind=organisation&factsProved=on&fact.marineProject=false"));
        page().click(".actions button[value=record]");
        String id = page().locator(".receipt-done a.mono").textContent().strip();
        page().click(".bar-user button");
        signIn("reviewer");
        page().navigate(address("/receipts"));
        page().fill("#id", id);
        page().locator("#id").press("Enter");
        assertThat(page()).hasURL(Pattern.compile(".*/receipts/" + id));
        page().click(".aside-first form button");
        assertThat(page().locator("#replayed")).containsText("复算一致");
        page().navigate(address("/items/GD-ENV-1.3"));
        assertThat(page().locator("#preview-button")).isVisible();
        assertThat(page().locator(".actions button[value=record]")).hasCount(0);
        photograph("desk-of-a-reviewer");
    }

    @Test
    @DisplayName("新旧两部法律对同一问题的选项不同：各按自己的版本再问一次，答完才有结果；打印带案情")
    void asksAgainUnderTheVersionThatPutsItOtherwise() {
        signIn();
        page().navigate(address("/items/ENV-NOISE-77?place=370811&actStart=2026-08-01&decidedOn=2026-09-01"
                + "&partyKind=organisation&factsProved=on"));
        answer("违法行为", "未按照规定取得证明");
        Locator again = page().locator("#sheet [name='fact.violation@2026-08-15']");
        assertThat(again.first()).isVisible();
        assertThat(page().locator(".questions")).isVisible();
        photograph("asked-again");
        answer("2026-08-15起施行的规定", "未依法取得连续施工作业证明");
        answer("责令改正后拒不改正", "否");
        assertThat(page().locator(".questions")).hasCount(0);
        photograph("answered-again");
        page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page().locator(".print-only")).isVisible();
        assertThat(page().locator(".print-only")).containsText("未按照规定取得证明");
        assertThat(page().locator(".print-only")).containsText("未依法取得连续施工作业证明");
        assertThat(page().locator("#desk-form")).isHidden();
        assertThat(page().locator(".bar")).isHidden();
        photograph("print");
    }

    @Test
    @DisplayName("2026年9月1日的环境违法行为：上位法失效，基准点名拒绝，只剩法定幅度")
    void refusesABenchmarkWhoseStatuteHasEnded() {
        signIn();
        page().navigate(address("/items/GD-ENV-1.3"));
        page().selectOption("#place", "370811");
        page().fill("#actStart", "2026-09-01");
        page().fill("#decidedOn", "2026-10-12");
        answer("核设施", "否");
        Locator refused = page().locator(".refused");
        assertThat(refused).containsText("上位法已失效");
        assertThat(refused).containsText("环境影响评价法");
        assertThat(refused).containsText("只在现行法的法定幅度内裁量");
        assertThat(page().locator(".glance")).containsText("5万元以下");
        photograph("refused");
    }

    @Test
    @DisplayName("TR-2：行为在旧法、决定在新法，从旧兼从轻，两版并列")
    void weighsTheOldLawAgainstTheNew() {
        signIn();
        page().navigate(address("/items/TR-2"));
        page().fill("#actStart", "2023-07-01");
        page().fill("#decidedOn", "2023-09-01");
        answer("货物运输经营的种类", "其他道路普通货物运输经营");
        page().locator("#sheet input[name='fact.illegalGains']").fill("5,000");
        answer("情节", "一般");
        Locator compare = page().locator(".compare");
        assertThat(compare).containsText("3万元以上10万元以下");
        assertThat(compare).containsText("3000元以上1万元以下");
        assertThat(compare.locator("thead th.chosen")).containsText("决定时的规定");
        assertThat(page().locator(".glance")).containsText("3000元以上1万元以下");
        photograph("lighter-law");
    }

    @Test
    @DisplayName("事实不全：列出问题和可能的幅度，点问题就到那一格")
    void asksForMissingFacts() {
        signIn();
        page().navigate(address("/items/GD-ENV-2.8.1"));
        page().selectOption("#place", "440000");
        page().fill("#decidedOn", "2024-08-20");
        page().fill("#actStart", "2024-05-06");
        assertThat(page().locator(".questions li").first()).isVisible();
        assertThat(page().locator(".glance")).containsText("可能的罚款");
        photograph("missing-facts");
        page().locator(".questions a").first().click();
        assertThat(page().locator("#sheet input:focus")).hasCount(1);
    }

    @Test
    @DisplayName("事实不全时填了拟罚款：幅度图画出可能的幅度和拟处罚，标明暂定；大写随填随显")
    void showsAProposalWhileFactsAreMissing() {
        signIn();
        page().navigate(address("/items/GD-ENV-2.8.1?place=440000&actStart=2024-05-06&decidedOn=2024-08-20"
                + "&partyKind=organisation&factsProved=on&fact.circumstancesGrade=一般"));
        assertThat(page().locator(".glance")).containsText("尚需查明");
        page().fill("#amount-fine", "500000.5");
        assertThat(page().locator("#amount-fine-formal")).hasText("人民币伍拾万元伍角");
        assertThat(page().locator(".tag-provisional").first()).containsText("暂定");
        assertThat(page().locator(".marker-undetermined text").first()).hasText("拟500000.5元");
        assertThat(page().locator(".standing")).containsText("在目前可能的结果之内");
        assertThat(page().locator(".provisional")).containsText("事实尚未查明");
        page().fill("#amount-fine", "150");
        page().locator("#amount-fine").press("Enter");
        assertThat(page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page().locator("#amount-fine")).isFocused();
        page().selectOption("select[name='amountUnit.fine']", "万元");
        assertThat(page().locator(".standing")).containsText("无论余下的事实如何都不合法");
        assertThat(page().locator("#amount-fine-formal")).hasText("人民币壹佰伍拾万元整");
        photograph("provisional");
        page().fill("#amount-fine", "");
        assertThat(page().locator("#amount-fine-formal")).isEmpty();
    }

    @Test
    @DisplayName("一个行为违反几个规定：加上另一事项，回答它的问题，按罚款数额高的规定处罚，留痕可复算")
    void imposesTheHighestFineOfSeveralNorms() {
        signIn();
        page().navigate(address("/items/JN-STALL-31?place=370811&actStart=2024-05-06&decidedOn=2024-08-20"
                + "&partyKind=individual&birthDate=1980-02-03&factsProved=on&fact.overdueNotCorrected=true"
                + "&fact.violation=擅自占用公共场所摆摊设点&amount.fine=300"));
        assertThat(page().locator(".glance")).containsText("50元以上2000元以下");
        page().fill("#normQuery", "zzqqxx");
        page().keyboard().press("Enter");
        assertThat(page().locator("#normQuery-error")).containsText("没有找到“zzqqxx”");
        page().fill("#normQuery", "hjyx");
        page().click("#norm-add");
        page().locator(".candidate", new Page.LocatorOptions().setHasText("GD-ENV-1.3"))
                .click();
        Locator norm = page().locator("#norm-GD-ENV-1\\.3");
        assertThat(norm).containsText("建设单位未依法备案建设项目环境影响登记表");
        assertThat(norm.locator("input:focus")).hasCount(1);
        assertThat(page().locator(".norms-card")).containsText("补全后按罚款数额高的规定处罚");
        page().locator(".norm-questions a").first().click();
        assertThat(norm.locator("input:focus")).hasCount(1);
        answer("海洋工程建设项目", "否");
        answer("建设项目所在区域", "一般区域");
        answer("整改情况", "限期内完成备案手续");
        assertThat(page().locator(".norms-result")).containsText("建设单位未依法备案建设项目环境影响登记表");
        assertThat(page().locator(".norms-table tr.hit")).containsText("1万元");
        assertThat(page().locator(".norms-table tbody tr")).hasCount(2);
        assertThat(page().locator(".glance")).containsText("罚款适用另一事项");
        assertThat(page().locator(".verdict-card .callout")).containsText("本事项的罚款不得再给予");
        photograph("several-norms");
        page().click(".actions button[value=record]");
        page().locator(".receipt-done a.mono").click();
        assertThat(page().locator(".norms-table tr.hit")).containsText("1万元");
        page().click(".aside-first form button");
        assertThat(page().locator("#replayed")).containsText("复算一致");
        page().navigate(address("/items/JN-STALL-31?actStart=2024-05-06&decidedOn=2024-08-20&norm=GD-ENV-1.3"));
        page().locator("#norm-GD-ENV-1\\.3 button[name=removeNorm]").click();
        assertThat(page().locator(".norm")).hasCount(0);
        assertThat(page().locator(".norms-card")).hasCount(0);
    }

    @Test
    @DisplayName("新旧两部法律都有不得适用的基准：各自列明；大写写在拟处罚的判定里")
    void namesRefusedBenchmarksOfBothLaws() {
        signIn();
        page().navigate(address("/items/GD-ENV-2.8.1?place=370811&actStart=2026-06-01&decidedOn=2026-10-12"
                + "&partyKind=organisation&factsProved=on&fact.circumstancesGrade=一般&fact.行为表现形式=偷排"
                + "&fact.排污情况=有毒有害污染物&fact.排放口所在区域=一般区域&fact.整改情况=限期内改正"
                + "&fact.违法行为持续时间=1天以下&fact.近二年同类违法行为情况=1次&amount.fine=20&amountUnit.fine=万元"));
        Locator other = page().locator(".refused-under");
        assertThat(other).containsText("决定时的规定");
        assertThat(other).containsText("不适用");
        assertThat(other).containsText("上位法已失效");
        assertThat(page().locator(".verdict-card .formal")).hasText("人民币贰拾万元整");
        photograph("refused-under-the-other-law");
    }

    @Test
    @DisplayName("重庆市的幅度：只规定最高限的，从轻从一成起，图上照画")
    void drawsTheBandsOfThePlace() {
        signIn();
        page().navigate(address("/items/GD-ENV-1.3?place=500000&actStart=2024-05-06&decidedOn=2024-08-20"
                + "&partyKind=organisation&factsProved=on&fact.marineProject=false"));
        assertThat(page().locator(".glance")).containsText("1.5万元以上3.5万元以下");
        assertThat(page().locator(".piece-band-lighter").first()).hasAttribute("x", "10.000%");
        assertThat(page().locator(".piece-band-heavier").first()).hasAttribute("x", "70.000%");
    }

    @Test
    @DisplayName("本条没有规定的处罚种类：写明违法，不出现程序内部的名称")
    void saysThatAKindTheLawDoesNotKnowIsUnlawful() {
        signIn();
        page().navigate(address("/items/MK-Q49?place=370811&actStart=2026-01-06&decidedOn=2026-03-20"
                + "&partyKind=organisation&factsProved=on&fact.goodsValue=10000&fact.illegalGains=3000"
                + "&fact.circumstancesGrade=一般&amount.fine=20000&amount.detention=5&penalty=closure"));
        assertThat(page().locator(".verdict-line")).containsText("违法");
        assertThat(page().locator(".parts")).containsText("没有规定“行政拘留”");
        assertThat(page().locator(".parts")).containsText("没有规定“责令关闭”");
        assertThat(page().locator("#amount-detention")).isVisible();
    }

    @Test
    @DisplayName("已过追责时效：不予处罚，填了的拟处罚不得作出")
    void saysThatNothingMayBeImposed() {
        signIn();
        page().navigate(address("/items/JN-STALL-31?place=370811&actStart=2022-05-06&discovered=2025-05-01"
                + "&decidedOn=2025-05-20&partyKind=individual&birthDate=1980-02-03&factsProved=on"
                + "&fact.overdueNotCorrected=true&fact.violation=擅自占用公共场所摆摊设点&amount.fine=300"));
        assertThat(page().locator(".ground")).containsText("追责时效");
        assertThat(page().locator(".callout-red")).containsText("不得作出");
        photograph("expired");
    }

    @Test
    @DisplayName("输错时：页首列出每一处并链接到栏目，填过的内容都在")
    void summarisesWhatIsWrongAndKeepsWhatWasEntered() {
        signIn();
        page().navigate(address("/items/MK-F124?actStart=2026-05-06&actEnd=2026-05-01&decidedOn=2026-03-20"
                + "&partyKind=sole-proprietor&idNumber=110105194912310021&socialCreditCode=91350100M000100Y44"
                + "&fact.goodsValue=abc&amount.fine=-5"));
        assertThat(page()).hasTitle(Pattern.compile("错误：.*"));
        Locator summary = page().locator("#error-summary");
        assertThat(summary).isFocused();
        assertThat(summary.locator("li")).hasCount(6);
        assertThat(page().locator("#idNumber")).hasValue("110105194912310021");
        assertThat(page().locator("[name='fact.goodsValue']")).hasValue("abc");
        photograph("bad-input");
        summary.locator("a", new Locator.LocatorOptions().setHasText("货值金额")).click();
        assertThat(page().locator("[name='fact.goodsValue']")).isFocused();
    }

    @Test
    @DisplayName("换成英文，填过的内容不丢")
    void switchesToEnglishAndKeepsTheEntries() {
        signIn();
        page().navigate(address("/items/GD-ENV-1.3?place=370811&actStart=2024-05-06&decidedOn=2024-08-20"
                + "&partyKind=organisation&factsProved=on&amount.fine=8000"));
        page().click("button[name=lang]");
        assertThat(page().locator("html")).hasAttribute("lang", "en");
        assertThat(page().locator("h1")).hasText("Environmental impact registration form not filed");
        assertThat(page().locator("#actStart")).hasValue("2024-05-06");
        assertThat(page().locator("#amount-fine")).hasValue("8000");
        assertThat(page().locator(".glance")).containsText("up to ¥50,000");
        photograph("english");
        page().navigate(address("/items"));
        assertThat(page().locator("h1")).hasText("Find an item");
        page().locator("a.bar-link").click();
        assertThat(page().locator("h1")).hasText("事项检索");
    }

    @Test
    @DisplayName("不用脚本也能用：表单提交，留痕，复算")
    void worksWithoutScripts() {
        window(false);
        signIn();
        page().fill("#q", "gqsp");
        page().click("#search-form button");
        assertThat(page().locator(".results-head")).containsText("找到");
        page().navigate(address("/items/MK-F124"));
        page().fill("#actStart", "2026-01-06");
        page().fill("#decidedOn", "2026-03-20");
        page().click("#preview-button");
        answer("涉嫌犯罪", "否");
        page().locator("[name='fact.goodsValue']").fill("8000");
        answer("情节", "一般");
        page().fill("#amount-fine", "60000");
        page().fill("#normQuery", "MK-F125");
        page().locator("#normQuery").press("Enter");
        assertThat(page().locator(".norm")).hasCount(1);
        page().click(".norm button[name=removeNorm]");
        assertThat(page().locator(".norm")).hasCount(0);
        assertThat(page().locator("#amount-fine-formal")).hasText("人民币陆万元整");
        assertThat(page().locator(".verdict-line")).containsText("偏离");
        assertThat(page().locator(".bar-chart").first()).containsText("从轻");
        page().click(".actions button[value=record]");
        assertThat(page().locator(".receipt-done")).isVisible();
        page().click(".receipt-done button[form=replay-form]");
        assertThat(page().locator("#replayed")).containsText("复算一致");
        complaints.clear();
    }

    @Test
    @DisplayName("规则集、留痕查找、关于、错误页")
    void showsTheOtherPages() {
        page().navigate(address("/about"));
        assertThat(page().locator("a.btn-primary")).hasAttribute("href", "https://example.org/faheng-source");
        photograph("about");
        signIn();
        page().navigate(address("/rulesets/environment/GD-ENV-1.3/440000/2022-01-01"));
        assertThat(page().locator("#row-T4")).containsText("5万元");
        assertThat(page().locator(".adopted")).containsText("示范采用");
        photograph("rule-set");
        page().navigate(address("/rulesets/common/circumstances/2021-07-15"));
        assertThat(page().locator("main")).containsText("主动消除或者减轻违法行为危害后果");
        page().navigate(address("/receipts?id=nothing"));
        assertThat(page().locator(".error-summary")).containsText("nothing");
        photograph("receipt-find");
        page().navigate(address("/items/NO-SUCH-ITEM"));
        assertThat(page().locator("h1")).hasText("没有这一页");
        photograph("not-found");
        complaints.clear();
    }
}
