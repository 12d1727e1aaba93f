package org.handrail.companion.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The machine's own Chromium, driven by Playwright's npm package under {@code handrail.tools}. Where one of the parts is
 * missing the tests that need it are skipped, and say so.
 */
final class RealBrowser implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /** How large the window is. */
    enum Size {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }
    }

    private RealBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static RealBrowser open() {
        var chromium = Path.of(System.getProperty("handrail.chromium", "/usr/bin/chromium"));
        var tools = Path.of(System.getProperty("handrail.tools", "../.handrail/tools"), "node_modules")
                .toAbsolutePath()
                .normalize();
        Optional<Path> node = onPath("node");
        assumeTrue(Files.isExecutable(chromium), "Skipped: there is no Chromium at " + chromium);
        assumeTrue(node.isPresent(), "Skipped: there is no node on the path");
        assumeTrue(
                Files.exists(tools.resolve("package").resolve("cli.js")),
                "Skipped: Playwright's npm package is not under " + tools);
        System.setProperty("playwright.cli.dir", tools.toString());
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.orElseThrow().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
        return new RealBrowser(playwright, browser);
    }

    /** A page of a person of its own: nobody else's cookies. */
    Page page(Size size, ColorScheme scheme) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(size.width, size.height)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setDeviceScaleFactor(1))
                .newPage();
        page.setDefaultTimeout(10_000);
        return page;
    }

    static void signIn(Page page, String house, String name) {
        page.navigate(house + "/sign-in");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(Neighbours.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
