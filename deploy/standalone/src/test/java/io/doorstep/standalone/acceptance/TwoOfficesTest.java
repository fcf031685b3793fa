package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 两个进程争办一案。 Two processes on one PostgreSQL write to one case at once: no update is lost, none is doubled. */
@TakesMinutes
class TwoOfficesTest {

    private static final int NOTES = Integer.getInteger("acceptance.notes", 60);

    private static final Executor NOTES_AT_ONCE = Executors.newFixedThreadPool(8, task -> {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void racing_for_one_case_lose_no_update_and_double_none() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            String[] settings = {
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"
            };
            try (var one = Office.start(first, settings)) {
                // the second office is of the same house: it has the same master key
                Files.copy(first.resolve("master.key"), second.resolve("master.key"));
                try (var other = Office.start(second, settings)) {
                    race(one, other);
                }
            }
        }
    }

    private static void race(Office one, Office other) throws IOException {
        var categories = one.json("officer", "/api/categories").get("items");
        var receipt = Office.read(one.post("officer", "/api/cases", """
                {"kind": "DISPUTE", "channel": "VISIT", "category": "%s", "place": "430525",
                 "title": "两家争一口井", "petitioners": []}
                """.formatted(
                        categories.get(categories.size() - 1).get("code").stringValue())));
        var caseId = receipt.get("caseId").stringValue();

        // every note is sent to both offices under one key: both must answer the same, and one fact remain
        var sent = IntStream.range(0, NOTES)
                .boxed()
                .flatMap(n -> List.of(one, other).stream()
                        .map(office -> CompletableFuture.supplyAsync(() -> note(office, caseId, n), NOTES_AT_ONCE)))
                .toList();
        var versions = sent.stream().map(CompletableFuture::join).toList();

        var history = one.json("supervisor", "/api/cases/" + caseId + "/history?version=" + (NOTES + 1))
                .get("items");
        assertThat(history.size()).isEqualTo(NOTES + 1);
        assertThat(StreamSupport.stream(history.spliterator(), false)
                        .map(fact -> fact.get("sequence").intValue()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, NOTES).boxed().toList());
        assertThat(versions).hasSize(2 * NOTES);
        assertThat(versions.stream().distinct().count()).as("receipts").isEqualTo(NOTES);
        assertThat(other.json("supervisor", "/api/cases/" + caseId + "?version=" + (NOTES + 1))
                        .get("version")
                        .intValue())
                .isEqualTo(NOTES + 1);
    }

    /** Asks again when told that the office is too busy, as a client does; the key makes that safe. */
    private static long note(Office office, String caseId, int n) {
        try {
            for (var attempt = 0; attempt < 20; attempt++) {
                var answer = office.post(
                        "officer",
                        "/api/cases/" + caseId + "/notes",
                        "{\"text\": \"第 " + n + " 条\"}",
                        "Idempotency-Key",
                        "note-" + n);
                if (answer.statusCode() != 503) {
                    return Office.read(answer).get("version").longValue();
                }
            }
            throw new IllegalStateException("too busy for ever");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
