package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 十倍负荷。 Ten times as many as a busy office has at once write and read without a pause. Each is answered, or asked in clear words to come
 * again; nobody hears of a bug, what was acknowledged is there, and a moment after the rush all is as quick as before.
 */
class TenfoldLoadTest {

    private static final Logger LOG = LoggerFactory.getLogger(TenfoldLoadTest.class);
    private static final int USUAL = 8;
    private static final Duration RUSH = Duration.ofSeconds(Integer.getInteger("acceptance.rush", 30));

    private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @Test
    @TakesMinutes
    void each_is_answered_or_asked_to_come_again_and_what_was_acknowledged_is_there() throws Exception {
        try (var office = Office.start(folder)) {
            var work = new SteadyWork(office);
            for (var n = 0; n < 20; n++) {
                work.handle(UUID.randomUUID().toString());
            }
            office.waitForLists();
            var before = quickest(office);

            var end = System.nanoTime() + RUSH.toNanos();
            var working = work.start(USUAL * 5);
            var reading = CompletableFuture.allOf(IntStream.range(0, USUAL * 5)
                    .mapToObj(
                            n -> CompletableFuture.runAsync(() -> read(office, end), task -> new Thread(task).start()))
                    .toArray(CompletableFuture<?>[]::new));
            reading.join();
            work.stop();
            working.join();

            LOG.warn(
                    "{} commands acknowledged, {} times asked to come again; lists answered with {}",
                    work.commands(),
                    work.again(),
                    new TreeMap<>(answers));
            assertThat(answers.keySet()).isSubsetOf(200, 429, 503);
            assertThat(answers.get(200)).isNotNull();
            await().atMost(Duration.ofSeconds(60)).until(() -> quickest(office) < Math.max(300, before * 5));
            office.waitForLists();
            for (var caseId : work.acknowledged().keySet()) {
                assertThat(work.read("supervisor", "/api/cases/" + caseId + "?version=5")
                                .get("version")
                                .intValue())
                        .isEqualTo(5);
            }
            assertThat(office.json("admin", "/api/completeness").get("faults").intValue())
                    .isZero();
        }
    }

    private void read(Office office, long end) {
        while (System.nanoTime() < end) {
            try {
                var answer = office.get("supervisor", "/api/lists/problems?size=50");
                answers.computeIfAbsent(answer.statusCode(), status -> new AtomicLong())
                        .incrementAndGet();
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
            } catch (IOException refused) {
                answers.computeIfAbsent(-1, status -> new AtomicLong()).incrementAndGet();
            }
        }
    }

    /** The quickest of five looks at a list, in milliseconds. */
    private static long quickest(Office office) {
        return IntStream.range(0, 5)
                .mapToLong(n -> {
                    var begun = System.nanoTime();
                    office.json("supervisor", "/api/lists/problems?size=50");
                    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                })
                .min()
                .orElseThrow();
    }
}
