package io.doorstep.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 异常。 What goes wrong behind a page's back: requests to another host, errors on the console (what the content security
 * policy stopped among them), errors in scripts, and answers from 400 on that the test did not announce.
 */
final class Faults {
    private final List<String> heard = new ArrayList<>();
    private final Set<Integer> announced = new HashSet<>();

    Faults(BrowserContext context, String origin) {
        context.onRequest(request -> foreign(request.url(), origin));
        context.onPage(page -> page.onWebSocket(socket -> foreign(socket.url().replaceFirst("^ws", "http"), origin)));
        context.onResponse(response -> {
            if (response.status() >= 400 && !announced.contains(response.status())) {
                heard.add("answer " + response.status() + ": "
                        + response.request().method() + " " + response.url());
            }
        });
        context.onConsoleMessage(this::console);
        context.onWebError(error -> heard.add("script: " + error.error()));
    }

    void announce(int status) {
        announced.add(status);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void foreign(String url, String origin) {
        if (!url.startsWith(origin + "/") && url.startsWith("http")) {
            heard.add("another host: " + url);
        }
    }

    private void console(ConsoleMessage message) {
        // the answer itself is judged above
        if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
            heard.add("console: " + message.text() + " at " + message.location());
        }
    }
}
