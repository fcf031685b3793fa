package io.doorstep.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.benchmark.Contestant.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 参赛者确实做事。 On both databases, each does all seven steps, keeps their history and its three lists. */
class ContestantsTest {

    @ParameterizedTest
    @EnumSource(Contestants.class)
    void each_does_its_work_on_h2(Contestants which, @TempDir Path folder) throws Exception {
        prove(which, Database.h2(folder.resolve("cases").toString()), folder);
    }

    @ParameterizedTest
    @EnumSource(Contestants.class)
    void each_does_its_work_on_postgresql(Contestants which, @TempDir Path folder) throws Exception {
        try (var server = new Postgres(folder.resolve("server"))) {
            prove(which, server.database("cases"), folder);
        }
    }

    @Test
    void a_turn_counts_lives_that_were_lived(@TempDir Path folder) throws Exception {
        try (var raw = Contestants.RAW.on(Database.h2(folder.resolve("cases").toString()), folder)) {
            var measured = Load.run(raw, 2, 1);
            assertThat(measured.lives()).isPositive();
            assertThat(measured.p99()).isGreaterThanOrEqualTo(measured.p50()).isPositive();
            assertThat(Measured.of(measured.line())).isEqualTo(measured);
        }
    }

    @Test
    void who_does_nothing_does_not_compete() {
        assertThatThrownBy(() -> Proof.of(Contestants.RAW, new Idle()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not do its work");
    }

    private static void prove(Contestants which, Database database, Path folder) throws Exception {
        var files = Files.createDirectory(folder.resolve("files"));
        try (var contestant = which.on(database, files)) {
            Proof.of(which, contestant);
        }
    }

    private static final class Idle implements Contestant {
        @Override
        public void take(Step step, Life life) {}

        @Override
        public Kept kept(Life life) {
            return new Kept(0, 0, false, false, false);
        }

        @Override
        public void close() {}
    }
}
