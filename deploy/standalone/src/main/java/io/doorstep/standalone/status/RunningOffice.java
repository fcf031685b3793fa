package io.doorstep.standalone.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 运行中的办公系统。 An office that runs somewhere, asked over HTTP with a token. */
final class RunningOffice {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;
    private final String token;

    private RunningOffice(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** As the settings say; null when they do not say where. */
    static @Nullable RunningOffice of(Map<String, String> settings, Map<String, String> environment)
            throws IOException {
        var url = settings.get("url");
        if (url == null) {
            return null;
        }
        var file = settings.get("token-file");
        var token = file == null
                ? environment.getOrDefault("DOORSTEP_TOKEN", "")
                : Files.readString(Path.of(file)).strip();
        return new RunningOffice(url.replaceFirst("/+$", ""), token);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(url + path)));
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(
                request.timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP " + answer.statusCode() + " " + title(answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /** What the office said about it, if it said so in its way. */
    private static String title(String body) {
        return body.startsWith("{") ? JSON.readTree(body).path("title").asString("") : "";
    }

    static Map<String, String> settings(String... arguments) {
        Map<String, String> settings = new TreeMap<>();
        for (var argument : arguments) {
            if (argument.startsWith("--")) {
                var end = argument.indexOf('=');
                settings.put(
                        argument.substring(2, end < 0 ? argument.length() : end),
                        end < 0 ? "" : argument.substring(end + 1));
            }
        }
        return settings;
    }
}
