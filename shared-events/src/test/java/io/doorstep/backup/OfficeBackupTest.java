package io.doorstep.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.BackupRuns.State;
import io.doorstep.backup.OfficeBackup.Answer;
import io.doorstep.store.AppendOrder;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficeBackupTest {

    private final SetClock clock = new SetClock(Filled.NOW);

    @TempDir
    Path folder;

    private OfficeBackup office(Filled filled, String node) {
        var recipients = List.of(filled.pair.recipient());
        return new OfficeBackup(
                new Backup(filled.recorded.database, "0.1.0", AppendOrder.LOCK),
                Optional.of(new Places(folder.resolve("facts"), folder.resolve("keys"), recipients, recipients)),
                new Shelf(2, Duration.ofDays(7)),
                runs(filled, node),
                filled.recorded.ledger,
                clock);
    }

    private BackupRuns runs(Filled filled, String node) {
        return new BackupRuns(filled.recorded.jdbc, node, clock);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void of_several_nodes_one_makes_the_backup_of_the_night(DataSource database) {
        var filled = new Filled(database, AppendOrder.LOCK);
        assertThat(runs(filled, "one").age()).isNaN();
        office(filled, "one").nightly();
        office(filled, "two").nightly();
        assertThat(runs(filled, "one").latest(10)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.DONE);
            assertThat(run.ledgerSize()).isEqualTo(1200);
            assertThat(run.node()).isEqualTo("one");
        });
        clock.forward(Duration.ofHours(24));
        assertThat(runs(filled, "one").age()).isEqualTo(24 * 3600.0);
        office(filled, "two").nightly();
        assertThat(runs(filled, "one").latest(10)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_run_that_was_killed_gives_the_turn_back(DataSource database) {
        var filled = new Filled(database, AppendOrder.LOCK);
        assertThat(runs(filled, "one").begin("li")).isPresent();
        assertThat(office(filled, "two").begin("wang")).isEqualTo(Answer.RUNNING_ALREADY);
        clock.forward(Duration.ofMinutes(6));
        assertThat(office(filled, "two").begin("wang")).isEqualTo(Answer.BEGUN);
        await().until(() -> runs(filled, "two").latest(1).get(0).state() == State.DONE);
        assertThat(runs(filled, "two").latest(2).get(1).failure()).isEqualTo("ABANDONED");
    }

    @Test
    void old_archives_go_and_keys_go_after_days() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        for (var night = 0; night < 4; night++) {
            office(filled, "one").nightly();
            try (var keys = Files.list(folder.resolve("keys"))) {
                for (var file : keys.toList()) {
                    var age = runs(filled, "one").latest(10).stream()
                            .filter(run -> file.toString().contains(String.valueOf(run.name())))
                            .findFirst()
                            .orElseThrow();
                    Files.setLastModifiedTime(file, FileTime.from(age.begunAt()));
                }
            }
            clock.forward(Duration.ofDays(5));
        }
        assertThat(folder.resolve("facts").toFile().list()).hasSize(2);
        assertThat(folder.resolve("keys").toFile().list())
                .as("keys of the last night and of the one five days before")
                .hasSize(2);
    }

    @Test
    void what_a_killed_run_left_is_taken_away_and_other_files_stay() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        Files.createDirectories(folder.resolve("facts"));
        var left = Files.writeString(folder.resolve("facts/doorstep-facts-20260101T000000Z.age.part"), "half");
        var other = Files.writeString(folder.resolve("facts/notes.txt"), "the operator's");
        office(filled, "one").nightly();
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void a_backup_that_fails_is_told_and_the_next_one_ends_that() throws Exception {
        var filled = new Filled(Databases.h2(), AppendOrder.LOCK);
        var inTheWay = Files.writeString(folder.resolve("keys"), "no folder");
        office(filled, "one").nightly();
        var runs = runs(filled, "one");
        assertThat(runs.failing()).isEqualTo(1);
        assertThat(runs.latest(1).get(0).failure()).isEqualTo("NOT_WRITTEN");
        Files.delete(inTheWay);
        clock.forward(Duration.ofSeconds(1));
        office(filled, "one").nightly();
        assertThat(runs.failing()).isZero();
    }
}
