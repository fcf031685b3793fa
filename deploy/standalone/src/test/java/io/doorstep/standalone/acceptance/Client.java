package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 程序客户端。 A program that talks to an office at a port of this machine, with the demonstration's accounts. */
class Client {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Client(int port) {
        this.port = port;
    }

    HttpResponse<String> post(String who, String path, String json, String... headers) throws IOException {
        var request = request(who, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String who, String path) throws IOException {
        return send(request(who, path).GET().build());
    }

    /** The answer as JSON; anything but success is an error that says what came instead. */
    JsonNode json(String who, String path) {
        try {
            return read(get(who, path));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Sends a ledger with its mapping, and answers the import's id. */
    String importLedger(String who, Path ledger, Path mapping) {
        try {
            var boundary = "doorstep-boundary";
            var body = new java.io.ByteArrayOutputStream();
            part(body, boundary, "mapping", "mapping.json", "application/json", Files.readAllBytes(mapping));
            part(
                    body,
                    boundary,
                    "file",
                    String.valueOf(ledger.getFileName()),
                    "application/octet-stream",
                    Files.readAllBytes(ledger));
            body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = send(request(who, "/api/imports")
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build());
            return read(answer).get("importId").stringValue();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Sends a ledger with its mapping, for an import or a rehearsal of one. */
    HttpResponse<String> importLedger(String who, byte[] ledger, String mapping, boolean dryRun) throws IOException {
        var boundary = "doorstep-boundary";
        var body = new java.io.ByteArrayOutputStream();
        part(body, boundary, "mapping", "mapping.json", "application/json", mapping.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "file", "ledger.csv", "text/csv", ledger);
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\n" + dryRun + "\r\n--"
                        + boundary + "--\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return send(multipart(who, "/api/imports", boundary, body.toByteArray()));
    }

    /** Sends a file. */
    HttpResponse<String> upload(String who, String path, String name, byte[] content) throws IOException {
        var boundary = "doorstep-boundary";
        var body = new java.io.ByteArrayOutputStream();
        part(body, boundary, "file", name, "text/plain", content);
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(multipart(who, path, boundary, body.toByteArray()));
    }

    private HttpRequest multipart(String who, String path, String boundary, byte[] body) {
        return request(who, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Waits until the lists have seen every fact. */
    void waitForLists() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> lag() == 0 && isShown());
    }

    /** Whether the edition of the lists that serves has been found complete. */
    private boolean isShown() throws IOException {
        for (var edition : read(get("admin", "/api/editions")).get("editions")) {
            if (edition.get("serves").booleanValue()) {
                return edition.get("state").stringValue().equals("COMPLETE");
            }
        }
        return false;
    }

    private double lag() throws IOException {
        return metric("doorstep_projection_lag_events");
    }

    /** The greatest of the numbers that go by a name. */
    double metric(String name) throws IOException {
        return get("admin", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElseThrow(() -> new IllegalStateException("not measured: " + name));
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void part(
            java.io.OutputStream body, String boundary, String name, String file, String type, byte[] content)
            throws IOException {
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private HttpRequest.Builder request(String who, String path) {
        var credentials = who + ":doorstep-demo";
        return HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
