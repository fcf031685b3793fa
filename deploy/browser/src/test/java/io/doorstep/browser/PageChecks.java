package io.doorstep.browser;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.SoftAssertions;

/** 页面检查。 What holds for every page: nobody is kept out, nothing scrolls sideways, it weighs little; and its portrait. */
final class PageChecks {
    /** Bytes over the wire with an empty cache, headers included. */
    private static final long HEAVIEST = 500 * 1024;

    private PageChecks() {}

    /** Opens an address, says everything that is wrong with it at once, and leaves its portrait in {@code target/pictures}. */
    static void open(Desk desk, String address, Size size, String portrait) {
        var weight = weigh(desk);
        desk.open(address);
        settle(desk);
        desk.photograph(Path.of("target", "pictures", portrait + ".png"));
        var width = (Number) desk.page().evaluate("document.documentElement.scrollWidth");
        var found = new SoftAssertions();
        found.assertThat(weight.get()).as("bytes over the wire").isPositive().isLessThan(HEAVIEST);
        found.assertThat(width.intValue()).as("width in pixels").isLessThanOrEqualTo(size.width);
        found.assertThat(Axe.serious(desk.page())).as("axe").isEmpty();
        found.assertAll();
    }

    private static AtomicLong weigh(Desk desk) {
        var bytes = new AtomicLong();
        var devtools = desk.page().context().newCDPSession(desk.page());
        devtools.send("Network.enable");
        var empty = new JsonObject();
        empty.addProperty("cacheDisabled", true);
        devtools.send("Network.setCacheDisabled", empty);
        devtools.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes;
    }

    /** Until fonts are there and no part of the page is being fetched. The network is never idle: pages listen for news. */
    private static void settle(Desk desk) {
        desk.page()
                .waitForFunction(
                        "() => document.fonts.status === 'loaded' && !document.querySelector('.htmx-request, [aria-busy=true]')");
    }
}
