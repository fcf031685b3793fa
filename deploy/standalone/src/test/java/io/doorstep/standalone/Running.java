package io.doorstep.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** 运行中的单机版。 The product on a port of its own, and a browser with its cookies. */
public final class Running implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Running with(String... settings) {
        var all = new ArrayList<>(List.of("--server.port=0"));
        all.addAll(List.of(settings));
        return new Running(new SpringApplicationBuilder(Doorstep.class).run(all.toArray(String[]::new)));
    }

    /** The same by a clock of the test's own. */
    public static Running by(Clock clock, String... settings) {
        var all = new ArrayList<>(List.of("--server.port=0"));
        all.addAll(List.of(settings));
        return new Running(new SpringApplicationBuilder(Doorstep.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(all.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Asks as a program or, without a header, as whoever is signed in. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Commands likewise. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> trace(String path) {
        return send(request(path).method("TRACE", BodyPublishers.noBody()));
    }

    /** Sends a page's form as a browser does, with the token that the page carries. */
    HttpResponse<String> submit(String page, String action, String... fields) {
        var token = get(page).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var body = new StringBuilder("_csrf=" + encoded(token));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** The header of somebody with a password. */
    public static String basic(String id, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public URI address(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://localhost:" + (server == null ? 0 : server.getPort()) + path);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
