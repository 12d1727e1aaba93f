package org.handrail.companion.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Path CHROMIUM = Path.of(System.getProperty("handrail.chromium", "/usr/bin/chromium"));
    private static final Path TOOLS = Path.of(
                    System.getProperty("handrail.tools", "../.handrail/tools"), "node_modules")
            .toAbsolutePath()
            .normalize();

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

    /** Why there is no browser to test with on this machine, if so. */
    static Optional<String> whatIsMissing() {
        if (!Files.isExecutable(CHROMIUM)) {
            return Optional.of("there is no Chromium at " + CHROMIUM);
        }
        if (onPath("node").isEmpty()) {
            return Optional.of("there is no node on the path");
        }
        if (!Files.exists(TOOLS.resolve("package").resolve("cli.js"))) {
            return Optional.of("playwright-core is not installed as 'package' under " + TOOLS);
        }
        return Files.exists(TOOLS.resolve("axe-core"))
                ? Optional.empty()
                : Optional.of("axe-core is not installed under " + TOOLS);
    }

    static RealBrowser open() {
        System.setProperty("playwright.cli.dir", TOOLS.toString());
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", onPath("node").orElseThrow().toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
        return new RealBrowser(playwright, browser);
    }

    /** A page of a person of its own: nobody else's cookies. */
    Page page(Size size, ColorScheme scheme) {
        return page(size, scheme, true);
    }

    /** The same, for somebody whose browser runs no scripts. */
    Page pageWithoutScripts(Size size) {
        return page(size, ColorScheme.LIGHT, false);
    }

    private Page page(Size size, ColorScheme scheme, boolean runsScripts) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(size.width, size.height)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(runsScripts)
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

    /** What axe finds against WCAG 2.2 AA: the rule and where. Contrast is measured in the scheme that the page has. */
    @SuppressWarnings("unchecked")
    static List<String> barriersOn(Page page) {
        page.evaluate(read(TOOLS.resolve("axe-core").resolve("axe.min.js")));
        return (List<String>) page.evaluate("""
                async () => {
                  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
                  const found = await axe.run(document, { runOnly: { type: "tag", values: tags } });
                  if (found.passes.length === 0) {
                    return ["axe looked at nothing"];
                  }
                  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
                }""");
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
