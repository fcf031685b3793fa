package io.doorstep.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 浏览器程序。 The machine's own Chromium, driven by Playwright and cut off from every host but this one. */
final class Chromium implements AutoCloseable {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(SWITCHES));
    }

    static Chromium start() {
        return new Chromium(program().orElseThrow());
    }

    /** Where a browser is: as {@code DOORSTEP_BROWSER} says, or else at a usual place. */
    static Optional<Path> program() {
        var told = System.getenv("DOORSTEP_BROWSER");
        return (told == null || told.isBlank() ? USUAL.stream() : Stream.of(told))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A phone's browser, which has what it kept in that folder; {@code to} is the one office that it reaches. */
    BrowserContext phone(Path folder, String to, Language language) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(program().orElseThrow())
                                .setArgs(SWITCHES)
                                .setBaseURL(to)
                                .setLocale(language.locale)
                                .setTimezoneId("Asia/Shanghai")
                                .setViewportSize(Phone.WIDTH, Phone.HEIGHT)
                                .setIsMobile(true)
                                .setHasTouch(true)
                                .setAcceptDownloads(true));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
