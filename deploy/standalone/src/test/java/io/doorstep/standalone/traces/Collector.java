package io.doorstep.standalone.traces;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** 接收端。 A collector of traces: takes what is sent by OTLP over HTTP, as it stands in opentelemetry-proto's trace.proto. */
final class Collector implements AutoCloseable {

    record Received(
            String trace, String id, String parent, String name, long kind, long status, Map<String, String> words) {}

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Everything that came, as the bytes are: what stands in them stands in plain text. */
    String raw() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    Map<String, String> process() {
        return Wire.of(bodies.get(0))
                .messages(1)
                .flatMap(of -> of.messages(1))
                .map(of -> words(of, 1))
                .findFirst()
                .orElseThrow();
    }

    List<Received> spans() {
        return bodies.stream()
                .flatMap(body -> Wire.of(body).messages(1))
                .flatMap(ofProcess -> ofProcess.messages(2))
                .flatMap(ofScope -> ofScope.messages(2))
                .map(span -> new Received(
                        span.hex(1),
                        span.hex(2),
                        span.hex(4),
                        span.text(5),
                        span.value(6),
                        span.messages(15).mapToLong(status -> status.value(3)).sum(),
                        words(span, 9)))
                .toList();
    }

    private static Map<String, String> words(Wire message, int number) {
        return message.messages(number)
                .collect(Collectors.toMap(
                        pair -> pair.text(1),
                        pair -> pair.messages(2)
                                .map(value -> value.text(1).isEmpty() ? String.valueOf(value.value(3)) : value.text(1))
                                .findFirst()
                                .orElse("")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
