package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 磁盘将满。 When the disk under the embedded database runs full, what comes in is refused in clear words, and reading goes on. */
class FullDiskTest {

    /** A file system in memory that everybody may write to. */
    private static final Path SMALL = Path.of("/dev/shm");

    private static final int FILLING = 96 << 20;

    @Test
    @TakesMinutes
    void what_comes_in_is_refused_and_reading_goes_on() throws Exception {
        assumeTrue(Files.isWritable(SMALL), "SKIPPED: there is no /dev/shm here");
        var folder = Files.createTempDirectory(SMALL, "doorstep-");
        var filling = folder.resolve("filling");
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            try (var office = Office.start(folder, "--doorstep.disk.reserve=" + (free - (FILLING / 2)) + "B")) {
                var work = new SteadyWork(office);
                var caseId = UUID.randomUUID().toString();
                work.handle(caseId);

                Files.write(filling, new byte[FILLING]);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> note(office, caseId).statusCode() == 503);
                var refused = note(office, caseId);
                assertThat(refused.headers().firstValue("Retry-After")).contains("60");
                assertThat(refused.body()).contains("DISK_FULL", "存储空间已满");
                assertThat(office.json("supervisor", "/api/cases/" + caseId + "?version=5")
                                .get("version")
                                .intValue())
                        .isGreaterThanOrEqualTo(5);
                assertThat(office.get("officer", "/lists/problems").statusCode())
                        .isEqualTo(200);

                Files.delete(filling);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> note(office, caseId).statusCode() == 200);
            }
        } finally {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static java.net.http.HttpResponse<String> note(Office office, String caseId) throws IOException {
        return office.post("handler", "/api/cases/" + caseId + "/notes", "{\"text\": \"已约双方见面\"}");
    }
}
