package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 数据库很慢。 Slow answers make pages slow and nothing else; an answer that never comes ends in 503 with clear words after a bounded time, and
 * when the line is well again everything goes on without a restart.
 */
class SlowDatabaseTest {

    private static final Logger LOG = LoggerFactory.getLogger(SlowDatabaseTest.class);

    @TempDir
    Path folder;

    @Test
    @TakesMinutes
    void slow_answers_are_waited_for_and_an_answer_that_never_comes_ends_in_clear_words() throws Exception {
        var database = new Database(folder.resolve("pg"));
        try (var wire = new SlowWire(database.port());
                var office = Office.start(folder, database.settings(wire.port(), "socketTimeout=10"))) {
            var work = new SteadyWork(office);
            work.handle(UUID.randomUUID().toString());
            office.waitForLists();

            wire.delay(50);
            var begun = System.nanoTime();
            var slow = UUID.randomUUID().toString();
            work.handle(slow);
            var written = System.nanoTime();
            assertThat(office.json("supervisor", "/api/lists/problems?size=1")
                            .get("total")
                            .intValue())
                    .isPositive();
            LOG.warn(
                    "50 ms later each: five commands took {} ms, a list {} ms",
                    Duration.ofNanos(written - begun).toMillis(),
                    Duration.ofNanos(System.nanoTime() - written).toMillis());
            assertThat(work.again()).as("nobody was turned away").isZero();

            wire.standStill();
            // more than there are connections
            var asking = IntStream.range(0, 40)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> said(office), task -> new Thread(task).start()))
                    .toList();
            for (var one : asking) {
                assertThat(one.join()).isEqualTo("503 5 true");
            }
            LOG.warn("the line stood still: all 40 heard of it");

            wire.goOn();
            wire.delay(0);
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> office.get("supervisor", "/api/lists/problems?size=1")
                                    .statusCode()
                            == 200);
            var after = UUID.randomUUID().toString();
            work.handle(after);
            for (var caseId : new String[] {slow, after}) {
                assertThat(work.read("supervisor", "/api/cases/" + caseId + "?version=5")
                                .get("version")
                                .intValue())
                        .isEqualTo(5);
            }
        } finally {
            database.stop();
        }
    }

    /** Status, when to ask again, and whether it says why. */
    private static String said(Office office) {
        try {
            var answer = office.get("supervisor", "/api/lists/problems?size=1");
            return answer.statusCode() + " "
                    + answer.headers().firstValue("Retry-After").orElse("-") + " "
                    + answer.body().contains("数据库暂时不能答复");
        } catch (IOException failure) {
            return String.valueOf(failure);
        }
    }
}
