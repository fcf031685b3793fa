package io.doorstep.browser;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * 断断续续的线路。 Stands between a phone and the office. When it is bad it cuts half of the requests to the interface in the middle:
 * of the request, of the answer, or behind the server's back when all was done and before anybody heard of it.
 */
final class FlakyLine implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final int LARGEST_HEAD = 64 * 1024;

    private final ServerSocket entrance;
    private final int office;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    // the same cuts in each run, as far as the browser asks in the same order
    private final Random chance = new Random(6);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cutInRequest = new AtomicInteger();
    private final AtomicInteger cutInAnswer = new AtomicInteger();
    private final AtomicInteger unheard = new AtomicInteger();
    private volatile State state = State.GOOD;

    /** 线路状态。 */
    enum State {
        GOOD,
        BAD,
        DOWN
    }

    FlakyLine(int office) {
        this.office = office;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::listen);
    }

    String origin() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    void is(State now) {
        state = now;
    }

    /** Requests to the interface while it was bad. */
    int asked() {
        return asked.get();
    }

    /** How many of them were cut, in which way. */
    int cut() {
        return cutInRequest.get() + cutInAnswer.get() + unheard.get();
    }

    @Override
    public String toString() {
        return "%d asked, %d cut in the request, %d in the answer, %d done and unheard of"
                .formatted(asked.get(), cutInRequest.get(), cutInAnswer.get(), unheard.get());
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try {
                var caller = entrance.accept();
                threads.execute(() -> carry(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One request and its answer; then the connection ends, so that each request takes its chance anew. */
    private void carry(Socket caller) {
        try (caller) {
            var head = head(caller.getInputStream());
            if (state == State.DOWN || head.length == 0) {
                return;
            }
            var text = new String(head, StandardCharsets.ISO_8859_1);
            var length = LENGTH.matcher(text);
            var body = caller.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            var fate = fate(text);
            try (var server = new Socket(InetAddress.getLoopbackAddress(), office)) {
                var out = server.getOutputStream();
                if (fate == 0) {
                    cutInRequest.incrementAndGet();
                    out.write(single(text));
                    out.write(body, 0, body.length / 2);
                    out.flush();
                    return;
                }
                out.write(single(text));
                out.write(body);
                out.flush();
                var answer = server.getInputStream().readAllBytes();
                if (fate == 1) {
                    cutInAnswer.incrementAndGet();
                    answer = Arrays.copyOf(answer, answer.length - Math.min(answer.length, 9));
                } else if (fate == 2) {
                    unheard.incrementAndGet();
                    return;
                }
                caller.getOutputStream().write(answer);
            }
        } catch (IOException torn) {
            // that is what lines do
        }
    }

    /** 0 to 2 the three ways to be cut, 3 to get through. */
    private synchronized int fate(String head) {
        if (state != State.BAD || !head.contains(" /api/")) {
            return 3;
        }
        asked.incrementAndGet();
        return chance.nextBoolean() ? chance.nextInt(3) : 3;
    }

    private static byte[] single(String head) {
        return head.replaceFirst("(?im)^connection: .*$", "Connection: close").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var end = 0;
        while (end < 4 && head.size() < LARGEST_HEAD) {
            var next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    @Override
    public void close() throws IOException {
        ((Closeable) entrance).close();
        threads.shutdownNow();
    }
}
