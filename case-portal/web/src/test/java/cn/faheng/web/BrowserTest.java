package cn.faheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** A real browser on the running portal, which takes pictures and complains of what its console complains of. */
@Tag("browser")
@EnabledIf(value = "cn.faheng.web.Browser#isThere", disabledReason = "没有浏览器 · there is no browser")
abstract class BrowserTest extends PageTest {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String AXE = axe();

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser browser;

    protected final List<String> complaints = new ArrayList<>();
    private @Nullable BrowserContext context;
    private @Nullable Page open;

    @BeforeAll
    static void launch() {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        Browser.node().orElseThrow().toString())));
        browser = Objects.requireNonNull(playwright)
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Browser.chromium().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openWindow() {
        window(true);
    }

    protected final void window(boolean scripts) {
        close();
        context = Objects.requireNonNull(browser)
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1366, 900)
                        .setLocale("zh-CN")
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(30_000);
        open = context.newPage();
        open.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
            context = null;
        }
        assertThat(complaints)
                .as("complaints of the browser (CSP, missing files)")
                .isEmpty();
    }

    protected final Page page() {
        return Objects.requireNonNull(open);
    }

    protected final void signIn() {
        signIn("officer");
    }

    protected final void signIn(String who) {
        page().navigate(address("/items"));
        page().fill("#username", who);
        page().fill("#password", PASSWORD);
        page().click("form.card-body button[type=submit]");
        assertThat(page()).hasURL(Pattern.compile(".*/items.*"));
    }

    /** Chooses an answer of a question by the words an officer reads. */
    protected final void answer(String question, String answer) {
        Locator box = page().locator("#sheet .question", new Page.LocatorOptions().setHasText(question))
                .first();
        box.locator(".choice", new Locator.LocatorOptions().setHasText(answer))
                .first()
                .click();
    }

    /** Keeps a picture for a desk and one for a phone, and lets axe look at both. */
    protected final void photograph(String name) {
        for (int width : new int[] {1366, 390}) {
            page().setViewportSize(width, 844);
            // As tall as the page, so that nothing lies behind the bars that stick to the edges of a window.
            int height = ((Number) page().evaluate("() => document.documentElement.scrollHeight")).intValue();
            page().setViewportSize(width, Math.min(height, 14_000));
            page().screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            Object tooWide = page().evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(tooWide)
                    .as(name + " at " + width + " px scrolls sideways")
                    .isEqualTo(0);
            page().evaluate(AXE);
            Object violations = page().evaluate(
                            """
                    async () => (await axe.run(document, {runOnly:
                        ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations
                        .map(v => v.impact + ' ' + v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
                    """);
            assertThat((List<?>) violations)
                    .as("axe on " + name + " at " + width + " px")
                    .isEmpty();
        }
        page().setViewportSize(1366, 900);
    }

    private static String axe() {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
