package io.doorstep.federation.upper;

import io.doorstep.federation.Distrust;
import io.doorstep.federation.Distrust.Kind;
import io.doorstep.federation.Stretch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 专线。 Asks a county for a stretch of its facts; follows no redirect, and takes no answer that is too large to be one. */
final class CountyLine {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 128 << 20;
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final LongAdder bytes = new LongAdder();

    /** Bytes that came over the line so far, as they were packed. */
    long bytes() {
        return bytes.sum();
    }

    Stretch ask(Source source, long from, int most) {
        var base = source.url().toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + "/api/federation/facts?from=" + from + "&most=" + most))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + source.token())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new NoAnswer("HTTP_" + answer.statusCode());
                }
                return JSON.readValue(whole(answer, body), Stretch.class);
            }
        } catch (JacksonException malformed) {
            throw new Distrust(Kind.UNREADABLE, from);
        } catch (IOException unreachable) {
            throw new NoAnswer("UNREACHABLE");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("STOPPING");
        }
    }

    private byte[] whole(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        var counted = new Counted(body, bytes);
        var packed = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        var whole = (packed ? new GZIPInputStream(counted) : counted).readNBytes(LARGEST + 1);
        if (whole.length > LARGEST) {
            throw new Distrust(Kind.UNREADABLE, -1);
        }
        return whole;
    }

    private static final class Counted extends java.io.FilterInputStream {
        private final LongAdder bytes;

        Counted(InputStream in, LongAdder bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            bytes.add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = super.read(into, offset, length);
            bytes.add(Math.max(0, some));
            return some;
        }
    }
}
