package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 一个正在运行的办公室。 One process of the product, started as an operator starts it, and a client that talks to it. */
public final class Office implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Office(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a process on a data folder, with the demonstration's accounts but without its year, and waits until it is up. */
    public static Office start(Path data, String... settings) {
        try {
            var port = freePort();
            var log = Files.createTempFile("doorstep-", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.doorstep.standalone.Doorstep",
                    "--server.port=" + port,
                    "--spring.profiles.active=demo",
                    "--doorstep.demo.year=false",
                    "--doorstep.limits.share=0",
                    "--doorstep.data=" + data));
            command.addAll(List.of(settings));
            var process = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var office = new Office(process, port, log);
            await().atMost(START).pollInterval(Duration.ofMillis(200)).until(office::isUp);
            return office;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** An orderly stop. */
    @Override
    public void close() {
        process.destroy();
        if (!process.onExit()
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .handle((p, late) -> late == null)
                .join()) {
            kill();
        }
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
                .until(() -> lag() == 0);
    }

    private double lag() throws IOException {
        return get("admin", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("doorstep_projection_lag_events"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElseThrow(() -> new IllegalStateException("no lag is measured"));
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    File log() {
        return log.toFile();
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

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process ended, see " + log);
        }
        try {
            return get("officer", "/api/lists/problems?size=1").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
