package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * 在旁重建。 While officers work on and somebody reads the problem list without a pause, the lists are built anew beside, the process is killed
 * half-way, the new edition is put to serve and taken back: no answer ever has fewer cases than one before it.
 */
class RebuildBesideTest {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildBesideTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CASES = Integer.getInteger("acceptance.cases", 150);

    /** A new edition may be a moment behind the old one when it begins to serve. */
    private static final int A_MOMENT_S_WORK = 6;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<Office> running = new AtomicReference<>();

    @TempDir
    Path folder;

    @Test
    @TakesMinutes
    void no_reader_misses_a_case_while_the_lists_are_built_anew_switched_and_switched_back() throws Exception {
        var port = Office.freePort();
        var office = again(port);
        try {
            var work = new SteadyWork(office);
            for (var n = 0; n < CASES; n++) {
                work.handle(UUID.randomUUID().toString());
            }
            office.waitForLists();
            var working = CompletableFuture.runAsync(() -> write(work), task -> new Thread(task).start());
            var reading = CompletableFuture.runAsync(this::read, task -> new Thread(task).start());

            var begun = System.nanoTime();
            Client.read(office.post("admin", "/api/editions/rebuild", "{\"reason\": \"演练\"}"));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> beside().get("percent").intValue() > 5);
            office.kill();
            var killed = System.nanoTime();
            office = again(port);
            var up = System.nanoTime();
            assertThat(serving()).isEqualTo("A");
            await().atMost(PATIENCE)
                    .until(() -> beside().get("state").stringValue().equals("COMPLETE"));
            LOG.warn(
                    "killed {} ms after it was asked for, up again after {} ms, complete {} ms later",
                    millis(begun, killed),
                    millis(killed, up),
                    millis(up, System.nanoTime()));

            swap("B");
            work.read("supervisor", "/api/lists/problems?size=1");
            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !reading.isDone());
            swap("A");
            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !reading.isDone());

            over.set(true);
            working.join();
            reading.join();
            for (var edition : new String[] {"A", "B"}) {
                if (!serving().equals(edition)) {
                    swap(edition);
                }
                office.waitForLists();
                assertThat(office.json("admin", "/api/completeness")
                                .get("faults")
                                .intValue())
                        .isZero();
                assertThat(total())
                        .as("in edition %s", edition)
                        .isEqualTo(work.acknowledged().size());
            }
            LOG.warn(
                    "{} cases, {} answers read, none with a case missing",
                    work.acknowledged().size(),
                    answers.get());
        } finally {
            over.set(true);
            office().close();
        }
    }

    private Office again(int port) {
        var office = Office.launch(
                        folder, Map.of(), port, "--doorstep.reading.batch=20", "--doorstep.completeness.cron=-")
                .up();
        running.set(office);
        return office;
    }

    private Office office() {
        return Objects.requireNonNull(running.get());
    }

    /** A case every quarter of a second: far more than a county has in its busiest hour. */
    private void write(SteadyWork work) {
        while (!over.get()) {
            work.handle(UUID.randomUUID().toString());
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private void read() {
        var most = (long) CASES;
        while (!over.get()) {
            try {
                var answer = office().get("supervisor", "/api/lists/problems?size=1");
                assertThat(answer.body()).doesNotContain("LISTS_BEING_BUILT");
                if (answer.statusCode() == 200) {
                    var total = Client.read(answer).get("total").longValue();
                    assertThat(total).isGreaterThanOrEqualTo(Math.max(CASES, most - A_MOMENT_S_WORK));
                    most = Math.max(most, total);
                    answers.incrementAndGet();
                }
            } catch (IOException killed) {
                // it is not there for a while: no answer misses nothing
            }
        }
    }

    private long total() {
        return office().json("supervisor", "/api/lists/problems?size=1")
                .get("total")
                .longValue();
    }

    private void swap(String edition) throws IOException {
        Client.read(office().post("admin", "/api/editions/switch", "{\"reason\": \"演练\"}"));
        assertThat(serving()).isEqualTo(edition);
    }

    private String serving() {
        return one(true).get("edition").stringValue();
    }

    private JsonNode beside() {
        return one(false);
    }

    private JsonNode one(boolean serves) {
        for (var edition : office().json("admin", "/api/editions").get("editions")) {
            if (edition.get("serves").booleanValue() == serves) {
                return edition;
            }
        }
        throw new AssertionError("one serves and one does not");
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }
}
