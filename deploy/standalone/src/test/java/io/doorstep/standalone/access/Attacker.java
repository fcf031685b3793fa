package io.doorstep.standalone.access;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 攻击者。 Somebody with an account who sends whatever he likes, and reads what comes back. */
final class Attacker {

    /** Status of an answer that is none, or that ends before its end. */
    static final int BROKEN_OFF = 0;

    private final URI office;
    private final @Nullable String credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Attacker(URI office, @Nullable String credentials) {
        this.office = office;
        this.credentials = credentials;
    }

    /** Somebody with a password, as the demonstration lets programs have one. */
    static Attacker person(URI office, String id, String password) {
        var both = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Attacker(office, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {

        boolean isPage() {
            return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(office.resolve(path)).timeout(Duration.ofSeconds(90));
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            return new Answer(BROKEN_OFF, HttpHeaders.of(Map.of(), (name, value) -> true), String.valueOf(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Bytes that no client would send; answers what comes back, as it is. */
    String raw(String bytes) {
        try (var socket = new Socket(office.getHost(), office.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(64 * 1024), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            return "";
        }
    }

    String authorization() {
        return "Authorization: " + credentials + "\r\n";
    }

    int port() {
        return office.getPort();
    }

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
