package io.doorstep.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** 大备份。 Memory does not grow with the history: a process that may take 256 MB backs it up and restores it. */
class LargeBackupTest {

    private static final String FACTS = System.getProperty("acceptance.facts", "100000");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    @EnabledIfEnvironmentVariable(
            named = "DOORSTEP_ACCEPTANCE_REQUIRED",
            matches = "true",
            disabledReason = "SKIPPED, it takes minutes: see deploy/acceptance/restore.sh")
    void a_long_history_is_backed_up_and_restored_in_little_memory(String engine) throws Exception {
        var h2 = "H2".equals(engine);
        var from = h2 ? "jdbc:h2:file:" + folder.resolve("from") + ";WRITE_DELAY=0" : Databases.postgresUrl();
        var to = h2 ? "jdbc:h2:file:" + folder.resolve("to") + ";WRITE_DELAY=0" : Databases.postgresUrl();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBackup.class.getName(),
                        from,
                        to,
                        folder.toString(),
                        FACTS))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        LoggerFactory.getLogger(LargeBackupTest.class).warn("{}: {}", engine, said);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
