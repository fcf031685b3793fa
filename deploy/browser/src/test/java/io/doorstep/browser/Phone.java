package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** 走访手机。 A phone with the visit app, whose browser can be closed and opened again with all that it kept. */
final class Phone implements AutoCloseable {
    static final int WIDTH = 360;
    static final int HEIGHT = 640;
    static final String PIN = "730519";

    private static final String APP = "/visits/app/";

    private final Chromium chromium;
    private final String office;
    private final Language language;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    Phone(Chromium chromium, String office, Language language) {
        this.chromium = chromium;
        this.office = office;
        this.language = language;
        try {
            folder = Files.createTempDirectory("doorstep-phone-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        context = turnOn();
        page = context.pages().get(0);
    }

    private BrowserContext turnOn() {
        var fresh = chromium.phone(folder, office, language);
        fresh.onWebError(error -> faults.add("script: " + error.error()));
        fresh.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(office + "/")) {
                faults.add("another host: " + request.url());
            }
        });
        return fresh;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Errors in scripts, and requests to anybody but the office. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** First use: sign in, choose the PIN. */
    void begin(String account) {
        page.navigate(APP);
        find("a.button").click();
        signIn(account);
        find("[name=pin]").fill(PIN);
        find("[name=again]").fill(PIN);
        find("#screen [type=submit]").click();
        find("[name=q]").waitFor();
        // from here on it starts without network
        page.evaluate("async () => { await navigator.serviceWorker.ready; }");
    }

    /** On the office's own page, where the app has sent whoever holds the phone. */
    void signIn(String account) {
        find("[name=id]").fill(account);
        find("[name=password]").fill(Office.PASSWORD);
        find("[name=password]").press("Enter");
    }

    void tryPin(String pin) {
        find("[name=pin]").fill(pin);
        find("#screen [type=submit]").click();
        page.waitForFunction("() => !document.querySelector('#screen [type=submit]')?.disabled");
    }

    void go(String screen) {
        page.evaluate("to => { location.hash = to; }", "#/" + screen);
    }

    void takeAlong(List<String> titles) {
        go("take");
        for (var title : titles) {
            find("[name=q]").fill(title);
            find(".pick")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .locator("input")
                    .check();
        }
        find(".bottom button").click();
        find("a.row").first().waitFor();
    }

    /** Writes a visit about a case that was taken along, photos and signature with it, and leaves it ready to be sent. */
    void visit(String title, String findings, List<byte[]> photos) {
        write(title, findings);
        for (var photo : photos) {
            addPhoto(photo);
        }
        sign(photos.size() + 1);
        handOver();
    }

    /** Begins to write about a case. */
    void write(String title, String findings) {
        go("cases");
        find("a.row").filter(new Locator.FilterOptions().setHasText(title)).click();
        find("button.big").click();
        find("[name=findings]").fill(findings);
        find("[name=outcome]").selectOption("COMMITMENT");
        find("[name=commitmentBy]").fill(LocalMinute.inDays(3));
    }

    void addPhoto(byte[] photo) {
        var before = find(".files li").count();
        find("input[type=file][multiple]").setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", photo));
        assertThat(find(".files li")).hasCount(before + 1);
    }

    /** A stroke that no other signature has. */
    void sign(int files) {
        find("details summary").click();
        var box = find("canvas.sign").boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        for (var i = 1; i < 20; i++) {
            page.mouse().move(box.x + 20 + i * 12, box.y + 20 + Math.random() * (box.height - 40));
        }
        page.mouse().up();
        find("details .actions button").first().click();
        assertThat(find(".files li")).hasCount(files);
    }

    void handOver() {
        find("#screen [type=submit]").click();
        find("#outbox").waitFor();
    }

    /** Ends the browser, as when the phone is turned off, and starts it again, with or without network. */
    void restart(boolean online) {
        context.close();
        context = turnOn();
        context.setOffline(!online);
        page = context.pages().get(0);
        page.navigate(APP);
    }

    void unlock() {
        find("[name=pin]").fill(PIN);
        find("#screen [type=submit]").click();
        find("#tabs a").first().waitFor();
    }

    void offline(boolean now) {
        context.setOffline(now);
    }

    /** Visits by case and id, each with the hashes of its files as the phone computes them anew from what it holds. */
    Map<String, List<String>> held() {
        return texts(page.evaluate("""
                async () => {
                  const { list } = await import('/visits/app/outbox.js');
                  const { bytesOfFile } = await import('/visits/app/visits.js');
                  const { sha256 } = await import('/visits/app/bytes.js');
                  return Object.fromEntries(await Promise.all((await list()).map(async ({ visit, files }) =>
                    [`${visit.caseId} ${visit.id}`, await Promise.all(files.map(async file => sha256(await bytesOfFile(file))))])));
                }
                """));
    }

    String deviceId() {
        return String.valueOf(
                page.evaluate("async () => (await (await import('/visits/app/device.js')).device()).deviceId"));
    }

    /** How many items on the phone have a key of that kind. */
    int keptUnder(String kind) {
        return ((Number) page.evaluate(
                        "async kind => (await (await import('/visits/app/store.js')).all('items')).filter(item => item[kind]).length",
                        kind))
                .intValue();
    }

    /** Everything that lies in the phone's database, as text: what somebody sees who copies it. */
    String copied() {
        return String.valueOf(page.evaluate("""
                async () => {
                  const { all, read } = await import('/visits/app/store.js');
                  const show = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                    ? String.fromCharCode(...new Uint8Array(value.buffer ?? value).subarray(0, 100_000)) + new TextDecoder().decode(value)
                    : value && typeof value === 'object' ? Object.values(value).map(show).join('|') : String(value);
                  return [await all('items'), await all('packs'), await all('meta')].map(show).join('\\n');
                }
                """));
    }

    Download export(Locator button) {
        return page.waitForDownload(button::click);
    }

    /** Presses until everything has arrived; the pauses of its own would take minutes. */
    void sendUntilAllArrived() {
        go("outbox");
        find("#send").waitFor();
        for (var i = 0;
                i < 200
                        && find("#outbox [data-state]:not([data-state=ARRIVED], [data-state=DECISION])")
                                        .count()
                                > 0;
                i++) {
            find("#send").click();
            page.waitForFunction("async () => !(await import('/visits/app/retry.js')).situation().running");
        }
        assertThat(find("[role=status] p").first())
                .containsText(language == Language.ZH ? "全部送达" : "All", new ContainsTextOptions().setTimeout(10_000));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> texts(Object found) {
        return (Map<String, List<String>>) found;
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
