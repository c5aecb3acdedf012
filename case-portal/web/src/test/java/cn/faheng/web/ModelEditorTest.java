package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.authoring.drafts.Actor;
import cn.faheng.authoring.drafts.Draft;
import cn.faheng.authoring.drafts.DraftJson;
import cn.faheng.authoring.drafts.DraftMaker;
import cn.faheng.authoring.drafts.Drafts;
import cn.faheng.authoring.models.ModelTrials;
import cn.faheng.drafting.difference.SheetDifference;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.engine.trial.ModelTexts;
import cn.faheng.engine.trial.TrialRequest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("browser")
@EnabledIf(value = "cn.faheng.web.Browser#isThere", disabledReason = "没有浏览器 · there is no browser")
@DisplayName("真正的 DMN 编辑器")
class ModelEditorTest extends PageTest {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String RULE_SET = "work-safety/SX-SAFE-2/140000@2022-01-01";
    private static final Actor AUTHOR = new Actor("author", "周敏", Set.of(Actor.Office.AUTHOR));
    private static final Actor COLLEAGUE = new Actor("colleague-author", "同事", Set.of(Actor.Office.AUTHOR));
    private static final double PATIENCE = 240_000;

    @Autowired
    private DraftMaker maker;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ModelTrials models;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    @Test
    @DisplayName("打开规则集的 DMN，改一格，存回；没有改的地方算出来的一样；别人先存的不覆盖；不向外请求")
    void changesOneCell() {
        Draft draft = maker.newVersion(RULE_SET, LocalDate.of(2026, 12, 6), AUTHOR);
        String before = maker.model(draft);
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        Browser.node().orElseThrow().toString())))) {
            Page page = page(playwright);
            Response response =
                    Objects.requireNonNull(page.navigate(address("/authoring/drafts/" + draft.id() + "/model")));
            assertThat(response.headerValue("content-security-policy"))
                    .contains("'sha256-")
                    .doesNotContain("unsafe-eval");
            status(page, "已打开");
            FrameLocator editor = page.frameLocator("#model-editor iframe");
            Locator decision = editor.locator(".react-flow__node-node_decision").first();
            decision.waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("model-editor-diagram.png")));
            decision.hover();
            decision.locator("text=Edit").first().click();
            edit(page, editor, "99999");
            assertThat(page.locator("#model-status")).hasText("有没有保存的修改", within());
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("model-editor-table.png")));
            page.click("#model-save");
            assertThat(page.locator("#model-status"))
                    .containsText("已保存", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));

            Draft saved = drafts.get(draft.id());
            assertThat(saved.expert()).isNull();
            assertThat(saved.revision()).isEqualTo(draft.revision() + 1);
            assertThat(SheetDifference.between(draft.sheet(), saved.sheet()).toString())
                    .contains("99999");
            onlyThatCellDiffers(before, maker.model(saved));

            drafts.save(saved.id(), saved.revision(), noted(saved.content()), "同事的修改", COLLEAGUE);
            edit(page, editor, "88888");
            page.click("#model-save");
            assertThat(page.locator("#model-refused"))
                    .containsText("没有覆盖他人的修改", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#model-refused a")).hasCount(1);
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("model-editor-refused.png")));
            assertThat(drafts.get(draft.id()).content().sheet().notes()).endsWith("（同事补充）");
        }
        complaints.removeIf(text -> text.contains("412"));
        assertThat(complaints)
                .as("complaints of the browser (CSP, missing files)")
                .isEmpty();
        assertThat(outside).as("requests to others").isEmpty();
    }

    private static DraftContent noted(DraftContent content) {
        ObjectNode sheet = DraftJson.MAPPER.valueToTree(content.sheet());
        sheet.put("notes", content.sheet().notes() + "（同事补充）");
        return new DraftContent(
                DraftJson.MAPPER.treeToValue(sheet, Sheet.class),
                content.statute(),
                content.laws(),
                content.cases(),
                content.statuteCases(),
                content.questions());
    }

    private Page page(Playwright playwright) {
        com.microsoft.playwright.Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Browser.chromium().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking")));
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1366, 900)
                .setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.setDefaultNavigationTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address("")) && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        page.navigate(address("/authoring"));
        page.fill("#username", "author");
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private static void edit(Page page, FrameLocator editor, String text) {
        Locator cell = editor.locator(
                "[data-testid='kie-tools--bee--expression-row-1'] [data-testid='kie-tools--bee--expression-column-7']");
        cell.dblclick();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        assertThat(cell).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static void status(Page page, String text) {
        assertThat(page.locator("#model-status")).hasText(text, within());
    }

    private static LocatorAssertions.HasTextOptions within() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private void onlyThatCellDiffers(String before, String after) {
        JsonMapper json = JsonMapper.builder().build();
        for (int staff : List.of(1, 99, 100, 101, 5000)) {
            for (boolean refused : List.of(true, false)) {
                JsonNode inputs = json.readTree("{\"从业人员\": %d, \"refusedToRectify\": %b}".formatted(staff, refused));
                String then = answer(before, inputs);
                String now = answer(after, inputs);
                boolean changed = refused && staff < 100;
                assertThat(now).isEqualTo(changed ? then.replace("\"fineMax\":100000", "\"fineMax\":99999") : then);
                assertThat(now.equals(then)).isEqualTo(!changed);
            }
        }
    }

    private String answer(String model, JsonNode inputs) {
        return models.evaluate(TrialRequest.of(ModelTexts.of(model), inputs))
                .path("decisions")
                .path(0)
                .path("value")
                .toString();
    }
}
