package io.doorstep.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;

/** 桌面。 One person's browser window: their session, language and screen. */
final class Desk implements AutoCloseable {
    private final String account;
    private final BrowserContext context;
    private final Faults faults;
    private final Page page;

    Desk(String account, String origin, BrowserContext context) {
        this.account = account;
        this.context = context;
        this.faults = new Faults(context, origin);
        this.page = context.newPage();
    }

    String account() {
        return account;
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the office, which has to answer with a page. */
    Desk open(String address) {
        var answer = page.navigate(address);
        assertThat(answer == null ? 0 : answer.status()).as(address).isEqualTo(200);
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Those of them that show some words. */
    Locator find(String selector, String words) {
        return page.locator(selector).filter(new Locator.FilterOptions().setHasText(words));
    }

    void signIn(String id, String password) {
        open("/login");
        page.locator("[name=id]").fill(id);
        page.locator("[name=password]").fill(password);
        page.locator("[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** A refusal or another answer from 400 on that belongs to the test, and is no fault. */
    Desk mayHear(int status) {
        faults.announce(status);
        return this;
    }

    List<String> faults() {
        return faults.heard();
    }

    /** What stands on the screen becomes a picture of the handbook; see {@link Pictures}. */
    void picture(String name) {
        Pictures.keep(name, page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
    }

    /** A part of the page becomes a picture of the handbook. */
    void picture(String name, String selector) {
        Pictures.keep(
                name,
                find(selector)
                        .screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
    }

    /** The whole page, from top to bottom, into a file. */
    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
