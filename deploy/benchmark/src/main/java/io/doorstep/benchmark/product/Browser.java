package io.doorstep.benchmark.product;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** A browser in which one demo account is signed in. */
public final class Browser {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(int port, String account) throws IOException, InterruptedException {
        this.origin = "http://localhost:" + port;
        var page = send(HttpRequest.newBuilder(URI.create(origin + "/login")).GET(), 200);
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        send(
                HttpRequest.newBuilder(URI.create(origin + "/login"))
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString("_csrf=" + token + "&id=" + account + "&password=doorstep-demo")),
                302);
        send(HttpRequest.newBuilder(URI.create(origin + "/about")).GET(), 200);
    }

    public String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET(), 200);
    }

    void post(String path, String json, String key, @Nullable Integer version)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        send(request, version == null ? 201 : 200);
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + " from " + answer.uri() + ": " + answer.body());
        }
        return answer.body();
    }
}
