package io.doorstep.browser;

import static org.awaitility.Awaitility.await;

import io.doorstep.standalone.Doorstep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 一个办公室。 A running process of the product on data of its own, and what tests do there without a browser. */
final class Office implements AutoCloseable {
    /** Of all demo accounts. */
    static final String PASSWORD = "doorstep-demo";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START = Duration.ofMinutes(5);

    private final String origin;
    private final List<String> command;
    private final Path folder;
    private @Nullable Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Cookies of who signed in before, so that not every test does it again. */
    final Map<String, String> sessions = new HashMap<>();

    private Office(String origin, List<String> command, Path folder) {
        this.origin = origin;
        this.command = command;
        this.folder = folder;
    }

    /**
     * The demonstration with its year of cases, loaded and on the lists; with {@code -Dbrowser.office=<address>} one that
     * runs already, so that writing a test does not begin with half a minute of waiting.
     */
    static Office ofTheDemonstration() {
        var running = System.getProperty("browser.office");
        if (running != null) {
            return new Office(running, List.of(), Path.of("."));
        }
        var office = start("--spring.profiles.active=demo");
        office.waitFor("the demo year", () -> office.log().contains("the demo year is loaded"));
        office.waitForLists();
        return office;
    }

    /** The demonstration's accounts and places, and no case: one of the test's own, to be stopped and started again. */
    static Office ofDemoAccounts() {
        var office = start("--spring.profiles.active=demo", "--doorstep.demo.year=false");
        office.waitForLists();
        return office;
    }

    /** Nothing in it, not even an account. */
    static Office ofTheFirstDay() {
        return start();
    }

    private static Office start(String... settings) {
        try {
            var port = freePort();
            var folder = Files.createTempDirectory("doorstep-browser-");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
            command.addAll(product());
            command.addAll(List.of("--server.port=" + port, "--doorstep.data=" + folder.resolve("data")));
            command.addAll(List.of(settings));
            var office = new Office("http://localhost:" + port, List.copyOf(command), folder);
            office.startAgain();
            return office;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the process, on the data that the one before it left. */
    void startAgain() {
        try {
            var fresh = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
            process = fresh;
            Runtime.getRuntime().addShutdownHook(new Thread(fresh::destroyForcibly));
            waitFor("the start", this::isUp);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As when the power fails. */
    void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** The runnable file that lies beside the packaged module; before packaging, the module's classes. */
    private static List<String> product() {
        try {
            var module = Path.of(Doorstep.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(module)
                    ? List.of("-cp", System.getProperty("java.class.path"), Doorstep.class.getName())
                    : List.of("-jar", module.resolveSibling("doorstep.jar").toString());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where its pages begin, without a slash at the end. */
    String origin() {
        return origin;
    }

    String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode json(String who, String path) {
        return read(send(request(who, path).GET()));
    }

    /** A command by somebody; anything but success is an error that says what came instead. */
    JsonNode command(String who, String path, String json) {
        return read(send(
                request(who, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json))));
    }

    /** A file given in by somebody. */
    JsonNode upload(String who, String path, Path file) throws IOException {
        var boundary = "part-of-a-form";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return read(send(request(who, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    /** Waits until the lists have seen every fact. */
    void waitForLists() {
        waitFor(
                "the lists",
                () -> send(request("admin", "/actuator/prometheus").GET())
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("doorstep_projection_lag_events"))
                        .allMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) == 0));
    }

    @Override
    public void close() throws IOException {
        kill();
        if (!command.isEmpty()) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    int port() {
        return URI.create(origin).getPort();
    }

    /** What it keeps in its folder; only while its process has ended. */
    KeptFiles keptFiles() {
        return new KeptFiles(folder.resolve("data").toAbsolutePath());
    }

    private boolean isUp() {
        try {
            return send(HttpRequest.newBuilder(URI.create(origin + "/actuator/health")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void waitFor(String what, BooleanSupplier condition) {
        await().alias(what).atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            var running = process;
            if (running != null && !running.isAlive()) {
                throw new IllegalStateException("the process ended:\n" + log());
            }
            return condition.getAsBoolean();
        });
    }

    private HttpRequest.Builder request(String who, String path) {
        var credentials = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
